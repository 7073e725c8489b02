package io.retake.engine;

import io.retake.engine.agent.Understanding;
import io.retake.engine.api.EngineException;
import io.retake.engine.api.EngineFolder;
import io.retake.engine.api.EngineSettings;
import io.retake.engine.api.LanguageModel;
import io.retake.engine.http.LocalApi;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A backend in this process: the cloud's HTTP API on 127.0.0.1.
 *
 * <p>It serves from the moment {@link #start} returns until {@link #close}, which cancels its renders and waits for
 * their end; then no thread, port, process or unfinished file of it is left. Engines share nothing in memory; several
 * may run in one process and on one data folder. Thread-safe.
 */
public final class Engine implements AutoCloseable {
    private final LocalApi api;

    private Engine(LocalApi api) {
        this.api = api;
    }

    /**
     * Starts an engine.
     *
     * @throws EngineException when its folder is in use by another engine or can't be written, or the port is taken
     */
    public static Engine start(EngineSettings settings) {
        return new Engine(LocalApi.start(settings));
    }

    /** The API's base URL: {@code http://127.0.0.1:PORT}. */
    public URI apiUrl() {
        return api.url();
    }

    /**
     * The token of the process that started this engine: valid as long as it runs, known to nobody else, and the only
     * one that may hand over {@code file:} URLs. With it no anonymous token is needed.
     */
    public String ownerToken() {
        return api.ownerToken();
    }

    /** The engine's folder, under which {@link EngineFolder#named} finds it again. */
    public EngineFolder folder() {
        return EngineFolder.named(api.folderName());
    }

    /**
     * Returns the parts of a sentence that an engine with these settings will not understand, as far as the sentence
     * alone shows it: by the part's words, the reason or the closest supported sentence. Starts nothing. Empty if a
     * language model is set up, since its reading can't be foreseen.
     *
     * @param files the names of the media that the session will have
     */
    public static Map<String, String> notUnderstood(EngineSettings settings, String sentence, List<String> files) {
        Map<String, String> parts = new LinkedHashMap<>();
        if (!(settings.languageModel() instanceof LanguageModel.On)) {
            Understanding.undone(sentence, files).forEach(undone -> parts.put(undone.words(), undone.why()));
        }
        return parts;
    }

    @Override
    public void close() {
        api.close();
    }
}

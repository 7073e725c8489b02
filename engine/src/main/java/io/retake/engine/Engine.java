package io.retake.engine;

import io.retake.engine.http.LocalApi;
import java.net.URI;

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

    @Override
    public void close() {
        api.close();
    }
}

package io.retake.dsl.connection;

import io.retake.core.client.RetakeClient;
import io.retake.core.client.http.ClientSettings;
import io.retake.core.client.http.CredentialStore;
import io.retake.dsl.problem.DslException;
import io.retake.dsl.problem.ScriptMessages;
import io.retake.engine.Engine;
import io.retake.engine.FileFacts;
import io.retake.engine.SampleFootage;
import io.retake.engine.api.EngineException;
import io.retake.engine.api.EngineFolder;
import io.retake.engine.api.EngineSettings;
import io.retake.engine.api.LanguageModel;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The embedded engine, started in this process by the first call that needs it. */
public final class LocalConnection implements Connection {
    private final ClientSettings client;
    private final Function<EngineFolder, EngineSettings> settings;
    private EngineFolder folder = EngineFolder.own();
    private @Nullable Engine engine;
    private @Nullable RetakeClient open;
    private boolean closed;

    /** Creates a connection to an engine with these settings for its folder; the client's settings lack a backend. */
    public LocalConnection(ClientSettings client, Function<EngineFolder, EngineSettings> settings) {
        this.client = client;
        this.settings = settings;
    }

    @Override
    public synchronized RetakeClient client() {
        if (closed) {
            throw new IllegalStateException("the connection is closed");
        }
        if (open == null) {
            Engine started = start(settings.apply(folder));
            engine = started;
            folder = started.folder();
            open = RetakeClient.builder(client.forBackend(started.apiUrl(), started.ownerToken()))
                    .credentials(CredentialStore.inMemory())
                    .localFiles(true)
                    .build();
        }
        return open;
    }

    private static Engine start(EngineSettings chosen) {
        try {
            return Engine.start(chosen);
        } catch (EngineException | UncheckedIOException unusable) {
            throw new DslException(String.valueOf(unusable.getMessage()), "", unusable);
        }
    }

    @Override
    public String name() {
        return "local";
    }

    @Override
    public String privacy() {
        LanguageModel model = settings.apply(EngineFolder.own()).languageModel();
        return ScriptMessages.text(
                "privacy.local",
                (model instanceof LanguageModel.On on
                        ? ScriptMessages.text("privacy.language-model", on.place())
                        : ""));
    }

    @Override
    public boolean local() {
        return true;
    }

    @Override
    public boolean isEmbedded() {
        return true;
    }

    @Override
    public synchronized Optional<String> engineFolder() {
        return folder.name();
    }

    @Override
    public synchronized TakeUp takeUp(String name) {
        if (engine != null) {
            return folder.name().equals(Optional.of(name)) ? TakeUp.RUNS : TakeUp.NOT;
        }
        folder = EngineFolder.named(name);
        return TakeUp.STARTED;
    }

    @Override
    public Path sampleClip() {
        return SampleFootage.clip(settings.apply(EngineFolder.own()));
    }

    @Override
    public Map<String, String> notUnderstood(String sentence, List<String> files) {
        return Engine.notUnderstood(settings.apply(EngineFolder.own()), sentence, files);
    }

    @Override
    public Optional<FileFacts> facts(Path file) {
        return FileFacts.of(settings.apply(EngineFolder.own()), file);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (open != null) {
            open.close();
        }
        if (engine != null) {
            engine.close();
        }
    }
}

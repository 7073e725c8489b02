package io.retake.dsl.connection;

import io.retake.core.client.RetakeClient;
import io.retake.core.client.http.ClientSettings;
import io.retake.dsl.problem.ScriptMessages;
import io.retake.engine.FileFacts;
import io.retake.engine.SampleFootage;
import io.retake.engine.api.EngineSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cloud, or an engine in another process. */
public final class RemoteConnection implements Connection {
    private final ClientSettings settings;
    private final EngineSettings samples;
    private @Nullable RetakeClient client;

    /** Creates a connection to the backend of these settings; sample clips are still made here. */
    public RemoteConnection(ClientSettings settings, EngineSettings samples) {
        this.settings = settings;
        this.samples = samples;
    }

    @Override
    public synchronized RetakeClient client() {
        if (client == null) {
            client = RetakeClient.builder(settings).build();
        }
        return client;
    }

    @Override
    public String name() {
        return settings.apiUrl().equals(ClientSettings.CLOUD)
                ? "cloud"
                : settings.apiUrl().toString();
    }

    @Override
    public String privacy() {
        return ScriptMessages.text(
                "privacy.remote", settings.apiUrl(), (isLoopback() ? ScriptMessages.text("privacy.loopback") : ""));
    }

    private boolean isLoopback() {
        String host = settings.apiUrl().getHost();
        return "127.0.0.1".equals(host) || "localhost".equals(host) || "[::1]".equals(host);
    }

    /** Always false: an address of this machine may be the near end of a tunnel. */
    @Override
    public boolean local() {
        return false;
    }

    @Override
    public boolean isEmbedded() {
        return false;
    }

    @Override
    public Optional<String> engineFolder() {
        return Optional.empty();
    }

    @Override
    public TakeUp takeUp(String engineFolder) {
        return TakeUp.NOT;
    }

    @Override
    public Path sampleClip() {
        return SampleFootage.clip(samples);
    }

    @Override
    public Map<String, String> notUnderstood(String sentence, List<String> files) {
        return Map.of();
    }

    @Override
    public Optional<FileFacts> facts(Path file) {
        return FileFacts.of(samples, file);
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
    }
}

package io.retake.engine.api;

import io.retake.core.Places;
import io.retake.core.ProcessTexts;
import io.retake.engine.phrase.EngineMessages;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of an engine. Immutable; created by {@link #builder()}. */
public final class EngineSettings {
    private final Path dataFolder;
    private final EngineFolder folder;
    private final int port;
    private final Policy policy;
    private final double silentEdits;
    private final EventFamily events;
    private final long storageLimit;
    private final boolean reuseRenders;
    private final int parallelRenders;
    private final Duration heartbeat;
    private final NetworkLimits limits;
    private final Clock clock;
    private final Map<String, String> environment;

    private EngineSettings(Builder b) {
        environment = Map.copyOf(b.environment);
        dataFolder = (b.dataFolder != null
                        ? b.dataFolder
                        : Places.of(environment).data())
                .toAbsolutePath()
                .normalize();
        folder = b.folder;
        port = between(b.port, 0, 65_535, "setting.port");
        policy = b.policy;
        silentEdits = b.silentEdits;
        events = b.events;
        storageLimit = b.storageLimit;
        reuseRenders = b.reuseRenders;
        parallelRenders = between(b.parallelRenders, 1, 16, "setting.parallel-renders");
        heartbeat = b.heartbeat;
        limits = b.limits;
        clock = b.clock;
        if (!(silentEdits >= 0 && silentEdits <= 1)) {
            throw new EngineException(EngineMessages.text("setting.silent-edits", silentEdits));
        }
        if (storageLimit <= 0) {
            throw new EngineException(EngineMessages.text("setting.storage-limit", storageLimit));
        }
        if (heartbeat.isNegative() || heartbeat.isZero()) {
            throw new EngineException(EngineMessages.text("setting.heartbeat", heartbeat));
        }
    }

    private static int between(int value, int least, int most, String key) {
        if (value < least || value > most) {
            throw new EngineException(EngineMessages.text(key, least, most, value));
        }
        return value;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The folder that all engines of this user share: media, caches, and each engine's own folder. Absolute. */
    public Path dataFolder() {
        return dataFolder;
    }

    public EngineFolder folder() {
        return folder;
    }

    /** The TCP port on 127.0.0.1; 0 for any free one. */
    public int port() {
        return port;
    }

    public Policy policy() {
        return policy;
    }

    /** The share of edits whose stream closes without text, 0 to 1; spread evenly, so that a test can count on it. */
    public double silentEdits() {
        return silentEdits;
    }

    public EventFamily events() {
        return events;
    }

    /** The size limit of the data folder, in bytes. */
    public long storageLimit() {
        return storageLimit;
    }

    /** Whether an export with the same draft and output settings reuses the existing file. */
    public boolean reuseRenders() {
        return reuseRenders;
    }

    /** The number of renders that run at the same time. */
    public int parallelRenders() {
        return parallelRenders;
    }

    /** The interval of heartbeats on an idle stream. */
    public Duration heartbeat() {
        return heartbeat;
    }

    public NetworkLimits limits() {
        return limits;
    }

    public Clock clock() {
        return clock;
    }

    public Map<String, String> environment() {
        return environment;
    }

    /** The language model to ask, as set in the environment. */
    public LanguageModel languageModel() {
        return LanguageModel.of(environment);
    }

    /** Collects settings; everything has a default. Not thread-safe. */
    public static final class Builder {
        private @Nullable Path dataFolder;
        private EngineFolder folder = EngineFolder.own();
        private int port;
        private Policy policy = Policy.OFF;
        private double silentEdits;
        private EventFamily events = EventFamily.ADK;
        private long storageLimit = 20_000_000_000L;
        private boolean reuseRenders = true;
        private int parallelRenders = 1;
        private Duration heartbeat = Duration.ofSeconds(10);
        private NetworkLimits limits = NetworkLimits.DEFAULT;
        private Clock clock = Clock.systemUTC();
        private Map<String, String> environment = ProcessTexts.environment();

        private Builder() {}

        /** Default: the platform's folder for a user's data, and {@code retake} in it. */
        public Builder dataFolder(Path value) {
            dataFolder = value;
            return this;
        }

        /** Default: a new private folder. */
        public Builder folder(EngineFolder value) {
            folder = value;
            return this;
        }

        public Builder port(int value) {
            port = value;
            return this;
        }

        public Builder policy(Policy value) {
            policy = value;
            return this;
        }

        public Builder silentEdits(double value) {
            silentEdits = value;
            return this;
        }

        public Builder events(EventFamily value) {
            events = value;
            return this;
        }

        /** In bytes; default 20 GB. */
        public Builder storageLimit(long value) {
            storageLimit = value;
            return this;
        }

        public Builder reuseRenders(boolean value) {
            reuseRenders = value;
            return this;
        }

        public Builder parallelRenders(int value) {
            parallelRenders = value;
            return this;
        }

        public Builder heartbeat(Duration value) {
            heartbeat = value;
            return this;
        }

        /** Default: {@link NetworkLimits#DEFAULT}. */
        public Builder limits(NetworkLimits value) {
            limits = value;
            return this;
        }

        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        public Builder environment(Map<String, String> value) {
            environment = value;
            return this;
        }

        public EngineSettings build() {
            return new EngineSettings(this);
        }
    }
}

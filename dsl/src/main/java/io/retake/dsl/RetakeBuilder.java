package io.retake.dsl;

import io.retake.core.Places;
import io.retake.core.ProcessTexts;
import io.retake.core.client.http.ClientSettings;
import io.retake.dsl.compile.Recipes;
import io.retake.dsl.compile.Scripts;
import io.retake.dsl.connection.Connection;
import io.retake.dsl.connection.LocalConnection;
import io.retake.dsl.connection.RemoteConnection;
import io.retake.engine.api.EngineFolder;
import io.retake.engine.api.EngineSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Builds a {@link Retake}. Not thread-safe. */
public final class RetakeBuilder {
    private Map<String, String> environment = ProcessTexts.environment();
    private @Nullable Path home;
    private Path workingFolder = Path.of("");
    private @Nullable Backend backend;
    private @Nullable Path cacheFolder;
    private @Nullable Path stateFolder;
    private ClassLoader classLoader = Retake.class.getClassLoader();
    private UnaryOperator<EngineSettings.Builder> engine = UnaryOperator.identity();
    private final List<Path> recipeFolders = new ArrayList<>();
    private Clock clock = Clock.systemUTC();
    private @Nullable Boolean lenient;

    RetakeBuilder() {}

    /** The backend; by default the environment's choice: see {@link Backend#of}. */
    public RetakeBuilder backend(Backend value) {
        backend = value;
        return this;
    }

    /** The environment variables, instead of this process's own. */
    public RetakeBuilder environment(Map<String, String> value) {
        environment = Map.copyOf(value);
        return this;
    }

    /** The user's home folder. */
    public RetakeBuilder home(Path value) {
        home = value;
        return this;
    }

    /** The folder for exports, also searched for files; by default the process's working folder. */
    public RetakeBuilder workingFolder(Path value) {
        workingFolder = value;
        return this;
    }

    /** The folder of compiled scripts; by default the platform's cache folder. */
    public RetakeBuilder cacheFolder(Path value) {
        cacheFolder = value;
        return this;
    }

    /** The folder of journals; by default the platform's state folder. */
    public RetakeBuilder stateFolder(Path value) {
        stateFolder = value;
        return this;
    }

    /** A folder of recipes bundled with the program; the user's own are found without it, in the settings folder. */
    public RetakeBuilder recipes(Path folder) {
        recipeFolders.add(folder);
        return this;
    }

    /** The class loader of scripts: a host passes its own to share its classes. */
    public RetakeBuilder classLoader(ClassLoader value) {
        classLoader = value;
        return this;
    }

    /** Changes the embedded engine's settings, such as its data folder. */
    public RetakeBuilder engine(UnaryOperator<EngineSettings.Builder> change) {
        engine = change;
        return this;
    }

    /**
     * Whether runs continue, with a warning, after an edit that was not completely done. By default they fail there,
     * unless the environment has {@code RETAKE_LENIENT=on}.
     */
    public RetakeBuilder lenient(boolean value) {
        lenient = value;
        return this;
    }

    /** The clock for the ids of runs. */
    public RetakeBuilder clock(Clock value) {
        clock = value;
        return this;
    }

    /**
     * Builds the instance; nothing is started or connected yet.
     *
     * @throws io.retake.core.RetakeException when the environment names an invalid backend
     */
    public Retake build() {
        Path cache = cacheFolder != null ? cacheFolder : places().cache();
        Path state = stateFolder != null ? stateFolder : places().state();
        Scripts scripts = new Scripts(classLoader, cache, recipes());
        return new Retake(
                classLoader,
                scripts,
                connection(),
                skill(),
                lenient != null ? lenient : "on".equals(environment.get("RETAKE_LENIENT")),
                workingFolder.toAbsolutePath().normalize(),
                state,
                clock);
    }

    private Recipes recipes() {
        List<Path> folders = new ArrayList<>(recipeFolders);
        folders.add(places().config().resolve("scripts"));
        return new Recipes(folders);
    }

    /** Returns the skill reported to backends in place of the scripts' own. */
    private Optional<String> skill() {
        return Optional.ofNullable(environment.get("RETAKE_SKILL_SOURCE"))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private Places places() {
        return home != null ? Places.of(environment, home) : Places.of(environment);
    }

    private Connection connection() {
        Backend chosen = backend != null ? backend : Backend.of(environment);
        ClientSettings settings = ClientSettings.fromEnvironment(environment, places().home(), installed());
        if (chosen instanceof Backend.Local) {
            return new LocalConnection(settings, this::engineSettings);
        }
        return new RemoteConnection(chosen.settings(settings), engineSettings(EngineFolder.own()));
    }

    private EngineSettings engineSettings(EngineFolder folder) {
        EngineSettings.Builder builder = EngineSettings.builder()
                .environment(environment)
                .dataFolder(places().data())
                .folder(folder);
        return engine.apply(builder).build();
    }

    /** Returns the folder that this program is installed in, which identifies the platform it came with. */
    private Path installed() {
        try {
            return Path.of(Retake.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (java.net.URISyntaxException | IllegalArgumentException | java.nio.file.FileSystemNotFoundException e) {
            return places().home();
        }
    }
}

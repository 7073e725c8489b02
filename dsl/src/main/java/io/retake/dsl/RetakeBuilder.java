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

/** Puts a {@link Retake} together. Not thread-safe. */
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

    /** Where the work is done; by default what the environment chose: see {@link Backend#of}. */
    public RetakeBuilder backend(Backend value) {
        backend = value;
        return this;
    }

    /** The environment's variables, instead of this process's own. */
    public RetakeBuilder environment(Map<String, String> value) {
        environment = Map.copyOf(value);
        return this;
    }

    /** The person's home folder. */
    public RetakeBuilder home(Path value) {
        home = value;
        return this;
    }

    /** Where exports go and files are looked for; by default the process's working folder. */
    public RetakeBuilder workingFolder(Path value) {
        workingFolder = value;
        return this;
    }

    /** Where compiled scripts are kept; by default the platform's folder for caches. */
    public RetakeBuilder cacheFolder(Path value) {
        cacheFolder = value;
        return this;
    }

    /** Where journals are kept; by default the platform's folder for state. */
    public RetakeBuilder stateFolder(Path value) {
        stateFolder = value;
        return this;
    }

    /** A folder of recipes that come with the program; a person's own in their settings are found without it. */
    public RetakeBuilder recipes(Path folder) {
        recipeFolders.add(folder);
        return this;
    }

    /** What scripts can see besides Groovy and the language: a host gives its own loader to share its classes. */
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
     * Whether runs go on, with a warning, behind an edit that was not wholly done. By default they fail there, unless
     * {@code RETAKE_LENIENT} is {@code on} in the environment.
     */
    public RetakeBuilder lenient(boolean value) {
        lenient = value;
        return this;
    }

    /** The clock that names runs. */
    public RetakeBuilder clock(Clock value) {
        clock = value;
        return this;
    }

    /**
     * Ready to run; nothing is started or connected yet.
     *
     * @throws io.retake.core.RetakeException when the environment names a backend that is none
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

    /** What backends are told in place of what scripts say that they are. */
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

    /** The folder that this program is installed in, which tells the platform it came with. */
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

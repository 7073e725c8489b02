package io.retake.repl.shell;

import io.retake.core.Places;
import io.retake.repl.shell.history.PromptHistory;
import io.retake.repl.shell.history.Secrets;
import io.retake.repl.shell.settings.Setting;
import io.retake.repl.shell.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * The user's settings, history and init script.
 *
 * @param init the script that runs at the start of each prompt; empty for none
 */
record UserProfile(Settings settings, PromptHistory history, Optional<Path> init) {
    private static final String INIT = "RETAKE_INIT";

    /** Finds the profile by environment variables. Reads only the settings now. */
    static UserProfile of(Map<String, String> environment) {
        Places places = Places.of(environment);
        Settings settings = Settings.read(places.config().resolve("settings"), environment);
        PromptHistory history = PromptHistory.in(
                places.state().resolve("history.tsv"),
                Secrets.of(environment),
                Clock.systemUTC(),
                () -> settings.on(Setting.HISTORY));
        boolean off = environment.getOrDefault(INIT, "").equals("off");
        return new UserProfile(
                settings,
                history,
                off ? Optional.empty() : Optional.of(places.config().resolve("init.groovy")));
    }

    /** Creates a profile without files, so that lines from a stream mean the same on every machine. */
    static UserProfile nobody(Map<String, String> environment) {
        return new UserProfile(
                Settings.unkept(environment),
                PromptHistory.unkept(Secrets.of(environment), Clock.systemUTC()),
                Optional.empty());
    }
}

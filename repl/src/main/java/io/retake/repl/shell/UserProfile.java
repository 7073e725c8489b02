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
 * What a person brings along: settings, what was typed before, and what is to be done first.
 *
 * @param init the script that each prompt begins with; empty for none
 */
record UserProfile(Settings settings, PromptHistory history, Optional<Path> init) {
    private static final String INIT = "RETAKE_INIT";

    /** Of the person whose environment that is. Only the settings are read now. */
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

    /** Of nobody: lines from a file mean the same on every machine. */
    static UserProfile nobody(Map<String, String> environment) {
        return new UserProfile(
                Settings.unkept(environment),
                PromptHistory.unkept(Secrets.of(environment), Clock.systemUTC()),
                Optional.empty());
    }
}

package io.retake.repl.arguments;

import java.util.List;
import java.util.Optional;

/** The options of {@code retake run} itself: the single source for help, completion and parsing. */
public enum RunOption {
    /** Selects the backend. */
    BACKEND("local|cloud|URL", "Backend to use (default: local, or cloud if NEMO_TOKEN is set)", "--backend"),
    /** Resumes an interrupted run. */
    RESUME("", "Continue the interrupted run of this script; finished steps are not repeated", "--resume"),
    /** Resumes, and resends a message whose outcome is unknown. */
    RESEND("", "Resume, and resend a message whose outcome is unknown (the edit may be applied twice)", "--resend"),
    /** Continues after an edit that was only partly done. */
    LENIENT("", "Warn and continue if part of an edit is not done, instead of failing the run", "--lenient"),
    /** Prints events as JSON. */
    JSON(
            "",
            "Print each event as one line of JSON and nothing else on standard output; script output becomes events too",
            "--json"),
    /** Prints only results and failures. */
    QUIET("", "Print only results and failures", "-q", "--quiet"),
    /** Prints stack traces. */
    TRACE("", "Print stack traces for failures", "--trace"),
    /** Prints help and runs nothing. */
    HELP("", "Show this help, or the script's own", "-h", "--help");

    private final String value;
    private final String help;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> names;

    RunOption(String value, String help, String... names) {
        this.value = value;
        this.help = help;
        this.names = List.of(names);
    }

    /** Placeholder of its value in help, such as {@code local|cloud|URL}; empty for a flag. */
    public String value() {
        return value;
    }

    /** One-line help. */
    public String help() {
        return help;
    }

    /** Names with their hyphens; the last is the long one. */
    public List<String> names() {
        return names;
    }

    /** Long name, such as {@code --quiet}. */
    public String longName() {
        return names.get(names.size() - 1);
    }

    /** Returns the option that a word names, with or without {@code =value}. */
    static Optional<RunOption> in(String word) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        for (RunOption option : values()) { // no stream: every start runs this
            if (option.names.contains(name)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }
}

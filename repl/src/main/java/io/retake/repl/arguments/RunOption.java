package io.retake.repl.arguments;

import java.util.List;
import java.util.Optional;

/** The options of {@code retake run} itself. Help, completion and the reading of arguments are all made of these. */
public enum RunOption {
    /** Where the work is done. */
    BACKEND("local|cloud|URL", "Backend to use (default: local, or cloud if NEMO_TOKEN is set)", "--backend"),
    /** Take up an interrupted run. */
    RESUME("", "Continue the interrupted run of this script; finished steps are not repeated", "--resume"),
    /** Take it up, and send a message again whose outcome nobody knows. */
    RESEND("", "Resume, and resend a message whose outcome is unknown (the edit may be applied twice)", "--resend"),
    /** Go on behind an edit that was not wholly done. */
    LENIENT("", "Warn and continue if part of an edit is not done, instead of failing the run", "--lenient"),
    /** Events as JSON. */
    JSON(
            "",
            "Print each event as one line of JSON and nothing else on standard output; script output becomes events too",
            "--json"),
    /** Say less. */
    QUIET("", "Print only results and failures", "-q", "--quiet"),
    /** Say where a failure came from. */
    TRACE("", "Print stack traces for failures", "--trace"),
    /** Explain, and run nothing. */
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

    /** What its value can be; empty when it takes none. */
    public String value() {
        return value;
    }

    /** What it does, in a sentence. */
    public String help() {
        return help;
    }

    /** Its names with their hyphens; the last is the long one. */
    public List<String> names() {
        return names;
    }

    /** Its long name, {@code --quiet}. */
    public String longName() {
        return names.get(names.size() - 1);
    }

    /** The option that a word names, alone or with a value behind an equals sign. */
    static Optional<RunOption> in(String word) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        for (RunOption option : values()) { // no stream: this is on the way of every start
            if (option.names.contains(name)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }
}

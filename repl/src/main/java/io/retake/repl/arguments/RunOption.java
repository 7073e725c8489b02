package io.retake.repl.arguments;

import java.util.List;
import java.util.Optional;

/** The options of {@code retake run} itself. Help, completion and the reading of arguments are all made of these. */
public enum RunOption {
    /** Where the work is done. */
    BACKEND(
            "local|cloud|URL",
            "Where the work is done (default: local, or the cloud when NEMO_TOKEN is set).",
            "--backend"),
    /** Take up an interrupted run. */
    RESUME("", "Doesn't repeat what an interrupted run of this script has done.", "--resume"),
    /** Take it up, and send a message again whose outcome nobody knows. */
    RESEND("", "Resumes, and sends a message again whose outcome is unknown: it may be done twice.", "--resend"),
    /** Go on behind an edit that was not wholly done. */
    LENIENT(
            "",
            "Goes on, with a warning, when a part of an edit is not done; without it the run fails there.",
            "--lenient"),
    /** Events as JSON. */
    JSON(
            "",
            "Prints every event as a line of JSON, and nothing else on standard output: what the script prints is an event too.",
            "--json"),
    /** Say less. */
    QUIET("", "Prints results and failures only.", "-q", "--quiet"),
    /** Say where a failure came from. */
    TRACE("", "Shows where in the program a failure came from.", "--trace"),
    /** Explain, and run nothing. */
    HELP("", "Shows this help, or the script's.", "-h", "--help");

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

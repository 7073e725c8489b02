package io.retake.repl.arguments;

import io.retake.repl.message.ProgramMessages;
import java.util.List;
import java.util.Optional;

/** The options of {@code retake run} itself: the single source for help, completion and parsing. */
public enum RunOption {
    /** Selects the backend. */
    BACKEND("local|cloud|URL", ProgramMessages.text("option.backend"), "--backend"),
    /** Resumes an interrupted run. */
    RESUME("", ProgramMessages.text("option.resume"), "--resume"),
    /** Resumes, and resends a message whose outcome is unknown. */
    RESEND("", ProgramMessages.text("option.resend"), "--resend"),
    /** Continues after an edit that was only partly done. */
    LENIENT("", ProgramMessages.text("option.lenient"), "--lenient"),
    /** Prints events as JSON. */
    JSON("", ProgramMessages.text("option.json"), "--json"),
    /** Prints only results and failures. */
    QUIET("", ProgramMessages.text("option.quiet"), "-q", "--quiet"),
    /** Prints stack traces. */
    TRACE("", ProgramMessages.text("option.trace"), "--trace"),
    /** Prints help and runs nothing. */
    HELP("", ProgramMessages.text("option.help"), "-h", "--help");

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

package io.retake.repl.arguments;

import io.retake.repl.message.ProgramMessages;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Parses {@code SCRIPT [--name value]... [OPTION]...} in any order: options of the run, the script, and the script's
 * own parameters, as {@code --name value}, {@code --name=value} or {@code --name} alone. A word after a name is its
 * value, unless it begins with two hyphens or is an option ({@code -6dB} is a value). After {@code --} nothing is an
 * option.
 */
public final class RunArguments {
    private final Set<RunOption> options = EnumSet.noneOf(RunOption.class);
    private final List<String> backends = new ArrayList<>();
    private final ScriptWords words = new ScriptWords();

    private RunArguments() {}

    /**
     * Parses the arguments.
     *
     * @param isScript whether a word can be a script; called only if its position doesn't decide that
     * @throws ArgumentProblem if the arguments are wrong independently of the script
     */
    public static RunRequest parse(List<String> arguments, Predicate<String> isScript) {
        RunArguments read = new RunArguments();
        read.sort(arguments);
        return read.request(isScript);
    }

    /** Whether an option is among arguments that may be invalid as a whole. */
    public static boolean has(RunOption option, List<String> arguments) {
        for (String argument : arguments) {
            if (argument.equals("--")) {
                return false;
            }
            if (option.names().contains(argument)) {
                return true;
            }
        }
        return false;
    }

    private void sort(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--")) {
                words.interrupt();
                arguments.subList(i + 1, arguments.size()).forEach(words::take);
                return;
            }
            Optional<RunOption> option = RunOption.in(argument);
            if (option.isPresent()) {
                words.interrupt();
                String next = i + 1 < arguments.size() ? arguments.get(i + 1) : null;
                i += take(option.get(), argument, next) ? 1 : 0;
            } else if (argument.length() > 1 && argument.startsWith("-") && !words.takesValue(argument)) {
                throw new ArgumentProblem(
                        ProgramMessages.text("option.unknown", argument),
                        ProgramMessages.text("option.unknown-advice"));
            } else {
                words.take(argument);
            }
        }
    }

    /** Adds an option. Returns whether the next argument is its value. */
    private boolean take(RunOption option, String argument, @Nullable String next) {
        int equals = argument.indexOf('=');
        String attached = equals < 0 ? null : argument.substring(equals + 1);
        if (option.value().isEmpty()) {
            turn(option, attached);
            return false;
        }
        boolean follows = attached == null
                && next != null
                && !next.startsWith("--")
                && RunOption.in(next).isEmpty();
        String value = follows ? next : attached;
        if (value == null || value.isBlank()) {
            throw new ArgumentProblem(
                    ProgramMessages.text("option.no-value", option.longName()),
                    ProgramMessages.text(
                            "option.no-value-advice", option.value().replace("|", ", ")));
        }
        backends.add(value);
        return follows;
    }

    private void turn(RunOption option, @Nullable String attached) {
        if (attached == null || attached.equals("true")) {
            options.add(option);
        } else if (!attached.equals("false")) {
            throw new ArgumentProblem(
                    ProgramMessages.text("option.not-boolean", option.longName(), attached),
                    ProgramMessages.text("option.not-boolean-advice", option.longName()));
        }
    }

    private RunRequest request(Predicate<String> isScript) {
        Optional<String> script = words.script(isScript);
        if (options.contains(RunOption.HELP)) {
            return new RunRequest(script, Map.of(), Optional.empty(), options);
        }
        if (backends.size() > 1) {
            throw new ArgumentProblem(
                    ProgramMessages.text("backend.given-twice", String.join(", ", backends)),
                    ProgramMessages.text("arguments.give-once"));
        }
        return new RunRequest(script, words.parameters(), backends.stream().findFirst(), options);
    }
}

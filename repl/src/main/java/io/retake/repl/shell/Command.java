package io.retake.repl.shell;

import io.retake.repl.arguments.CommandProblem;
import io.retake.repl.completion.Choice;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A command of the prompt, declared once: its name, help, completion and action.
 *
 * @param name without the slash
 * @param arguments the syntax of its arguments; empty for none
 * @param help one-line description
 * @param example a line that uses it
 * @param completion completes the arguments typed so far; fast, and evaluates nothing
 * @param action runs it
 */
record Command(
        String name,
        String arguments,
        String help,
        String example,
        BiFunction<ShellContext, String, List<Choice>> completion,
        Action action) {
    /** Sample values for argument placeholders, used in examples. */
    private static final Map<String, String> SAMPLES = Map.of(
            "N", "2",
            "NAME", "rough cut",
            "FILE", "film.groovy",
            "SCRIPT", "film.groovy",
            "FORMAT", "mp4",
            "URL", "http://127.0.0.1:8080",
            "TIME", "0:12",
            "FROM-TO", "0:05-0:15");

    /** The implementation of a command. */
    interface Action {
        /**
         * Runs the command on the prompt's thread.
         *
         * @param arguments the text after the name, stripped
         * @throws CommandProblem if it can't run with these arguments
         */
        void run(ShellContext desk, String arguments);
    }

    /** Creates a command without completion of its arguments. */
    static Command of(String name, String arguments, String help, Action action) {
        return new Command(name, arguments, help, example(name, arguments), (desk, typed) -> List.of(), action);
    }

    Command completedBy(BiFunction<ShellContext, String, List<String>> words) {
        return choosing((desk, typed) -> words.apply(desk, typed).stream()
                .map(word -> word.endsWith("/")
                        ? Choice.of(word, "")
                        : Choice.of(word, "").ending())
                .toList());
    }

    /** Returns a copy whose completion also describes each choice. */
    Command choosing(BiFunction<ShellContext, String, List<Choice>> choices) {
        return new Command(name, arguments, help, example, choices, action);
    }

    /** Returns a copy with its own example. */
    Command such(String line) {
        return new Command(name, arguments, help, line, completion, action);
    }

    /** Builds an example with the first required argument, or else the first optional one. */
    private static String example(String name, String arguments) {
        String needed = arguments.replaceAll("\\[[^\\]]*\\]…?", "").strip();
        String first = (needed.isEmpty() ? arguments.replaceAll("[\\[\\]…]", "") : needed).split("[ |]", 2)[0];
        return ("/" + name + " " + SAMPLES.getOrDefault(first, first)).strip();
    }
}

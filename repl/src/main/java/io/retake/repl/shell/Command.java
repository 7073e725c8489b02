package io.retake.repl.shell;

import io.retake.repl.arguments.CommandProblem;
import io.retake.repl.completion.Choice;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A command of the prompt: its name, help, completion and action. The action and the completion pick the parts of the
 * shell that they use.
 *
 * @param name without the slash
 * @param arguments the notation of its arguments; empty for none
 * @param help its effect, in one imperative sentence
 * @param example a line that uses it
 * @param completion returns choices for its arguments, given the part typed so far; quick, and evaluates nothing
 * @param action runs it
 */
record Command(
        String name,
        String arguments,
        String help,
        String example,
        BiFunction<ShellContext, String, List<Choice>> completion,
        Action action) {
    /** Sample values of arguments, for examples. */
    private static final Map<String, String> SAMPLES = Map.of(
            "N", "2",
            "NAME", "rough cut",
            "FILE", "film.groovy",
            "SCRIPT", "film.groovy",
            "FORMAT", "mp4",
            "URL", "http://127.0.0.1:8080",
            "TIME", "0:12",
            "FROM-TO", "0:05-0:15");

    /** The effect of a command. */
    interface Action {
        /**
         * Runs the command in the prompt's thread.
         *
         * @param arguments the text after the name, stripped
         * @throws CommandProblem if the arguments are wrong or the command is impossible now
         */
        void run(ShellContext shell, String arguments);
    }

    /** Creates a command whose arguments are not completed. */
    static Command of(String name, String arguments, String help, Action action) {
        return new Command(name, arguments, help, example(name, arguments), (shell, typed) -> List.of(), action);
    }

    /** Returns the same command, with words as choices for its arguments. */
    Command completedBy(BiFunction<ShellContext, String, List<String>> words) {
        return choosing((shell, typed) -> words.apply(shell, typed).stream()
                .map(word -> word.endsWith("/")
                        ? Choice.of(word, "")
                        : Choice.of(word, "").ending())
                .toList());
    }

    /** Returns the same command, with described choices for its arguments. */
    Command choosing(BiFunction<ShellContext, String, List<Choice>> choices) {
        return new Command(name, arguments, help, example, choices, action);
    }

    /** Returns the same command, with another example. */
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

package io.retake.repl.shell;

import io.retake.repl.arguments.CommandProblem;
import io.retake.repl.completion.Choice;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A command of the prompt, declared once: what it is called, how it is explained, how its arguments are completed and
 * what it does.
 *
 * @param name without the slash
 * @param arguments how its arguments are written; empty for none
 * @param help what it does, in a sentence
 * @param example how it is typed
 * @param completion what its arguments can be, given what is typed of them; quick, and without evaluating anything
 * @param action what it does
 */
record Command(
        String name,
        String arguments,
        String help,
        String example,
        BiFunction<ShellContext, String, List<Choice>> completion,
        Action action) {
    /** What stands for an argument in an example. */
    private static final Map<String, String> SAMPLES = Map.of(
            "N", "2",
            "NAME", "rough cut",
            "FILE", "film.groovy",
            "SCRIPT", "film.groovy",
            "FORMAT", "mp4",
            "URL", "http://127.0.0.1:8080",
            "TIME", "0:12",
            "FROM-TO", "0:05-0:15");

    /** What a command does. */
    interface Action {
        /**
         * Does it, in the prompt's thread.
         *
         * @param arguments what stands behind the name, without space around it
         * @throws CommandProblem when it can't be done as it was said
         */
        void run(ShellContext desk, String arguments);
    }

    /** A command without arguments to complete. */
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

    /** The same with what each of them is. */
    Command choosing(BiFunction<ShellContext, String, List<Choice>> choices) {
        return new Command(name, arguments, help, example, choices, action);
    }

    /** The same with an example of its own. */
    Command such(String line) {
        return new Command(name, arguments, help, line, completion, action);
    }

    /** With what must be given, or else with the first of what can be. */
    private static String example(String name, String arguments) {
        String needed = arguments.replaceAll("\\[[^\\]]*\\]…?", "").strip();
        String first = (needed.isEmpty() ? arguments.replaceAll("[\\[\\]…]", "") : needed).split("[ |]", 2)[0];
        return ("/" + name + " " + SAMPLES.getOrDefault(first, first)).strip();
    }
}

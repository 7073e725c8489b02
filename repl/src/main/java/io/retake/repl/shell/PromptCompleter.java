package io.retake.repl.shell;

import io.retake.dsl.prompt.Reading;
import io.retake.repl.arguments.ArgumentWords;
import io.retake.repl.completion.Choice;
import io.retake.repl.completion.Completion;
import io.retake.repl.completion.CompletionContext;
import io.retake.repl.jshell.Suggestion;
import io.retake.repl.shell.session.ShellSession;
import io.retake.repl.shell.terminal.Console;
import io.retake.repl.shell.terminal.PromptParser;
import io.retake.repl.view.Columns;
import io.retake.repl.view.Role;
import io.retake.repl.view.Theme;
import io.retake.repl.view.Wrapped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/**
 * Completes commands, verbs and their arguments, words of a choice, files, clips, scenes and times of the session, and
 * declared names. Evaluates nothing and asks no backend.
 */
final class PromptCompleter implements Completer {
    private static final Pattern COMMAND = Pattern.compile("(?s)\\s*/(\\w*)(?:\\s+(.*))?");
    /** The least number of columns in which a description is shown. */
    private static final int LEAST_ABOUT = 8;

    private final ShellSession session;
    private final Console console;
    private final LineClassifier classifier;
    private final JavaMode javaMode;
    private final BiFunction<String, String, List<Choice>> arguments;

    /**
     * Creates a completer.
     *
     * @param arguments returns the choices for a command's arguments, given its name and the part typed so far
     */
    PromptCompleter(
            ShellSession session,
            Console console,
            LineClassifier classifier,
            JavaMode javaMode,
            BiFunction<String, String, List<Choice>> arguments) {
        this.session = session;
        this.console = console;
        this.classifier = classifier;
        this.javaMode = javaMode;
        this.arguments = arguments;
    }

    /** Returns the choices for the end of a text. */
    Completion at(String before) {
        Optional<JavaMode.Snippet> java = javaMode.in(before);
        if (java.isPresent()) {
            return java(java.get(), before);
        }
        Matcher command = COMMAND.matcher(before);
        if (command.matches() && before.stripLeading().startsWith("/")) {
            return command(before, command.group(1), Optional.ofNullable(command.group(2)));
        }
        if (before.stripLeading().startsWith("'") || before.stripLeading().startsWith(">")) {
            return Completion.names(before, session.known());
        }
        return classifier.read(before).kind() == Reading.Kind.SENTENCE
                ? Completion.words(before, session.known(), session.folder())
                : Completion.statement(before, session.known(), session.folder());
    }

    /** Returns JShell's suggestions for the word that begins last. */
    private Completion java(JavaMode.Snippet snippet, String before) {
        List<Suggestion> suggestions = javaMode.suggestions(snippet);
        int word = suggestions.stream()
                .mapToInt(suggestion -> snippet.start() + suggestion.anchor())
                .max()
                .orElse(before.length());
        return new Completion(
                word,
                suggestions.stream()
                        .filter(suggestion -> snippet.start() + suggestion.anchor() == word)
                        .map(suggestion -> Choice.of(suggestion.text(), suggestion.signature()))
                        .toList());
    }

    private Completion command(String before, String name, Optional<String> after) {
        if (after.isEmpty()) {
            List<Choice> all = Commands.list().stream()
                    .map(c -> Choice.of("/" + c.name(), c.help()).ending())
                    .toList();
            return new Completion(before.indexOf('/'), Completion.fitting(all, "/" + name));
        }
        ArgumentWords.TypedArguments typed = ArgumentWords.typed(after.get());
        int word = before.length() - after.get().length() + typed.start();
        List<Choice> all = arguments.apply(name, after.get());
        return new Completion(
                word,
                Completion.fitting(
                        all.stream().map(choice -> written(choice, typed)).toList(), before.substring(word)));
    }

    /** Quotes a choice as an argument is written, so that the parser reads back the same value. */
    private static Choice written(Choice choice, ArgumentWords.TypedArguments typed) {
        boolean whole = choice.ends() || !choice.value().endsWith("/");
        return new Choice(
                typed.written(choice.value(), whole), choice.shown(), choice.about(), choice.group(), choice.ends());
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String after = line.line().substring(line.cursor());
        List<Choice> choices = ((PromptParser.Typed) line).completion().choices();
        int widest = choices.stream()
                .mapToInt(choice -> Columns.width(choice.shown()))
                .max()
                .orElse(0);
        boolean many = choices.size() > console.rows() - 4;
        for (Choice choice : choices) {
            candidates.add(candidate(choice, after, many ? 0 : widest, candidates.size() + 1));
        }
    }

    /** {@code widest}: the columns before the description; 0 if there is no room for descriptions. */
    private Candidate candidate(Choice choice, String after, int widest, int number) {
        String value = choice.value();
        char last = value.charAt(value.length() - 1);
        boolean there = !after.isEmpty() && after.charAt(0) == last && "'\":".indexOf(last) >= 0;
        return new Candidate(
                there ? value.substring(0, value.length() - 1) : value,
                shown(choice, widest),
                null,
                null,
                null,
                null,
                choice.ends() && !after.startsWith(" "),
                number);
    }

    /** Puts the description next to the choice: JLine's own would be at the far right, where the eye does not find it. */
    private String shown(Choice choice, int widest) {
        int room = console.columns() - widest - 4;
        if (choice.about().isEmpty() || widest == 0 || room < LEAST_ABOUT) {
            return Columns.head(
                    choice.shown(), console.columns() - 2, console.theme().ellipsis());
        }
        String about = Columns.head(choice.about(), room, console.theme().ellipsis());
        return Columns.fill(choice.shown(), widest) + "  " + console.theme().paint(Role.ASIDE, about);
    }

    /**
     * Lists every word that can begin a statement, grouped by topic; without headings if there is no room for them.
     *
     * @param rows the maximum number of lines, if the width allows it
     */
    static List<String> overview(Theme theme, int columns, int rows) {
        Map<String, StringJoiner> groups = new LinkedHashMap<>();
        StringJoiner all = new StringJoiner(" ");
        for (Choice choice :
                Completion.statement("", CompletionContext.NOTHING, Path.of("")).choices()) {
            groups.computeIfAbsent(choice.group(), g -> new StringJoiner(" ")).add(choice.value());
            all.add(choice.value());
        }
        List<String> lines = new ArrayList<>();
        groups.forEach((heading, words) -> {
            List<String> wrapped = Wrapped.lines("", words.toString(), columns - 10, 0);
            for (int i = 0; i < wrapped.size(); i++) {
                lines.add(theme.paint(Role.ASIDE, Columns.fill(i == 0 ? heading : "", 9)) + wrapped.get(i));
            }
        });
        return lines.size() <= rows ? lines : Wrapped.lines("", all.toString(), columns - 1, 0);
    }
}

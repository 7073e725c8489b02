package io.retake.repl.shell;

import io.retake.core.edit.Argument;
import io.retake.core.edit.Operation;
import io.retake.core.edit.Vocabulary;
import io.retake.dsl.language.Words;
import io.retake.repl.jshell.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/**
 * What can stand at the cursor: commands and their arguments, verbs and theirs, words for a choice, files within quotes,
 * and names that were declared. Nothing is evaluated and no backend is asked.
 */
final class PromptCompleter implements Completer {
    private static final Pattern COMMAND = Pattern.compile("\\s*/(\\w*)(?:\\s+(.*))?", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("(?s).*['\"]([^'\"\\n]*)");
    private static final Pattern VERB = Pattern.compile("(?s)(?:.*[;{\\n])?\\s*(\\p{L}+)[\\s(](.*)");
    private static final Pattern VALUE = Pattern.compile("(?s).*?(\\p{L}+):\\s*([\\p{L}]*)");
    private final Desk desk;

    PromptCompleter(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String before = line.line().substring(0, line.cursor());
        Optional<JavaDesk.Snippet> java = desk.jshell.in(before);
        if (java.isPresent()) {
            java(java.get(), before, line.word(), candidates);
            return;
        }
        Matcher command = COMMAND.matcher(before);
        if (command.matches() && before.stripLeading().startsWith("/")) {
            command(command, candidates);
            return;
        }
        boolean inText = before.chars().filter(c -> c == '\'').count() % 2 == 1
                || before.chars().filter(c -> c == '"').count() % 2 == 1;
        Matcher quoted = QUOTED.matcher(before);
        if (inText && quoted.matches()) {
            String typed = quoted.group(1);
            String word = line.word();
            String kept = typed.substring(0, typed.length() - Math.min(word.length(), typed.length()));
            Completions.files(desk, typed).stream()
                    .filter(name -> name.startsWith(kept))
                    .forEach(
                            name -> add(candidates, name.substring(kept.length()), "", name.endsWith("/") ? "" : null));
            return;
        }
        statement(before, candidates);
    }

    /** JShell's suggestions, as what the whole word before the cursor becomes. */
    private void java(JavaDesk.Snippet snippet, String before, String word, List<Candidate> candidates) {
        int wordStart = before.length() - word.length();
        for (Suggestion suggestion : desk.jshell.suggestions(snippet)) {
            int anchor = snippet.start() + suggestion.anchor();
            if (anchor >= wordStart) {
                add(candidates, before.substring(wordStart, anchor) + suggestion.text(), suggestion.signature(), "");
            }
        }
    }

    private void command(Matcher typed, List<Candidate> candidates) {
        if (typed.group(2) == null) {
            Commands.list().forEach(c -> add(candidates, "/" + c.name(), c.help(), " "));
            return;
        }
        Commands.named(typed.group(1))
                .ifPresent(command -> command.completion()
                        .apply(desk, typed.group(2))
                        .forEach(choice -> add(candidates, choice, "", choice.endsWith("/") ? "" : " ")));
    }

    private void statement(String before, List<Candidate> candidates) {
        Matcher said = VERB.matcher(before);
        List<Operation> operations = said.matches() ? Vocabulary.verb(said.group(1)) : List.of();
        if (operations.isEmpty()) {
            Words.statements().forEach(word -> add(candidates, word, summary(word), " "));
            desk.names().forEach(name -> add(candidates, name, "", ""));
            return;
        }
        String rest = said.group(2);
        Matcher value = VALUE.matcher(rest);
        Set<String> given = new LinkedHashSet<>();
        Matcher names = Pattern.compile("(\\p{L}+):").matcher(rest);
        while (names.find()) {
            given.add(names.group(1));
        }
        List<Argument> arguments = new ArrayList<>();
        operations.forEach(operation -> arguments.addAll(operation.arguments()));
        if (value.matches()) {
            arguments.stream()
                    .filter(argument -> argument.name().equals(value.group(1)))
                    .forEach(argument -> choices(argument, candidates));
        } else {
            arguments.stream().filter(Argument::positional).forEach(argument -> choices(argument, candidates));
            operations.forEach(o -> o.keyword().ifPresent(word -> add(candidates, word, o.help(), " ")));
            arguments.stream()
                    .filter(argument -> !argument.positional() && !given.contains(argument.name()))
                    .forEach(argument -> add(candidates, argument.name() + ":", argument.help(), " "));
        }
        desk.names().forEach(name -> add(candidates, name, "", ""));
    }

    private static void choices(Argument argument, List<Candidate> candidates) {
        if (argument.notation().type().isEnum()) {
            for (Object choice : argument.notation().type().getEnumConstants()) {
                add(candidates, argument.notation().script(choice), argument.help(), "");
            }
        }
    }

    private static String summary(String verb) {
        return Vocabulary.verb(verb).stream().findFirst().map(Operation::help).orElse("");
    }

    /** {@code after}: what is put behind a chosen word; null for nothing and no end of the word. */
    private static void add(
            List<Candidate> candidates, String word, String help, @org.jspecify.annotations.Nullable String after) {
        if (candidates.stream().noneMatch(c -> c.value().equals(word))) {
            String short1 = help.length() > 50 ? help.substring(0, 49) + "…" : help;
            candidates.add(
                    new Candidate(word, word, null, short1.isEmpty() ? null : short1, null, null, " ".equals(after)));
        }
    }
}

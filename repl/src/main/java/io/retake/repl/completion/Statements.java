package io.retake.repl.completion;

import io.retake.core.edit.Group;
import io.retake.core.protocol.OutputQuality;
import io.retake.core.vocabulary.Argument;
import io.retake.core.vocabulary.Notations;
import io.retake.core.vocabulary.Operation;
import io.retake.core.vocabulary.Vocabulary;
import io.retake.dsl.scope.ExportOption;
import io.retake.dsl.scope.Words;
import io.retake.repl.message.ProgramMessages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Completes statements. */
public final class Statements {
    private static final String SESSION = "session";
    private final CompletionContext known;
    private final Path folder;
    private final ArgumentValues values;

    /** @param folder the folder to search for files to upload */
    Statements(CompletionContext known, Path folder) {
        this.known = known;
        this.folder = folder;
        this.values = new ArgumentValues(known);
    }

    private static String heading(Group group) {
        return group.name().toLowerCase(Locale.ROOT);
    }

    List<Choice> at(CursorContext spot, String word) {
        if (spot.verb().isEmpty()) {
            return spot.quote() == 0 ? beginnings() : List.of();
        }
        List<Choice> choices = new ArrayList<>(
                switch (spot.verb()) {
                    case "upload" -> DiskFiles.literals(folder, spot.quote() == 0 ? "" : StringLiterals.typed(word));
                    case "export", "frame" -> export(spot, word);
                    case "use" -> use(spot);
                    default -> arguments(spot, word);
                });
        if (spot.quote() == 0) {
            known.names()
                    .forEach(name -> choices.add(Choice.of(name, ProgramMessages.text("completion.declared-here"))));
        }
        return choices;
    }

    /** Returns every verb under its group, then the other words of a statement and declared names. */
    private List<Choice> beginnings() {
        List<Choice> choices = new ArrayList<>();
        for (Group group : Group.values()) {
            Vocabulary.operations().stream()
                    .filter(operation -> operation.group() == group)
                    .map(operation -> Choice.of(operation.verb(), operation.help())
                            .under(heading(group))
                            .ending())
                    .filter(choice -> choices.stream().noneMatch(c -> c.value().equals(choice.value())))
                    .forEach(choices::add);
        }
        Words.statements().stream()
                .filter(word -> Vocabulary.verb(word).isEmpty())
                .map(word -> Choice.of(
                                word,
                                Words.explained(word).map(Words.Explained::help).orElse(""))
                        .under(SESSION)
                        .ending())
                .forEach(choices::add);
        known.names()
                .forEach(name -> choices.add(Choice.of(name, ProgramMessages.text("completion.declared-here"))
                        .under(SESSION)));
        return choices;
    }

    private List<Choice> arguments(CursorContext spot, String word) {
        List<Operation> operations = meant(spot);
        List<Choice> choices = new ArrayList<>();
        for (Operation operation : operations) {
            if (!spot.name().isEmpty()) {
                operation.argument(spot.name()).ifPresent(a -> choices.addAll(values.of(operation, a, word)));
                continue;
            }
            positional(operation, spot).ifPresent(a -> choices.addAll(values.of(operation, a, word)));
            if (spot.done().isEmpty()) {
                operation
                        .keyword()
                        .ifPresent(
                                k -> choices.add(Choice.of(k, operation.help()).ending()));
            }
            operation.arguments().stream()
                    .filter(a -> !a.positional() && !spot.given(a.name()))
                    .forEach(a -> choices.add(named(a.name(), ArgumentTypes.of(a.notation()), a.help())));
        }
        return choices;
    }

    /** Returns the operations that the verb can still mean, considering the keyword. */
    public static List<Operation> meant(CursorContext spot) {
        List<Operation> operations = Vocabulary.verb(spot.verb());
        List<Operation> told = operations.stream()
                .filter(o -> o.keyword().isPresent() && o.keyword().equals(spot.first()))
                .toList();
        boolean first = spot.done().isEmpty() && spot.name().isEmpty();
        return !told.isEmpty()
                ? told
                : operations.stream()
                        .filter(o -> first || o.keyword().isEmpty())
                        .toList();
    }

    /** Returns the positional argument at the cursor. */
    public static Optional<Argument> positional(Operation operation, CursorContext spot) {
        int keyword = operation.keyword().isPresent() ? 1 : 0;
        return operation.arguments().stream()
                .filter(Argument::positional)
                .skip(Math.max(0, spot.unnamed() - keyword))
                .filter(a -> spot.unnamed() >= keyword)
                .findFirst();
    }

    private static Choice named(String name, String type, String help) {
        return Choice.of(name + ":", type + (help.isEmpty() ? "" : " · " + help))
                .ending();
    }

    private List<Choice> export(CursorContext spot, String word) {
        List<Choice> choices = new ArrayList<>();
        if (!spot.name().isEmpty()) {
            ExportOption.of(spot.name()).ifPresent(option -> choices.addAll(option(option, word)));
            return choices;
        }
        boolean frame = spot.verb().equals("frame");
        if (!frame && spot.unnamed() == 0) {
            Words.exportKinds().forEach(kind -> choices.add(Choice.of(kind, "")));
            return choices;
        }
        for (ExportOption option : ExportOption.values()) {
            boolean fits = !frame
                    || List.of(ExportOption.AT, ExportOption.TO, ExportOption.SIZE)
                            .contains(option);
            if (fits && !spot.given(option.word())) {
                choices.add(named(option.word(), ArgumentTypes.of(option.hint()), ""));
            }
        }
        return choices;
    }

    private List<Choice> option(ExportOption option, String word) {
        return switch (option) {
            case QUALITY ->
                OutputQuality.words().stream().map(w -> Choice.of(w, "")).toList();
            case SIZE -> values.of(Notations.SIZE, word);
            case FPS -> values.of(Notations.RATE, word);
            case AT -> values.of(Notations.MOMENT, word);
            case REPLACE, RECEIPT -> values.of(Notations.FLAG, word);
            case UNDER ->
                word.matches("\\d.*")
                        ? ArgumentValues.units(word.replaceAll("\\D.*", ""), option.hint(), Long.class::isInstance)
                        : ArgumentValues.examples(option.hint());
            case TO -> List.of();
        };
    }

    private List<Choice> use(CursorContext spot) {
        if (spot.done().isEmpty()) {
            return known.recipes().stream()
                    .map(r -> new Choice(StringLiterals.quoted(r.name()), r.name(), r.about(), "", false))
                    .toList();
        }
        String recipe = spot.first().map(r -> r.replaceAll("['\"]", "")).orElse("");
        List<Choice> choices = new ArrayList<>();
        known.recipes().stream()
                .filter(r -> r.name().equals(recipe) && spot.name().isEmpty())
                .flatMap(r -> r.parameters().entrySet().stream())
                .filter(parameter -> !spot.given(parameter.getKey()))
                .forEach(p -> choices.add(named(p.getKey(), p.getValue(), "")));
        return choices;
    }
}

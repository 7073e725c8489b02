package io.retake.repl.completion;

import io.retake.core.draft.NumberedObject;
import io.retake.core.draft.Segment;
import io.retake.core.edit.session.Restore;
import io.retake.core.edit.value.Joint;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.ObjectKind;
import io.retake.core.edit.value.Order;
import io.retake.core.edit.value.Target;
import io.retake.core.edit.value.Times;
import io.retake.core.protocol.MediaType;
import io.retake.core.protocol.TerminalText;
import io.retake.core.vocabulary.Argument;
import io.retake.core.vocabulary.Notation;
import io.retake.core.vocabulary.Notations;
import io.retake.core.vocabulary.Operation;
import io.retake.dsl.scope.Words;
import io.retake.repl.message.ProgramMessages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Candidate values of arguments. */
final class ArgumentValues {
    private static final Pattern EXAMPLE = Pattern.compile("'[^']+'|\\(?-?\\d[\\w.()]*|\\[[^\\]]*\\]");
    private static final Pattern NUMBER = Pattern.compile("(\\d[\\d_]*(?:\\.\\d+)?)\\.?\\p{L}*");
    private final CompletionContext known;

    ArgumentValues(CompletionContext known) {
        this.known = known;
    }

    /**
     * Returns values for an argument of an operation.
     *
     * @param word the part of the value typed so far
     */
    List<Choice> of(Operation operation, Argument argument, String word) {
        if (argument.file()) {
            return files(kind(operation, argument));
        }
        if (operation.type() == Restore.class) {
            return known.checkpoints().stream().map(name -> text(name, "")).toList();
        }
        return of(argument.notation(), word);
    }

    /** Returns values of a type. */
    List<Choice> of(Notation<?> notation, String word) {
        Matcher number = NUMBER.matcher(word);
        if (number.matches()) {
            return units(number.group(1), notation.hint(), given -> takes(notation, given));
        }
        Class<?> type = notation.type();
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(notation::write)
                    .map(text -> Choice.of(Words.constantFor(text).orElseGet(() -> StringLiterals.quoted(text)), ""))
                    .toList();
        }
        if (type == Boolean.class) {
            return List.of(Choice.of("true", ""), Choice.of("false", ""));
        }
        if (type == Target.class) {
            return targets();
        }
        if (type == Moment.class && !known.clips().isEmpty()) {
            return TimeChoices.literals(known);
        }
        return Stream.concat(numbered(notation), examples(notation.hint()).stream())
                .toList();
    }

    /** Returns the number with each unit that fits; units in the hint's examples come first. */
    static List<Choice> units(String number, String hint, Predicate<Object> fits) {
        return Words.units(fits).stream()
                .sorted(Comparator.comparingInt((String unit) -> rank(hint, unit))
                        .thenComparing(Comparator.reverseOrder()))
                .map(unit -> Choice.of(number + "." + unit, ""))
                .toList();
    }

    private static int rank(String hint, String unit) {
        Matcher example = Pattern.compile("\\." + unit + "\\b").matcher(hint);
        return example.find() ? example.start() : Integer.MAX_VALUE;
    }

    private static boolean takes(Notation<?> notation, Object given) {
        try {
            notation.from(given);
            return !(given instanceof Number);
        } catch (IllegalArgumentException other) {
            return false;
        }
    }

    private List<Choice> targets() {
        List<Choice> targets = new ArrayList<>();
        for (CompletionContext.NumberedRange clip : known.clips()) {
            targets.add(Choice.of("clip(" + clip.number() + ")", about(clip)));
        }
        for (CompletionContext.NumberedRange scene : known.scenes()) {
            targets.add(Choice.of("scene(" + scene.number() + ")", about(scene)));
        }
        known.draft().stream()
                .flatMap(draft -> NumberedObject.all(draft).stream())
                .forEach(object -> targets.add(object(object)));
        known.media().forEach(name -> targets.add(text(name, ProgramMessages.text("completion.whole-file"))));
        for (Target.TrackKind kind : Target.TrackKind.values()) {
            targets.add(Choice.of(
                    Notations.TARGET.script(new Target.Layer(kind)), ProgramMessages.text("completion.that-track")));
        }
        return targets;
    }

    /** Returns an object as a script names it: {@code title(1)}. */
    private static Choice object(NumberedObject object) {
        Segment segment = object.segment();
        String text = segment.text().or(segment::title).orElse("");
        String word = Words.camel(object.kind().word()) + "(" + object.number() + ")";
        Duration end = segment.blend()
                .filter(blend -> object.kind() == ObjectKind.TRANSITION)
                .map(blend -> segment.start().plus(blend.duration()))
                .orElse(segment.end());
        return Choice.of(
                word,
                Times.write(segment.start()) + "-" + Times.write(end)
                        + (text.isBlank() ? "" : " · " + TerminalText.excerpt(text, 40)));
    }

    private static String about(CompletionContext.NumberedRange part) {
        return Times.write(part.from()) + "-" + Times.write(part.to())
                + (part.name().isBlank() ? "" : " · " + part.name());
    }

    /** Pairs of neighboring clips to join, and sort rules. */
    private Stream<Choice> numbered(Notation<?> notation) {
        if (notation.type() == Joint.class) {
            List<Choice> joints = new ArrayList<>(List.of(Choice.of(notation.script(Joint.ALL), "")));
            List<CompletionContext.NumberedRange> clips = known.clips();
            for (int i = 1; i < clips.size(); i++) {
                joints.add(Choice.of(
                        "[" + i + ", " + (i + 1) + "]",
                        ProgramMessages.text(
                                "completion.at", Times.write(clips.get(i).from()))));
            }
            return joints.stream();
        }
        return notation.type() == Order.class
                ? Arrays.stream(Order.Rule.values()).map(rule -> Choice.of(notation.script(new Order.By(rule)), ""))
                : Stream.empty();
    }

    /** Extracts the examples from a hint such as {@code a size such as 1080.p, '4k' or '1920x1080'}. */
    static List<Choice> examples(String hint) {
        Matcher such = ArgumentTypes.SUCH_AS.matcher(hint);
        List<Choice> examples = new ArrayList<>();
        Matcher example = EXAMPLE.matcher(such.find() ? hint.substring(such.end()) : "");
        while (example.find()) {
            examples.add(Choice.of(example.group(), ""));
        }
        return examples;
    }

    /** Returns the session's files of a matching kind. An argument for captions or a LUT is recognized by its name. */
    private List<Choice> files(Predicate<Optional<MediaType.MediaKind>> kind) {
        return known.files().stream()
                .filter(name -> kind.test(MediaType.ofName(name).map(MediaType::kind)))
                .map(name -> text(name, ""))
                .toList();
    }

    private static Predicate<Optional<MediaType.MediaKind>> kind(Operation operation, Argument argument) {
        String said = operation.verb() + " " + argument.name();
        for (MediaType.MediaKind special : List.of(MediaType.MediaKind.CAPTIONS, MediaType.MediaKind.LUT)) {
            if (said.toUpperCase(java.util.Locale.ROOT).contains(special.name())) {
                return kind -> kind.equals(Optional.of(special));
            }
        }
        return kind -> kind.filter(k -> k == MediaType.MediaKind.CAPTIONS || k == MediaType.MediaKind.LUT)
                .isEmpty();
    }

    private static Choice text(String text, String about) {
        return new Choice(StringLiterals.quoted(text), text, about, "", false);
    }
}

package io.retake.core.vocabulary;

import io.retake.core.CoreMessages;
import io.retake.core.edit.value.ObjectKind;
import io.retake.core.edit.value.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The notation of targets: {@code clip 2}, {@code title "Summer"}, {@code the music}, {@code all but clip 2}. */
final class TargetNotation {
    private static final String NUMBERS = "\\d{1,6}(?: ?, ?\\d{1,6})*+";
    private static final String KINDS = "title|lower third|overlay|transition";
    private static final String PIECE = "(?:clip|scene) \\d{1,6}|the last (?:clip|scene)";
    private static final String OPERATION = "[a-z]\\w*(?:-\\w+)?";

    /** Effects that are a part of an operation, or of several. */
    static final List<String> PARTS = List.of("fadeIn", "fadeOut", "duck", "all");

    /** Operations that leave an object with a name of its own. */
    private static final Set<String> OBJECTS =
            Set.of("title", "lowerThird", "overlay", "transition", "music", "captions");

    private static final Pattern NUMBERED = Pattern.compile("(clip|scene|" + KINDS + ") (\\d{1,6})");
    private static final Pattern WORDED = Pattern.compile("(?s)(title|lower third|overlay) (\".*)");
    private static final Pattern ALL = Pattern.compile("(" + KINDS + ")s");
    private static final Pattern LAST = Pattern.compile("the last (clip|scene|" + KINDS + ")");
    private static final Pattern CLIPS = Pattern.compile("clips (" + NUMBERS + ")");
    private static final Pattern ALL_BUT = Pattern.compile("all but clips? (" + NUMBERS + ")");
    private static final Pattern SOUND_OF = Pattern.compile("(?s)the sound of (.*)");

    static final Notation<Target> TARGET = new Notation<>(
            Target.class,
            CoreMessages.text("hint.target"),
            "everything|(?:clip|scene|" + KINDS + ") \\d{1,6}|clips " + NUMBERS + "|all but clips? " + NUMBERS + "|(?:"
                    + KINDS + ")s|the last (?:clip|scene|" + KINDS + ")|(?:title|lower third|overlay) " + Quoted.PATTERN
                    + "|the sound of (?:" + PIECE + "|" + Quoted.PATTERN + ")|the (?:video|music|text|captions|sound)|"
                    + Quoted.PATTERN + "|" + OPERATION,
            TargetNotation::write,
            TargetNotation::read,
            TargetNotation::script,
            // A sentence has the names of files in quotation marks; JSON and scripts need none.
            given -> given instanceof CharSequence text
                    ? read(text.toString().strip())
                            .or(() -> named(text.toString().strip()))
                    : Optional.empty());

    private TargetNotation() {}

    private static String write(Target target) {
        if (target instanceof Target.Named named) {
            return Quoted.write(named.name());
        }
        if (target instanceof Target.Piece piece) {
            return (piece instanceof Target.Scene ? "scene " : "clip ") + piece.number();
        }
        if (target instanceof Target.Layer layer) {
            return "the " + layer.kind().name().toLowerCase(Locale.ROOT);
        }
        return target instanceof Target.Everything ? "everything" : written(target);
    }

    private static String written(Target target) {
        if (target instanceof Target.Clips clips) {
            return "clips " + list(clips.numbers());
        }
        if (target instanceof Target.AllBut but) {
            return (but.numbers().size() == 1 ? "all but clip " : "all but clips ") + list(but.numbers());
        }
        if (target instanceof Target.Sound sound) {
            return "the sound" + (sound.of() instanceof Target.Everything ? "" : " of " + write(sound.of()));
        }
        return target instanceof Target.EffectOf effect ? effect.operation() : object(target);
    }

    private static String object(Target target) {
        if (target instanceof Target.Item item) {
            return item.kind().word() + " " + item.number();
        }
        if (target instanceof Target.Worded worded) {
            return worded.kind().word() + " " + Quoted.write(worded.text());
        }
        return target instanceof Target.Every every
                ? every.kind().word() + "s"
                : "the last " + ((Target.Last) target).kind().word();
    }

    private static Optional<Target> read(String given) {
        Optional<Target> quoted = Quoted.read(given).map(Target.Named::new);
        if (quoted.isPresent() || given.isBlank()) {
            return quoted;
        }
        int quote = given.indexOf('"');
        String lower = quote < 0
                ? given.toLowerCase(Locale.ROOT)
                : given.substring(0, quote).toLowerCase(Locale.ROOT) + given.substring(quote);
        return known(lower).or(() -> operation(given).map(Target.EffectOf::new));
    }

    private static Optional<Target> named(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(new Target.Named(text));
    }

    private static Optional<Target> known(String text) {
        switch (text) {
            case "everything" -> {
                return Optional.of(Target.EVERYTHING);
            }
            case "the sound" -> {
                return Optional.of(new Target.Sound(Target.EVERYTHING));
            }
            default -> {
                return layer(text)
                        .or(() -> first(NUMBERED, text).map(m -> numbered(m.group(1), Integer.parseInt(m.group(2)))))
                        .or(() -> first(ALL, text).map(m -> new Target.Every(kind(m.group(1)))))
                        .or(() -> first(LAST, text).map(m -> new Target.Last(kind(m.group(1)))))
                        .or(() -> first(CLIPS, text).map(m -> new Target.Clips(numbers(m.group(1)))))
                        .or(() -> first(ALL_BUT, text).map(m -> new Target.AllBut(numbers(m.group(1)))))
                        .or(() -> first(SOUND_OF, text)
                                .flatMap(m -> read(m.group(1)))
                                .map(Target.Sound::new))
                        .or(() -> first(WORDED, text)
                                .flatMap(m -> Quoted.read(m.group(2))
                                        .map(words -> new Target.Worded(kind(m.group(1)), words))));
            }
        }
    }

    private static Optional<Target> layer(String text) {
        return Arrays.stream(Target.TrackKind.values())
                .map(Target.Layer::new)
                .filter(layer -> write(layer).equals(text))
                .findFirst()
                .map(Target.class::cast);
    }

    private static Target numbered(String kind, int number) {
        return switch (kind) {
            case "clip" -> new Target.Clip(number);
            case "scene" -> new Target.Scene(number);
            default -> new Target.Item(kind(kind), number);
        };
    }

    /** Returns the name of an effect as the vocabulary writes it; empty for other words. */
    static Optional<String> operation(String word) {
        return PARTS.stream()
                .filter(part -> !part.equals("all") && part.equalsIgnoreCase(word))
                .findFirst()
                .or(() -> Vocabulary.names().stream()
                        .filter(name -> name.equalsIgnoreCase(word) && !OBJECTS.contains(name))
                        .findFirst());
    }

    private static ObjectKind kind(String word) {
        return ObjectKind.valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }

    private static List<Integer> numbers(String list) {
        return Arrays.stream(list.split(","))
                .map(String::strip)
                .map(Integer::valueOf)
                .toList();
    }

    static String list(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String script(Target target) {
        if (target instanceof Target.Piece piece) {
            return (piece instanceof Target.Scene ? "scene(" : "clip(") + piece.number() + ")";
        }
        if (target instanceof Target.Named named) {
            boolean plain = read(named.name()).isEmpty();
            return Quoted.script(plain ? named.name() : write(target));
        }
        return Quoted.script(write(target));
    }

    private static Optional<Matcher> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }
}

package io.retake.core.vocabulary;

import io.retake.core.CoreMessages;
import io.retake.core.edit.value.Area;
import io.retake.core.edit.value.Change;
import io.retake.core.edit.value.Direction;
import io.retake.core.edit.value.Factor;
import io.retake.core.edit.value.Fit;
import io.retake.core.edit.value.FrameRate;
import io.retake.core.edit.value.FrameSize;
import io.retake.core.edit.value.Level;
import io.retake.core.edit.value.LookName;
import io.retake.core.edit.value.Lufs;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Percentage;
import io.retake.core.edit.value.Position;
import io.retake.core.edit.value.Ratio;
import io.retake.core.edit.value.Semitones;
import io.retake.core.edit.value.Share;
import io.retake.core.edit.value.Strength;
import io.retake.core.edit.value.Target;
import io.retake.core.edit.value.Times;
import io.retake.core.edit.value.TitleStyle;
import io.retake.core.edit.value.TransitionKind;
import io.retake.core.edit.value.UpscaleMethod;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The argument types, each with its {@link Notation}. */
public final class Notations {
    private static final String TIME = "(?:\\d+:)?\\d+:\\d\\d(?:\\.\\d+)?";
    /** A constant, which other notations can use before this class is ready. */
    static final String MOMENT_PATTERN =
            "the start|the end|" + TIME + " before the end|" + TIME + "|\\d+/\\d+ of the way";

    private static final String NUMBER = "\\d+(?:\\.\\d+)?";
    private static final String SHARE_PATTERN = NUMBER + "%";
    private static final Pattern SHARE = Pattern.compile("(\\d{1,4})/(\\d{1,4}) of the way");
    private static final Pattern BEFORE_END = Pattern.compile("(.+) before the end");
    private static final Pattern PERCENT = Pattern.compile("([+-]?" + NUMBER + ")\\s*(?:%|percent)");
    private static final Pattern DECIBEL = Pattern.compile("([+-]?" + NUMBER + ")\\s*dB", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIMES = Pattern.compile("(-?" + NUMBER + ")\\s*x");
    private static final Pattern LINES = Pattern.compile("(\\d{1,5})p", Pattern.CASE_INSENSITIVE);
    private static final Pattern PIXELS = Pattern.compile("(\\d{1,5})x(\\d{1,5})");
    private static final Pattern RATIO = Pattern.compile("(\\d{1,4}):(\\d{1,4})");
    private static final Pattern LUFS = Pattern.compile("(-?" + NUMBER + ")\\s*LUFS", Pattern.CASE_INSENSITIVE);
    private static final Pattern FPS = Pattern.compile("(" + NUMBER + ")(?:\\s*fps)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLIP = Pattern.compile("clip (\\d{1,6})");
    private static final Pattern SCENE = Pattern.compile("scene (\\d{1,6})");

    /** A point on the timeline: {@code 0:12.5}, {@code 0:05 before the end}, {@code 1/3 of the way}. */
    public static final Notation<Moment> MOMENT = new Notation<>(
            Moment.class,
            CoreMessages.text("hint.moment"),
            MOMENT_PATTERN,
            Moment::text,
            Notations::readMoment,
            Notations::scriptMoment,
            given -> given instanceof Duration d ? Optional.of(Moment.at(d)) : Optional.empty());

    /** A length of time: {@code 1.5 s}. */
    public static final Notation<Duration> LENGTH = new Notation<>(
            Duration.class,
            CoreMessages.text("hint.duration"),
            NUMBER + " s",
            Times::writeLength,
            Times::read,
            Notations::scriptLength,
            given -> Optional.empty());

    /** A level: {@code 35%}, {@code -6 dB}. */
    public static final Notation<Level> LEVEL = new Notation<>(
            Level.class,
            CoreMessages.text("hint.level"),
            "-?" + NUMBER + "(?:%| dB)",
            level -> level instanceof Level.Decibel d
                    ? Times.decimal(d.value()) + " dB"
                    : Times.decimal(((Level.Percent) level).value()) + "%",
            Notations::readLevel,
            level -> level instanceof Level.Decibel d
                    ? number(d.value()) + ".dB"
                    : number(((Level.Percent) level).value()) + ".percent",
            given -> given instanceof Percentage p ? Optional.of(new Level.Percent(p.value())) : Optional.empty());

    /** A change: {@code +10%}. */
    public static final Notation<Change> CHANGE = new Notation<>(
            Change.class,
            CoreMessages.text("hint.change"),
            "[+-]" + NUMBER + "%",
            change -> (change.percent() < 0 ? "" : "+") + Times.decimal(change.percent()) + "%",
            text -> first(PERCENT, text).map(m -> new Change(Double.parseDouble(m.group(1)))),
            change -> number(change.percent()) + ".percent",
            given -> given instanceof Percentage p ? Optional.of(new Change(p.value())) : Optional.empty());

    /** A speed or size factor: {@code 1.5x}. */
    public static final Notation<Factor> FACTOR = new Notation<>(
            Factor.class,
            CoreMessages.text("hint.factor"),
            NUMBER + "x",
            factor -> Times.decimal(factor.value()) + "x",
            text -> first(TIMES, text).map(m -> new Factor(Double.parseDouble(m.group(1)))),
            factor -> Times.decimal(factor.value()),
            given -> given instanceof Number n ? Optional.of(new Factor(n.doubleValue())) : Optional.empty());

    /** A picture size: {@code 1080p}, {@code 1280x720}. */
    public static final Notation<FrameSize> SIZE = new Notation<>(
            FrameSize.class,
            CoreMessages.text("hint.frame-size"),
            "\\d+p|\\d+x\\d+",
            size -> size instanceof FrameSize.Pixels p
                    ? p.width() + "x" + p.height()
                    : ((FrameSize.Lines) size).count() + "p",
            Notations::readSize,
            size -> size instanceof FrameSize.Pixels p
                    ? "'" + p.width() + "x" + p.height() + "'"
                    : ((FrameSize.Lines) size).count() + ".p",
            given -> Optional.empty());

    /** An aspect ratio: {@code 9:16}. */
    public static final Notation<Ratio> RATIO_OF = new Notation<>(
            Ratio.class,
            CoreMessages.text("hint.ratio"),
            "\\d+:\\d+",
            ratio -> ratio.width() + ":" + ratio.height(),
            text -> first(RATIO, text).map(m -> new Ratio(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)))),
            ratio -> "'" + ratio.width() + ":" + ratio.height() + "'",
            given -> Optional.empty());

    /** The target of an edit: {@code everything}, {@code clip 2}, {@code the music}, {@code "a.mp4"}. */
    public static final Notation<Target> TARGET = new Notation<>(
            Target.class,
            CoreMessages.text("hint.target"),
            "everything|clip \\d+|scene \\d+|the video|the music|the text|" + Quoted.PATTERN,
            Notations::writeTarget,
            Notations::readTarget,
            Notations::scriptTarget,
            given -> Optional.empty());

    /** A part of a whole: {@code 20%}. */
    public static final Notation<Share> SHARE_OF = new Notation<>(
            Share.class,
            CoreMessages.text("hint.share"),
            NUMBER + "%",
            share -> Times.decimal(share.percent()) + "%",
            text -> first(PERCENT, text).map(m -> new Share(Double.parseDouble(m.group(1)))),
            share -> number(share.percent()) + ".percent",
            given -> given instanceof Percentage p ? Optional.of(new Share(p.value())) : Optional.empty());

    /** A loudness: {@code -14 LUFS}. */
    public static final Notation<Lufs> LOUDNESS = new Notation<>(
            Lufs.class,
            CoreMessages.text("hint.loudness"),
            "-?" + NUMBER + " LUFS",
            lufs -> Times.decimal(lufs.value()) + " LUFS",
            text -> first(LUFS, text).map(m -> new Lufs(Double.parseDouble(m.group(1)))),
            lufs -> number(lufs.value()) + ".lufs",
            given -> Optional.empty());

    /** A shift of pitch in whole semitones: {@code -2}. */
    static final Notation<Semitones> SEMITONES = new Notation<>(
            Semitones.class,
            CoreMessages.text("hint.semitones"),
            "-?\\d+",
            semitones -> String.valueOf(semitones.count()),
            text -> text.matches("[+-]?\\d{1,4}")
                    ? Optional.of(new Semitones(Integer.parseInt(text)))
                    : Optional.empty(),
            semitones -> number(semitones.count()),
            given -> given instanceof Number n && n.doubleValue() == n.intValue()
                    ? Optional.of(new Semitones(n.intValue()))
                    : Optional.empty());

    /** Frames per second: {@code 29.97}. */
    public static final Notation<FrameRate> RATE = new Notation<>(
            FrameRate.class,
            CoreMessages.text("hint.frame-rate"),
            NUMBER,
            rate -> Times.decimal(rate.value()),
            text -> first(FPS, text).map(m -> new FrameRate(Double.parseDouble(m.group(1)))),
            rate -> Times.decimal(rate.value()),
            given -> given instanceof Number n ? Optional.of(new FrameRate(n.doubleValue())) : Optional.empty());

    /** Any text, in double quotes. */
    public static final Notation<String> TEXT = new Notation<>(
            String.class,
            "a text",
            Quoted.PATTERN,
            Quoted::write,
            Quoted::read,
            Quoted::script,
            given -> given instanceof CharSequence text ? Optional.of(text.toString()) : Optional.empty());

    /** A whole number. */
    public static final Notation<Integer> COUNT = new Notation<>(
            Integer.class,
            CoreMessages.text("hint.integer"),
            "\\d+",
            String::valueOf,
            text -> text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty(),
            String::valueOf,
            given -> given instanceof Number n && n.doubleValue() == n.intValue()
                    ? Optional.of(n.intValue())
                    : Optional.empty());

    /** A flag; a sentence expresses it by the presence of its words. */
    public static final Notation<Boolean> FLAG = new Notation<>(
            Boolean.class,
            CoreMessages.text("hint.flag"),
            "yes|no",
            flag -> flag ? "yes" : "no",
            text -> switch (text) {
                case "yes", "true" -> Optional.of(true);
                case "no", "false" -> Optional.of(false);
                default -> Optional.empty();
            },
            String::valueOf,
            given -> Optional.empty());

    /** The fit of a picture of another shape. */
    public static final Notation<Fit> FIT = words(Fit.class);

    /** Positions of text. */
    public static final Notation<Position> POSITION = words(Position.class);

    /** Styles of text. */
    public static final Notation<TitleStyle> STYLE = words(TitleStyle.class);

    /** A rectangle of the picture: {@code left half}, {@code 30%,40%,20%,20%}. */
    static final Notation<Area> AREA = new Notation<>(
            Area.class,
            CoreMessages.text("hint.area"),
            String.join("|", Area.names()) + "|" + SHARE_PATTERN + "(?:," + SHARE_PATTERN + "){3}",
            Area::text,
            Area::read,
            area -> Quoted.script(area.text()),
            given -> Optional.empty());

    private static final List<Notation<?>> ALL = List.of(
            MOMENT,
            LENGTH,
            ShiftNotation.OFFSET,
            ShiftNotation.SHIFT,
            LEVEL,
            LOUDNESS,
            CHANGE,
            SHARE_OF,
            FACTOR,
            RATE,
            SEMITONES,
            SIZE,
            RATIO_OF,
            TARGET,
            RangeNotations.LIST,
            AREA,
            ClipNotations.JOINT,
            ClipNotations.ORDER,
            ClipNotations.PIECE,
            TEXT,
            COUNT,
            FLAG,
            FIT,
            POSITION,
            STYLE,
            words(Strength.class),
            words(LookName.class),
            words(Direction.class),
            words(UpscaleMethod.class),
            words(TransitionKind.class));

    private Notations() {}

    /** Returns all notations, in no particular order. */
    public static List<Notation<?>> all() {
        return ALL;
    }

    /** Returns the notation of a type. */
    public static Notation<?> of(Class<?> type) {
        Class<?> boxed = type == int.class ? Integer.class : type == boolean.class ? Boolean.class : type;
        return ALL.stream()
                .filter(n -> n.type() == boxed)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no notation for " + type));
    }

    /** Creates the notation of an enum: its names in lower case with spaces. */
    private static <E extends Enum<E>> Notation<E> words(Class<E> type) {
        List<E> constants = List.of(type.getEnumConstants());
        Function<E, String> word = Notations::word;
        List<String> all = constants.stream().map(word).toList();
        // The longest first: "top left" must not be read as "top".
        String pattern = String.join(
                "|", all.stream().sorted((a, b) -> b.length() - a.length()).toList());
        Function<String, Optional<E>> read = text -> constants.stream()
                .filter(e -> word.apply(e)
                        .equals(text.toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ')))
                .findFirst();
        return new Notation<>(
                type,
                CoreMessages.text("hint.one-of", String.join(", ", all)),
                pattern,
                word,
                read,
                e -> word.apply(e).contains(" ") ? "'" + word.apply(e) + "'" : word.apply(e),
                given -> Optional.empty());
    }

    /** Returns the word for an enum constant. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Optional<Moment> readMoment(String text) {
        switch (text) {
            case "the start", "start" -> {
                return Optional.of(Moment.START);
            }
            case "the end", "end" -> {
                return Optional.of(Moment.END);
            }
            default -> {
                Optional<Moment> share = first(SHARE, text)
                        .map(m -> new Moment.Fraction(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))));
                return share.or(() -> first(BEFORE_END, text)
                                .flatMap(m -> Times.read(m.group(1)))
                                .map(Moment.BeforeEnd::new))
                        .or(() -> Times.read(text).map(Moment::at));
            }
        }
    }

    private static String scriptMoment(Moment moment) {
        return moment instanceof Moment.At at && !at.offset().isZero()
                ? scriptLength(at.offset())
                : "'" + moment.text() + "'";
    }

    private static String scriptLength(Duration length) {
        return Times.decimal(BigDecimal.valueOf(length.toMillis(), 3)) + ".s";
    }

    private static Optional<Level> readLevel(String text) {
        Optional<Level> percent = first(PERCENT, text).map(m -> new Level.Percent(Double.parseDouble(m.group(1))));
        return percent.or(() -> first(DECIBEL, text).map(m -> new Level.Decibel(Double.parseDouble(m.group(1)))));
    }

    private static Optional<FrameSize> readSize(String text) {
        switch (text.toLowerCase(Locale.ROOT)) {
            case "8k" -> {
                return Optional.of(new FrameSize.Lines(4320));
            }
            case "4k", "uhd", "ultra hd" -> {
                return Optional.of(new FrameSize.Lines(2160));
            }
            case "2k", "qhd" -> {
                return Optional.of(new FrameSize.Lines(1440));
            }
            case "full hd", "fhd", "full-hd" -> {
                return Optional.of(new FrameSize.Lines(1080));
            }
            case "hd" -> {
                return Optional.of(new FrameSize.Lines(720));
            }
            default -> {
                Optional<FrameSize> pixels = first(
                                PIXELS, text.replace('×', 'x').replace(" ", ""))
                        .map(m -> new FrameSize.Pixels(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2))));
                return pixels.or(() -> first(LINES, text).map(m -> new FrameSize.Lines(Integer.parseInt(m.group(1)))));
            }
        }
    }

    private static String writeTarget(Target target) {
        if (target instanceof Target.Clip clip) {
            return "clip " + clip.number();
        }
        if (target instanceof Target.Scene scene) {
            return "scene " + scene.number();
        }
        if (target instanceof Target.Named named) {
            return Quoted.write(named.name());
        }
        return target instanceof Target.Layer layer
                ? "the " + layer.kind().name().toLowerCase(Locale.ROOT)
                : "everything";
    }

    private static Optional<Target> readTarget(String text) {
        return switch (text) {
            case "everything" -> Optional.of(Target.EVERYTHING);
            case "the video" -> Optional.of(new Target.Layer(Target.TrackKind.VIDEO));
            case "the music" -> Optional.of(new Target.Layer(Target.TrackKind.MUSIC));
            case "the text" -> Optional.of(new Target.Layer(Target.TrackKind.TEXT));
            default -> {
                Optional<Target> clip = first(CLIP, text).map(m -> new Target.Clip(Integer.parseInt(m.group(1))));
                Optional<Target> part =
                        clip.or(() -> first(SCENE, text).map(m -> new Target.Scene(Integer.parseInt(m.group(1)))));
                yield part.or(() -> Quoted.read(text).map(Target.Named::new))
                        .or(() -> text.isBlank() ? Optional.empty() : Optional.of(new Target.Named(text)));
            }
        };
    }

    private static String scriptTarget(Target target) {
        if (target instanceof Target.Clip clip) {
            return "clip(" + clip.number() + ")";
        }
        if (target instanceof Target.Scene scene) {
            return "scene(" + scene.number() + ")";
        }
        return target instanceof Target.Named named ? Quoted.script(named.name()) : "'" + writeTarget(target) + "'";
    }

    /** Writes a number before a unit: Groovy needs parentheses around a negative one. */
    static String number(double value) {
        String text = Times.decimal(value);
        return value < 0 ? "(" + text + ")" : text;
    }

    private static Optional<Matcher> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text.strip());
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }
}

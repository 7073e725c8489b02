package io.retake.dsl.scope;

import io.retake.core.edit.value.FrameRate;
import io.retake.core.edit.value.FrameSize;
import io.retake.core.edit.value.Moment;
import io.retake.core.protocol.FileFormat;
import io.retake.core.protocol.OutputFormat;
import io.retake.core.protocol.OutputQuality;
import io.retake.core.vocabulary.Notation;
import io.retake.core.vocabulary.Notations;
import io.retake.dsl.problem.ScriptMessages;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The named options of {@code export}: how each is read, and the formats it applies to. */
public enum ExportOption {
    /** The file name. */
    TO(
            ScriptMessages.text("export.name-hint"),
            given -> given.toString().isBlank() ? Optional.empty() : Optional.of(given)),
    /** See {@link OutputQuality}. */
    QUALITY(
            ScriptMessages.text("value.one-of", String.join(", ", OutputQuality.words())),
            given -> OutputQuality.of(given.toString())),
    /** The picture size. */
    SIZE(Notations.SIZE),
    /** The frame rate of the picture. */
    FPS(Notations.RATE),
    /** The maximum size in bytes. */
    UNDER(ScriptMessages.text("export.bytes-hint"), given -> bytes(given)),
    /** The moment of a still. */
    AT(Notations.MOMENT),
    /** Whether an existing file of that name may be replaced. */
    REPLACE(Notations.FLAG),
    /** Whether a receipt is written beside the file. */
    RECEIPT(Notations.FLAG);

    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)\\s*(KB|MB|GB)");
    private static final Map<String, BigDecimal> UNITS = Map.of(
            "KB",
            BigDecimal.valueOf(1_000),
            "MB",
            BigDecimal.valueOf(1_000_000),
            "GB",
            BigDecimal.valueOf(1_000_000_000));

    private final String hint;

    @SuppressWarnings("ImmutableEnumChecker") // a function without state
    private final Function<Object, Optional<?>> reader;

    ExportOption(String hint, Function<Object, Optional<?>> reader) {
        this.hint = hint;
        this.reader = reader;
    }

    ExportOption(Notation<?> notation) {
        this(notation.hint(), given -> Optional.of(notation.from(given)));
    }

    /** Returns the name in a script. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the expected value, for the user. */
    public String hint() {
        return hint;
    }

    /** Returns the option with a name. */
    public static Optional<ExportOption> of(String word) {
        return Arrays.stream(values()).filter(o -> o.word().equals(word)).findFirst();
    }

    /** Returns all names. */
    static List<String> words() {
        return Arrays.stream(values()).map(ExportOption::word).toList();
    }

    /**
     * Converts a value: to a text, an {@link OutputQuality}, a {@link FrameSize}, a {@link FrameRate}, a number of
     * bytes, a {@link Moment} or a flag.
     *
     * @throws IllegalArgumentException with a sentence for the user when it is invalid
     */
    public Object read(Object given) {
        return reader.apply(given)
                .orElseThrow(() -> new IllegalArgumentException(ScriptMessages.text(
                        "export.unexpected", hint, (given instanceof CharSequence ? "'" + given + "'" : given))));
    }

    /** Returns why the option does not apply to a format; empty when it does. */
    public Optional<String> objection(FileFormat format) {
        return switch (this) {
            case SIZE -> format.hasPicture() ? Optional.empty() : Optional.of(ScriptMessages.text("export.no-picture"));
            case FPS -> format.moves() ? Optional.empty() : Optional.of(ScriptMessages.text("export.no-motion"));
            case UNDER -> format.isRated() ? Optional.empty() : Optional.of(ScriptMessages.text("export.no-limit"));
            case AT -> format.isStill() ? Optional.empty() : Optional.of(ScriptMessages.text("export.no-still"));
            case QUALITY, TO, REPLACE, RECEIPT -> Optional.empty();
        };
    }

    private static Optional<Long> bytes(Object given) {
        Optional<BigDecimal> amount = given instanceof Number number
                ? Optional.of(new BigDecimal(number.toString()))
                : Optional.of(AMOUNT.matcher(given.toString().strip().toUpperCase(Locale.ROOT)))
                        .filter(Matcher::matches)
                        .map(m -> new BigDecimal(m.group(1)).multiply(UNITS.getOrDefault(m.group(2), BigDecimal.ONE)));
        amount.ifPresent(bytes -> {
            if (bytes.compareTo(BigDecimal.valueOf(OutputFormat.LEAST_BYTES)) < 0) {
                throw new IllegalArgumentException(
                        ScriptMessages.text("export.too-small", bytes.toBigInteger(), OutputFormat.LEAST_BYTES));
            }
        });
        return amount.map(BigDecimal::longValue);
    }
}

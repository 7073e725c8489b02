package io.retake.core.vocabulary;

import io.retake.core.CoreMessages;
import io.retake.core.edit.value.Offset;
import io.retake.core.edit.value.Shift;
import io.retake.core.edit.value.Times;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Notations for shifts: of sound {@code +200 ms}, of captions {@code +2 s}. */
final class ShiftNotation {
    private static final Pattern SIGNED = Pattern.compile("([+-]?)\\s*+(.+)");

    static final Notation<Offset> OFFSET = new Notation<>(
            Offset.class,
            CoreMessages.text("hint.offset"),
            "[+-]\\d+ ms",
            offset -> (offset.later().isNegative() ? "" : "+") + offset.later().toMillis() + " ms",
            text -> read(text).map(Offset::new),
            offset -> Notations.number((double) offset.later().toMillis()) + ".ms",
            given -> given instanceof Duration d ? Optional.of(new Offset(d)) : Optional.empty());

    static final Notation<Shift> SHIFT = new Notation<>(
            Shift.class,
            CoreMessages.text("hint.shift"),
            "[+-]\\d+(?:\\.\\d+)? s",
            shift -> (shift.later().isNegative() ? "-" : "+")
                    + Times.writeLength(shift.later().abs()),
            text -> read(text).map(Shift::new),
            shift -> Notations.number(shift.later().toMillis() / 1000.0) + ".s",
            given -> given instanceof Duration d ? Optional.of(new Shift(d)) : Optional.empty());

    private ShiftNotation() {}

    private static Optional<Duration> read(String text) {
        Matcher matcher = SIGNED.matcher(text);
        return matcher.matches()
                ? Times.read(matcher.group(2)).map(d -> matcher.group(1).equals("-") ? d.negated() : d)
                : Optional.empty();
    }
}

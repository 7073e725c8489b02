package io.retake.core.edit;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a shift of sound is written: {@code +200 ms}. */
final class ShiftNotation {
    private static final Pattern SIGNED = Pattern.compile("([+-]?)\\s*(.+)");

    static final Notation<Offset> OFFSET = new Notation<>(
            Offset.class,
            "a time later or earlier, such as 200.ms, -200.ms or '+200 ms'",
            "[+-]\\d+ ms",
            offset -> (offset.later().isNegative() ? "" : "+") + offset.later().toMillis() + " ms",
            ShiftNotation::read,
            offset -> Notations.number((double) offset.later().toMillis()) + ".ms",
            given -> given instanceof Duration d ? Optional.of(new Offset(d)) : Optional.empty());

    private ShiftNotation() {}

    private static Optional<Offset> read(String text) {
        Matcher matcher = SIGNED.matcher(text);
        return matcher.matches()
                ? Times.read(matcher.group(2))
                        .map(d -> new Offset(matcher.group(1).equals("-") ? d.negated() : d))
                : Optional.empty();
    }
}

package io.retake.repl.cli;

import io.retake.repl.message.ProgramMessages;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/**
 * An amount of storage as a user writes it: {@code 500MB}, {@code 20 GB}, {@code 1.5gb}, in powers of 1000.
 *
 * @param bytes more than 0
 */
record ByteSize(long bytes) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?)\\s*([kmgt]?b)?");
    private static final Map<String, Long> UNITS =
            Map.of("b", 1L, "kb", 1_000L, "mb", 1_000_000L, "gb", 1_000_000_000L, "tb", 1_000_000_000_000L);

    /** Parses a size. Picocli reports the exception to the user. */
    static ByteSize parse(String text) {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (form.matches()) {
            long unit = UNITS.getOrDefault(form.group(2) == null ? "b" : form.group(2), 1L);
            BigDecimal bytes = new BigDecimal(form.group(1)).multiply(BigDecimal.valueOf(unit));
            if (bytes.signum() > 0 && bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0) {
                return new ByteSize(bytes.longValue());
            }
        }
        throw new TypeConversionException(ProgramMessages.text("size.invalid", text));
    }
}

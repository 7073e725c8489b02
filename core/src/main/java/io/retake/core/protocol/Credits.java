package io.retake.core.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * A balance. Export is free; generating and editing cost credits.
 *
 * @param available the amount that can be spent now
 * @param frozen the amount reserved for running jobs
 * @param total the sum of both
 */
public record Credits(BigDecimal available, BigDecimal frozen, BigDecimal total) {
    /** The maximum number of digits, written out or as an exponent: adding to a longer number would exhaust memory. */
    private static final int MOST_DIGITS = 40;

    /** Reads the {@code data} of the balance. */
    public static Credits parse(JsonNode data) {
        BigDecimal available = amount(data, "available");
        BigDecimal frozen = amount(data, "frozen");
        return new Credits(available, frozen, data.has("total") ? amount(data, "total") : available.add(frozen));
    }

    private static BigDecimal amount(JsonNode data, String field) {
        try {
            return JsonFields.text(data, field)
                    .filter(text -> text.length() <= MOST_DIGITS)
                    .map(BigDecimal::new)
                    .filter(amount -> Math.abs((long) amount.precision() - amount.scale()) <= MOST_DIGITS
                            && Math.abs((long) amount.scale()) <= MOST_DIGITS)
                    .orElse(BigDecimal.ZERO);
        } catch (NumberFormatException notANumber) {
            return BigDecimal.ZERO;
        }
    }
}

package io.retake.core;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Room on a disk: how much there is, and in words that can't contradict each other. What is needed is rounded up and
 * what there is down, both in powers of 1000 and to three digits, so that too little always reads as less.
 */
public final class Room {
    private static final String[] UNITS = {"bytes", "KB", "MB", "GB", "TB"};

    private Room() {}

    /** An amount that is needed: {@code 1.01 MB} for 1,000,001 bytes. */
    public static String needed(long bytes) {
        return words(Math.max(0, bytes), RoundingMode.CEILING);
    }

    /** An amount that there is: {@code 999 KB} for 999,999 bytes. */
    public static String available(long bytes) {
        return words(Math.max(0, bytes), RoundingMode.FLOOR);
    }

    private static String words(long bytes, RoundingMode mode) {
        BigDecimal amount = BigDecimal.valueOf(bytes);
        int unit = 0;
        while (unit < UNITS.length - 1 && rounded(amount, unit, mode).compareTo(BigDecimal.valueOf(1000)) >= 0) {
            amount = amount.movePointLeft(3);
            unit++;
        }
        return rounded(amount, unit, mode).stripTrailingZeros().toPlainString() + " " + UNITS[unit];
    }

    /** To three digits, of bytes all. */
    private static BigDecimal rounded(BigDecimal amount, int unit, RoundingMode mode) {
        int whole = amount.precision() - amount.scale();
        return unit == 0 ? amount : amount.setScale(Math.max(0, 3 - whole), mode);
    }

    /** How much can be written beside this file or in this folder; empty where the file system doesn't tell. */
    public static OptionalLong at(Path place) {
        try {
            return OptionalLong.of(Files.getFileStore(place).getUsableSpace());
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** Whether a disk was full, or a quota used up, when something could not be written. */
    public static boolean wasMissing(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            String message = String.valueOf(each.getMessage());
            if (message.contains("No space left")
                    || message.contains("not enough space")
                    || message.contains("quota exceeded")) {
                return true;
            }
        }
        return false;
    }
}

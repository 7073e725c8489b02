package io.retake.core;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Disk space, and its wording: required amounts are rounded up and available amounts down, both in powers of 1000 and
 * to three digits, so that a shortage always reads as one.
 */
public final class Room {
    private static final String[] UNITS = {"bytes", "KB", "MB", "GB", "TB"};

    private Room() {}

    /** Formats a required amount: {@code 1.01 MB} for 1,000,001 bytes. */
    public static String needed(long bytes) {
        return words(Math.max(0, bytes), RoundingMode.CEILING);
    }

    /** Formats an available amount: {@code 999 KB} for 999,999 bytes. */
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

    /** Rounds an amount to three digits; leaves bytes as they are. */
    private static BigDecimal rounded(BigDecimal amount, int unit, RoundingMode mode) {
        int whole = amount.precision() - amount.scale();
        return unit == 0 ? amount : amount.setScale(Math.max(0, 3 - whole), mode);
    }

    /** Returns the free space for a file or folder, in bytes; empty where the file system does not report it. */
    public static OptionalLong at(Path place) {
        try {
            return OptionalLong.of(Files.getFileStore(place).getUsableSpace());
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** Returns whether a write failed because the disk was full or the quota used up. */
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

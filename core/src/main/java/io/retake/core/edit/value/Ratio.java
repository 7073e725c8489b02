package io.retake.core.edit.value;

import io.retake.core.CoreMessages;

/** Width to height, in lowest terms: 16:9. */
public record Ratio(int width, int height) {

    /** Reduces to lowest terms; rejects ratios beyond 10:1 either way. */
    public Ratio {
        if (width < 1 || height < 1 || width > 10 * height || height > 10 * width) {
            throw new IllegalArgumentException(CoreMessages.text("value.ratio", width, height));
        }
        int divisor = gcd(width, height);
        width /= divisor;
        height /= divisor;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}

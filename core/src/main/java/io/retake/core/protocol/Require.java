package io.retake.core.protocol;

/** Checks shared by the wire records. */
final class Require {
    private static final int LONGEST_ID = 512;

    private Require() {}

    static void id(String what, String id) {
        boolean bad = id.isBlank() || id.length() > LONGEST_ID || id.chars().anyMatch(Character::isISOControl);
        if (bad) {
            throw new IllegalArgumentException("not a " + what + ": '" + TerminalText.clean(id) + "'");
        }
    }

    /** Requires printable ASCII: other characters could split a header or be rejected by the HTTP library. */
    static void headerValue(String what, String value) {
        if (value.isBlank() || !value.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
            throw new IllegalArgumentException(
                    "the " + what + " header must be printable ASCII: '" + TerminalText.clean(value) + "'");
        }
    }
}

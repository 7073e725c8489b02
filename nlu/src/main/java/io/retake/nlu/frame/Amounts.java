package io.retake.nlu.frame;

/** Amounts of change, with the direction that a frame gives them. */
final class Amounts {
    private Amounts() {}

    /**
     * Returns an amount with its direction: {@code half} more is one and a half times, half less is half; a factor says
     * its direction itself.
     */
    static String signed(boolean less, String amount) {
        if (amount.equals("half")) {
            return less ? "x0.5" : "x1.5";
        }
        if (amount.startsWith("x")) {
            return amount;
        }
        return (less ? "-" : "+") + amount;
    }
}

package io.retake.repl.view;

import io.retake.core.protocol.Credits;
import io.retake.repl.message.ProgramMessages;
import java.math.BigDecimal;
import java.util.List;

/** Formats the credit balance. Thread-safe. */
public final class CreditsView {
    private final Theme theme;

    /** Formats in a theme. */
    public CreditsView(Theme theme) {
        this.theme = theme;
    }

    /** Returns the available credits, and those reserved for running work. */
    public List<String> lines(Credits credits) {
        boolean some = credits.available().signum() > 0;
        String available = theme.paint(
                some ? Role.EMPHASIS : Role.WARNING,
                ProgramMessages.text("credits.amount", plain(credits.available())));
        String held = credits.frozen().signum() > 0
                ? theme.paint(Role.ASIDE, ProgramMessages.text("credits.reserved", plain(credits.frozen())))
                : "";
        return List.of(ProgramMessages.text("credits.available", available, held));
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}

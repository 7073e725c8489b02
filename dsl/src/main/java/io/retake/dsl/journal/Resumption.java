package io.retake.dsl.journal;

/**
 * What a run takes up of an interrupted one.
 *
 * @param past what that one had done; nothing for a run that takes up none
 * @param backendDied whether its backend ended with it, so that nothing goes on there
 * @param resend whether a message is sent again of which nobody knows what became of it
 */
public record Resumption(JournalReplay past, boolean backendDied, boolean resend) {
    /** Nothing. */
    public static Resumption none() {
        return new Resumption(JournalReplay.none(), false, false);
    }
}

package io.retake.dsl.journal;

/**
 * The interrupted run that a run resumes.
 *
 * @param past the journal of that run; empty for a new run
 * @param backendDied whether its backend ended with it, so that nothing continues there
 * @param resend whether a message of unknown outcome is sent again
 */
public record Resumption(JournalReplay past, boolean backendDied, boolean resend) {
    /** Returns the resumption of a new run. */
    public static Resumption none() {
        return new Resumption(JournalReplay.none(), false, false);
    }
}

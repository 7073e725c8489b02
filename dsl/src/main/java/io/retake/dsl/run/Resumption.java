package io.retake.dsl.run;

/**
 * What a run takes up of an interrupted one.
 *
 * @param past what that one had done; nothing for a run that takes up none
 * @param backendDied whether its backend ended with it, so that nothing goes on there
 * @param resend whether a message is sent again of which nobody knows what became of it
 */
record Resumption(Past past, boolean backendDied, boolean resend) {
    /** Nothing. */
    static Resumption none() {
        return new Resumption(Past.none(), false, false);
    }
}

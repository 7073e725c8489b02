package io.retake.core.protocol;

/** The destination of a user's sentence. */
public enum Route {
    /** Render the timeline and download the file. */
    EXPORT,
    /** Read the balance. */
    CREDITS,
    /** Read the session. */
    STATE,
    /** Add media. */
    UPLOAD,
    /** Everything else: a message to the agent. */
    MESSAGE
}

package io.retake.core.protocol;

/** Where a person's sentence goes. */
public enum Route {
    /** Render the timeline and fetch the file. */
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

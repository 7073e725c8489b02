package io.retake.engine.api;

/** The two shapes of an event on the message stream; the cloud has been seen to send both. */
public enum EventFamily {
    /** Google ADK's: {@code {"content":{"parts":[…],"role":"model"},"partial":true,…}}. */
    ADK,
    /** {@code {"type":"text","content":"…"}} and its like. */
    PLAIN
}

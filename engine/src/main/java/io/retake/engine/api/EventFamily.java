package io.retake.engine.api;

/** The two formats of events on the message stream; the cloud sends both. */
public enum EventFamily {
    /** Google ADK's: {@code {"content":{"parts":[…],"role":"model"},"partial":true,…}}. */
    ADK,
    /** {@code {"type":"text","content":"…"}} and its like. */
    PLAIN
}

package io.retake.core.protocol;

/** Identifies one session at a backend. Write it to disk before the call that needs it. */
public record SessionRef(String taskId, String sessionId) {
    public SessionRef {
        Require.id("task id", taskId);
        Require.id("session id", sessionId);
    }
}

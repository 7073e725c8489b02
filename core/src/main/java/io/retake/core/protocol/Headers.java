package io.retake.core.protocol;

/** The names of the headers shared by client and engine. */
public final class Headers {
    public static final String AUTHORIZATION = "Authorization";
    public static final String CLIENT_ID = "X-Client-Id";
    public static final String SKILL_SOURCE = "X-Skill-Source";
    public static final String SKILL_VERSION = "X-Skill-Version";
    public static final String SKILL_PLATFORM = "X-Skill-Platform";
    public static final String RETRY_AFTER = "Retry-After";
    public static final String EVENT_STREAM = "text/event-stream";
    public static final String BEARER = "Bearer ";

    private Headers() {}
}

package io.retake.core.protocol;

import java.nio.file.Path;
import java.util.Map;

/**
 * The three headers that name the calling system, build and platform. A missing one makes an export answer 402, so none
 * may be blank.
 *
 * @param source the system in use: a recipe's name, else {@code retake}
 * @param version this build's version
 * @param platform where it is installed: {@code SKILL_SOURCE}, {@code clawhub}, {@code cursor} or {@code unknown}
 */
public record SkillHeaders(String source, String version, String platform) {
    public static final String DEFAULT_SOURCE = "retake";

    public SkillHeaders {
        Require.headerValue("source", source);
        Require.headerValue("version", version);
        Require.headerValue("platform", platform);
    }

    /** Returns these headers on behalf of a running recipe. */
    public SkillHeaders withSource(String recipe) {
        return new SkillHeaders(recipe, version, platform);
    }

    /**
     * Determines the platform as in protocol.md: the variable {@code SKILL_SOURCE} if set, else from the install path.
     */
    public static String platform(Map<String, String> environment, Path home, Path installed) {
        String given = environment.getOrDefault("SKILL_SOURCE", "").strip();
        if (!given.isEmpty()) {
            return given;
        }
        Path place = installed.toAbsolutePath().normalize();
        Path base = home.toAbsolutePath().normalize();
        if (place.startsWith(base.resolve(".clawhub"))) {
            return "clawhub";
        }
        return place.startsWith(base.resolve(".cursor").resolve("skills")) ? "cursor" : "unknown";
    }
}

package io.retake.core.protocol;

import java.nio.file.Path;
import java.util.Map;

/**
 * The three headers that say which system, build and platform is asking. A missing one makes an export answer 402, so
 * none may be blank.
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

    /** The same build and platform, on behalf of the recipe that runs. */
    public SkillHeaders withSource(String recipe) {
        return new SkillHeaders(recipe, version, platform);
    }

    /** The platform after protocol.md: the variable {@code SKILL_SOURCE} if set, else told by the install path. */
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

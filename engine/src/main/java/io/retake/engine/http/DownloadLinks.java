package io.retake.engine.http;

import io.retake.core.protocol.ErrorCode;
import io.retake.engine.http.server.ApiException;
import io.retake.engine.phrase.EngineMessages;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Addresses of finished films that work by themselves, for everyone who has one: a player, {@code curl -o}, a user. A
 * ticket in the path says until when, and a signature over it and the film's name makes it impossible to guess. The key
 * is made anew with each engine, and a restart ends all of them. Thread-safe.
 */
final class DownloadLinks {
    /** The minimum lifetime of a link; it ends on the hour, so that asking again gives the same address. */
    static final Duration LIFE = Duration.ofDays(1);

    private static final Duration STEP = Duration.ofHours(1);
    private static final Pattern TICKET = Pattern.compile("([0-9a-f]{1,12})-([0-9a-f]{40})");
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key = new byte[32];
    private final Clock clock;

    DownloadLinks(Clock clock) {
        this.clock = clock;
        new SecureRandom().nextBytes(key);
    }

    /** The path of a render's file. */
    String path(String render, String extension) {
        long steps = clock.instant().plus(LIFE).getEpochSecond() / STEP.toSeconds() + 1;
        String end = Long.toHexString(steps * STEP.toSeconds());
        String file = render + "." + extension;
        return "/api/render/file/" + end + "-" + signature(end, file) + "/" + file;
    }

    /** Rejects a ticket that was issued for another file or has expired. */
    void check(String ticket, String render, String extension) {
        Matcher parts = TICKET.matcher(ticket);
        boolean given = parts.matches()
                && MessageDigest.isEqual(
                        parts.group(2).getBytes(StandardCharsets.US_ASCII),
                        signature(parts.group(1), render + "." + extension).getBytes(StandardCharsets.US_ASCII));
        if (!given) {
            throw refused(EngineMessages.text("download.unknown"));
        }
        Instant end = Instant.ofEpochSecond(Long.parseLong(parts.group(1), 16));
        if (!clock.instant().isBefore(end)) {
            throw refused(EngineMessages.text("download.expired", end));
        }
    }

    private static ApiException refused(String why) {
        return ApiException.of(ErrorCode.TOKEN_REJECTED, EngineMessages.text("download.new-address", why))
                .unauthorized();
    }

    private String signature(String end, String file) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] sum = mac.doFinal((end + "/" + file).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum, 0, 20);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}

package io.retake.core.client.http;

import java.time.Duration;
import java.util.List;

/**
 * The client's time limits. The defaults are the protocol's.
 *
 * @param line between two "still waiting" lines of a reply
 * @param silence without any event but heartbeats, until a reply times out
 * @param reply for a whole reply
 * @param looks the waits before each poll of the state after a broken stream
 * @param rateLimit after a 429 without a {@code Retry-After}
 * @param rateLimitCap the longest wait that a 429 may ask for
 * @param poll between two polls of a render if the backend suggests no interval
 * @param stall without any progress of a render, until waiting ends
 * @param connect for connecting to a backend
 * @param answer for a call that is not a stream
 */
public record Patience(
        Duration line,
        Duration silence,
        Duration reply,
        List<Duration> looks,
        Duration rateLimit,
        Duration rateLimitCap,
        Duration poll,
        Duration stall,
        Duration connect,
        Duration answer) {

    public static final Patience DEFAULT = new Patience(
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            List.of(
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60)),
            Duration.ofSeconds(30),
            Duration.ofSeconds(120),
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            Duration.ofSeconds(15),
            Duration.ofSeconds(120));

    public Patience {
        looks = List.copyOf(looks);
    }

    /** Returns a copy with other limits for a reply. */
    public Patience withReply(Duration newLine, Duration newSilence, Duration newReply) {
        return new Patience(
                newLine, newSilence, newReply, looks, rateLimit, rateLimitCap, poll, stall, connect, answer);
    }

    /** Returns a copy with another limit for a render without progress. */
    public Patience withStall(Duration newStall) {
        return new Patience(line, silence, reply, looks, rateLimit, rateLimitCap, poll, newStall, connect, answer);
    }

    /** Returns a copy with other limits for plain calls. */
    public Patience withAnswer(Duration newConnect, Duration newAnswer) {
        return new Patience(line, silence, reply, looks, rateLimit, rateLimitCap, poll, stall, newConnect, newAnswer);
    }
}

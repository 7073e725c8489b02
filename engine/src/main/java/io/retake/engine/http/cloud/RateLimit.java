package io.retake.engine.http.cloud;

import io.retake.engine.http.server.ApiException;
import io.retake.engine.phrase.EngineMessages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Limits the requests of each user in any minute. Thread-safe. */
final class RateLimit {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int perMinute;
    private final Clock clock;
    private final Map<String, Deque<Instant>> byUser = new HashMap<>();

    /** No limit when {@code perMinute} is 0. */
    RateLimit(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    synchronized void count(String user) {
        if (perMinute == 0) {
            return;
        }
        Instant now = clock.instant();
        Deque<Instant> times = byUser.computeIfAbsent(user, id -> new ArrayDeque<>());
        while (!times.isEmpty() && !times.peekFirst().plus(WINDOW).isAfter(now)) {
            times.removeFirst();
        }
        if (times.size() >= perMinute) {
            Duration wait = Duration.between(now, times.getFirst().plus(WINDOW));
            throw ApiException.tooMany(
                    EngineMessages.text("cloud.rate", perMinute, Math.max(1, wait.toSeconds())), wait);
        }
        times.addLast(now);
    }
}

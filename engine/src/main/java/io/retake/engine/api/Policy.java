package io.retake.engine.api;

import io.retake.engine.phrase.EngineMessages;
import java.time.Duration;
import java.util.Optional;

/**
 * Limits that the cloud enforces and a local engine does not: credits, token expiry, rate limit, plan. All are off in
 * {@link #OFF}; each setting is turned on by itself, so that a client can be tested against one refusal at a time.
 *
 * @param initialCredits credits of a new user; at least 0
 * @param costPerEdit credits for one message; 0 is free
 * @param tokenLifetime how long an anonymous token is valid; empty for ever
 * @param tokenInterval how long a client waits after one anonymous token for the next; empty where the same token is
 *     handed out again
 * @param requestsPerMinute how many requests a token may make in any minute, and how many tokens an address may ask for;
 *     0 is no limit
 * @param exportInPlan whether export is in the plan; otherwise it answers HTTP 402
 */
public record Policy(
        int initialCredits,
        int costPerEdit,
        Optional<Duration> tokenLifetime,
        Optional<Duration> tokenInterval,
        int requestsPerMinute,
        boolean exportInPlan) {

    /** The cloud's: an anonymous token is valid as long, and a client gets one in that time. */
    public static final Duration TOKEN_WEEK = Duration.ofDays(7);

    /** Nothing is refused. */
    public static final Policy OFF = new Policy(100, 0, Optional.empty(), Optional.empty(), 0, true);

    public Policy {
        if (initialCredits < 0 || costPerEdit < 0 || requestsPerMinute < 0) {
            throw new EngineException(
                    EngineMessages.text("setting.policy-numbers", initialCredits, costPerEdit, requestsPerMinute));
        }
        checkTime("setting.token-lifetime", tokenLifetime);
        checkTime("setting.token-interval", tokenInterval);
    }

    private static void checkTime(String key, Optional<Duration> time) {
        if (time.isPresent() && (time.get().isNegative() || time.get().isZero())) {
            throw new EngineException(EngineMessages.text(key, time.get()));
        }
    }

    public Policy withCredits(int initial, int perEdit) {
        return new Policy(initial, perEdit, tokenLifetime, tokenInterval, requestsPerMinute, exportInPlan);
    }

    public Policy withTokenLifetime(Duration lifetime) {
        return new Policy(
                initialCredits, costPerEdit, Optional.of(lifetime), tokenInterval, requestsPerMinute, exportInPlan);
    }

    /** A client gets one anonymous token in {@link #TOKEN_WEEK}, which is valid as long unless another lifetime is set. */
    public Policy withOneTokenPerClient() {
        return new Policy(
                initialCredits,
                costPerEdit,
                tokenLifetime.or(() -> Optional.of(TOKEN_WEEK)),
                Optional.of(TOKEN_WEEK),
                requestsPerMinute,
                exportInPlan);
    }

    public Policy withRequestsPerMinute(int limit) {
        return new Policy(initialCredits, costPerEdit, tokenLifetime, tokenInterval, limit, exportInPlan);
    }

    public Policy withoutExport() {
        return new Policy(initialCredits, costPerEdit, tokenLifetime, tokenInterval, requestsPerMinute, false);
    }
}

package io.retake.engine;

import java.time.Duration;
import java.util.Optional;

/**
 * What the cloud enforces and a local engine does not: credits, token expiry, rate limit, plan. Everything is off in
 * {@link #OFF}; each setting is turned on by itself, so that a client can be tested against one refusal at a time.
 *
 * @param initialCredits what a new user starts with; at least 0
 * @param costPerEdit what one message costs, in credits; 0 is free
 * @param tokenLifetime how long an anonymous token is valid; empty for ever
 * @param requestsPerMinute how many requests a token may make in any minute; 0 is no limit
 * @param exportInPlan whether export is in the plan; otherwise it answers HTTP 402
 */
public record Policy(
        int initialCredits,
        int costPerEdit,
        Optional<Duration> tokenLifetime,
        int requestsPerMinute,
        boolean exportInPlan) {

    /** Nothing is refused. */
    public static final Policy OFF = new Policy(100, 0, Optional.empty(), 0, true);

    public Policy {
        if (initialCredits < 0 || costPerEdit < 0 || requestsPerMinute < 0) {
            throw new EngineException("A policy's credits, cost and rate are 0 or more; found " + initialCredits + ", "
                    + costPerEdit + " and " + requestsPerMinute + ".");
        }
        if (tokenLifetime.isPresent()
                && (tokenLifetime.get().isNegative() || tokenLifetime.get().isZero())) {
            throw new EngineException("A token's lifetime is longer than nothing; found " + tokenLifetime.get() + ".");
        }
    }

    public Policy withCredits(int initial, int perEdit) {
        return new Policy(initial, perEdit, tokenLifetime, requestsPerMinute, exportInPlan);
    }

    public Policy withTokenLifetime(Duration lifetime) {
        return new Policy(initialCredits, costPerEdit, Optional.of(lifetime), requestsPerMinute, exportInPlan);
    }

    public Policy withRequestsPerMinute(int limit) {
        return new Policy(initialCredits, costPerEdit, tokenLifetime, limit, exportInPlan);
    }

    public Policy withoutExport() {
        return new Policy(initialCredits, costPerEdit, tokenLifetime, requestsPerMinute, false);
    }
}

package io.retake.engine.api;

import io.retake.engine.phrase.EngineMessages;
import java.time.Duration;

/**
 * How slow, how silent and how many the engine's clients may be. None of it holds a thread; the limits bound what
 * connections, memory and disk a slow or hostile client can take.
 *
 * @param head the longest that a request's head may take, counted from its first byte or from the connection's opening
 * @param silence the longest pause within a body
 * @param grace how long a body or an answer may be slower than {@code bytesPerSecond} at its beginning
 * @param bytesPerSecond the least average pace of a body, and of a client that reads an answer
 * @param json the longest that a JSON body may take
 * @param upload the longest that an upload may take
 * @param transfersPerClient bodies and downloads of one token at a time; with more, the slowest of them ends
 * @param callsPerClient uploads, messages and renders of one token that are worked on at a time; more are refused (429)
 * @param connections open at a time; with more, the longest idle one is closed
 */
public record NetworkLimits(
        Duration head,
        Duration silence,
        Duration grace,
        int bytesPerSecond,
        Duration json,
        Duration upload,
        int transfersPerClient,
        int callsPerClient,
        int connections) {

    /** A film of 500 MB over a link of 25 KB/s still passes. */
    public static final NetworkLimits DEFAULT = new NetworkLimits(
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            Duration.ofSeconds(10),
            1024,
            Duration.ofMinutes(2),
            Duration.ofHours(6),
            64,
            64,
            1024);

    public NetworkLimits {
        for (Duration time : new Duration[] {head, silence, grace, json, upload}) {
            if (time.isNegative() || time.isZero()) {
                throw new EngineException(EngineMessages.text("setting.network-time", time));
            }
        }
        if (bytesPerSecond < 1 || transfersPerClient < 1 || callsPerClient < 1 || connections < 1) {
            throw new EngineException(EngineMessages.text(
                    "setting.network-limits", bytesPerSecond, transfersPerClient, callsPerClient, connections));
        }
    }

    /** Returns a copy with other times, for tests that refuse a client soon. */
    public NetworkLimits withTimes(Duration forHead, Duration forSilence, Duration forGrace) {
        return new NetworkLimits(
                forHead,
                forSilence,
                forGrace,
                bytesPerSecond,
                json,
                upload,
                transfersPerClient,
                callsPerClient,
                connections);
    }

    /** Returns a copy with other counts. */
    public NetworkLimits withNumbers(int transfers, int calls, int openConnections) {
        return new NetworkLimits(head, silence, grace, bytesPerSecond, json, upload, transfers, calls, openConnections);
    }

    /** Returns whether a transfer of so many bytes in that time is too slow. */
    public boolean isTooSlow(long bytes, Duration time) {
        return time.compareTo(grace) > 0 && bytes < time.toMillis() / 1000.0 * bytesPerSecond;
    }
}

package io.retake.dsl.run;

import io.retake.dsl.problem.DslException;
import io.retake.dsl.problem.ScriptMessages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Orders the entries in a session: the first one typed changes it first, whatever runs concurrently. An entry takes its
 * place when it begins, and gives it up when it is over, or earlier, once it no longer needs the session. Thread-safe.
 */
final class SessionQueue {
    private static final Duration FOREVER = Duration.ofDays(1000);
    private static final Duration UNSEEN = Duration.ofMillis(300);
    private final List<Place> places = new ArrayList<>();

    /** An entry, and its description for those that wait for it. */
    private record Place(Object entry, String text) {}

    /** Takes the last place. */
    synchronized void join(Object entry, String text) {
        if (places.stream().noneMatch(place -> isOf(place, entry))) {
            places.add(new Place(entry, text));
        }
    }

    /** Gives up the place, if there is one. */
    synchronized void leave(Object entry) {
        places.removeIf(place -> isOf(place, entry));
        notifyAll();
    }

    /**
     * Waits until every earlier entry has given up its place; one without a place takes the last.
     *
     * @param waiting receives the entry waited for, when the wait is long enough to notice
     */
    void await(Object entry, String text, Consumer<String> waiting) {
        try {
            if (!await(entry, text, UNSEEN)) {
                first(entry).ifPresent(waiting);
                await(entry, text, FOREVER);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DslException(ScriptMessages.text("run.canceled-waiting"), "", e);
        }
    }

    private synchronized boolean await(Object entry, String text, Duration most) throws InterruptedException {
        join(entry, text);
        long end = System.nanoTime() + most.toNanos();
        while (!isOf(places.get(0), entry)) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    private synchronized Optional<String> first(Object other) {
        return places.stream().findFirst().filter(place -> !isOf(place, other)).map(Place::text);
    }

    @SuppressWarnings("ReferenceEquality") // two entries are never the same, however similar
    private static boolean isOf(Place place, Object entry) {
        return place.entry == entry;
    }
}

package io.retake.dsl.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where in a recipe something was thrown, and from where that recipe was used: what is thrown on knows only the lines of
 * whoever catches it. Thread-safe.
 */
final class FailurePlaces {
    private final List<Place> places = new ArrayList<>();

    /**
     * A place in a recipe.
     *
     * @param thrown what was thrown there
     * @param script the recipe's file
     * @param line 0 when it can't be told
     * @param users the lines that used it, from the inside out
     */
    record Place(Throwable thrown, String script, int line, List<String> users) {
        Place {
            users = List.copyOf(users);
        }

        /** For a message about something else. */
        String causedAt() {
            return script + ":" + line + ", " + usedAt();
        }

        /** For a message. */
        String usedAt() {
            return "used at " + String.join(", used at ", users);
        }
    }

    /** Notes it, or for what came from a recipe inside of it one more user. */
    synchronized void note(Throwable thrown, String script, int line, String user) {
        Optional<Place> inner = find(thrown);
        inner.ifPresent(places::remove);
        List<String> users = new ArrayList<>(inner.map(Place::users).orElse(List.of()));
        users.add(user);
        places.add(inner.map(place -> new Place(thrown, place.script, place.line, users))
                .orElseGet(() -> new Place(thrown, script, line, users)));
    }

    /** Where it was thrown; empty when that was in no recipe. */
    synchronized Optional<Place> of(Throwable thrown) {
        return find(thrown).filter(place -> place.line > 0);
    }

    /** Where what caused it was thrown. */
    Optional<Place> ofCause(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return cause == null || cause == thrown ? Optional.empty() : of(cause).or(() -> ofCause(cause));
    }

    @SuppressWarnings("ReferenceEquality") // what is thrown twice is two failures
    private Optional<Place> find(Throwable thrown) {
        return places.stream().filter(place -> place.thrown == thrown).findFirst();
    }
}

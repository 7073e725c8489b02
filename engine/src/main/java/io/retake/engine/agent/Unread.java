package io.retake.engine.agent;

import io.retake.core.draft.Draft;
import io.retake.engine.agent.offer.Ordering;
import io.retake.engine.agent.read.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the clauses of a message that nobody could read, with their place among the others. Not thread-safe. */
final class Unread {
    private final List<Clause.NotUnderstood> clauses = new ArrayList<>();
    private int place;
    private int last;
    private boolean scattered;
    private Optional<Draft> then = Optional.empty();

    /** Takes note that the next clause is worked on. */
    void next() {
        place++;
    }

    /** Adds a clause, which was said about this timeline. */
    void add(Clause.NotUnderstood clause, Draft draft) {
        scattered |= !clauses.isEmpty() && place > last + 1;
        last = place;
        clauses.add(clause);
        then = then.or(() -> Optional.of(draft));
    }

    List<Clause.NotUnderstood> clauses() {
        return List.copyOf(clauses);
    }

    /**
     * Returns the words and what stands around them between other clauses, if they stand together in the message and
     * the edits behind them left everything at its time: only then do they still mean what was said.
     */
    Optional<String> rest(String message, Draft now) {
        boolean moved = then.filter(draft -> Ordering.isShifted(draft, now)).isPresent();
        return clauses.isEmpty() || scattered || moved
                ? Optional.empty()
                : Optional.of(message.substring(
                        clauses.get(0).from(), clauses.get(clauses.size() - 1).to()));
    }

    /** Returns the words, of which there are some. */
    String words(String message) {
        return message.substring(
                clauses.get(0).start(), clauses.get(clauses.size() - 1).end());
    }
}

package io.retake.engine.agent;

import io.retake.core.edit.Edit;
import io.retake.engine.agent.offer.Offers;
import io.retake.engine.timeline.Dialogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Which of two readings of a message is followed: the grammar's, or that of the parser of plain words. */
sealed interface Decision {
    /** What the grammar made of it stands, and what it left is named. */
    record AsRead() implements Decision {}

    /** The parser is sure, and the grammar isn't against it. */
    record Whole(List<Edit> edits) implements Decision {
        /** Copies. */
        public Whole {
            edits = List.copyOf(edits);
        }
    }

    /** Only the user can tell which of these is meant. */
    record Ask(List<List<Edit>> readings) implements Decision {
        /** Copies. */
        public Ask {
            readings = readings.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Decides about a message that the grammar left something of.
     *
     * @param done what it did of the message
     */
    static Decision ofPart(List<Edit> done, Offers whole) {
        return switch (whole.certainty()) {
            case SURE -> new Whole(whole.all().get(0));
            case LIKELY, LIKELY_IN_PART -> whole.all().get(0).size() > done.size()
                    ? new Ask(whole.all())
                    : new AsRead();
            case UNSURE, NOTHING_ASKED -> new AsRead();
        };
    }

    /**
     * Decides about a message that the grammar did whole.
     *
     * @param same whether two readings come to the same
     */
    static Decision ofAll(List<Edit> done, Offers whole, BiPredicate<List<Edit>, List<Edit>> same) {
        return switch (whole.certainty()) {
            case SURE -> rival(done, whole, same).<Decision>map(Ask::new).orElse(new AsRead());
            case NOTHING_ASKED -> done.isEmpty() ? new AsRead() : new Ask(List.of(done));
            case LIKELY, LIKELY_IN_PART, UNSURE -> new AsRead();
        };
    }

    /** Returns the parser's reading and then the grammar's, if they differ. */
    private static Optional<List<List<Edit>>> rival(
            List<Edit> done, Offers whole, BiPredicate<List<Edit>, List<Edit>> same) {
        List<Edit> other = whole.all().get(0);
        if (same.test(other, done)) {
            return Optional.empty();
        }
        List<List<Edit>> both = new ArrayList<>(List.of(other));
        if (!done.isEmpty()) {
            both.add(done);
        }
        return Optional.of(both);
    }

    /** Returns whether a message is what edits are written as: nobody else need read it. */
    static boolean isWritten(String message, List<Edit> edits) {
        String text = Dialogue.text(edits);
        return !edits.isEmpty() && (message.equalsIgnoreCase(text) || message.equalsIgnoreCase(text + "."));
    }
}

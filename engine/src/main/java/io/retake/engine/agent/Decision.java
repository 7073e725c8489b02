package io.retake.engine.agent;

import io.retake.core.edit.Edit;
import io.retake.core.vocabulary.Sentences;
import io.retake.engine.agent.offer.Alike;
import io.retake.engine.agent.offer.Offers;
import io.retake.engine.timeline.Dialogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Which of two readings of a message is followed: the grammar's, or that of the parser of plain words. */
sealed interface Decision {
    /** The grammar's result stands, including the parts that it left undone. */
    record AsRead() implements Decision {}

    /** The parser's edits are applied, all or none; a refusal is the answer. */
    record Whole(List<Edit> edits) implements Decision {
        /** Copies. */
        public Whole {
            edits = List.copyOf(edits);
        }
    }

    /** Only the user can tell which of these is meant; none if nobody can even guess. */
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
     * @param corrected whether a part of the message takes back another one
     */
    static Decision ofPart(List<Edit> done, Offers whole, boolean corrected) {
        return switch (whole.certainty()) {
            case SURE -> new Whole(whole.first());
            case REFUSED -> done.isEmpty() ? new Whole(whole.first()) : new AsRead();
            case LIKELY, LIKELY_IN_PART ->
                whole.first().size() > done.size() || corrected ? new Ask(whole.all()) : new AsRead();
            case UNSURE -> corrected && !done.isEmpty() ? new Ask(List.of()) : new AsRead();
        };
    }

    /** Decides about a message of which the grammar refused something that it understood. */
    static Decision ofRefused(Offers whole) {
        return whole.certainty() == Offers.Certainty.SURE ? new Ask(List.of(whole.first())) : new AsRead();
    }

    /**
     * Decides about a message that the grammar understood whole.
     *
     * @param done what it did or tried
     * @param same whether two readings come to the same
     */
    static Decision ofAll(List<Edit> done, Offers whole, BiPredicate<List<Edit>, List<Edit>> same) {
        return switch (whole.certainty()) {
            case SURE -> rival(done, whole, same).<Decision>map(Ask::new).orElse(new AsRead());
            case LIKELY -> Alike.isNarrower(whole.first(), done) ? new Ask(List.of(whole.first(), done)) : new AsRead();
            case REFUSED, LIKELY_IN_PART, UNSURE -> new AsRead();
        };
    }

    /** Returns the parser's reading and then the grammar's, if they differ. */
    private static Optional<List<List<Edit>>> rival(
            List<Edit> done, Offers whole, BiPredicate<List<Edit>, List<Edit>> same) {
        List<Edit> other = whole.first();
        if (same.test(other, done)) {
            return Optional.empty();
        }
        List<List<Edit>> both = new ArrayList<>(List.of(other));
        if (!done.isEmpty()) {
            both.add(done);
        }
        return Optional.of(both);
    }

    /** Returns whether a message is a canonical sentence, or what edits are written as: nobody else need read it. */
    static boolean isWritten(String message, List<Edit> edits) {
        String text = Dialogue.text(edits);
        return !edits.isEmpty()
                && (Sentences.read(message).isPresent()
                        || message.equalsIgnoreCase(text)
                        || message.equalsIgnoreCase(text + "."));
    }
}

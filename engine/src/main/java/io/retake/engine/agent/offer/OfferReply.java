package io.retake.engine.agent.offer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.edit.Edit;
import io.retake.engine.timeline.Project;
import io.retake.nlu.rank.Ranked;
import java.util.List;
import java.util.Optional;

/** A user's answer to the offers that stand. */
public sealed interface OfferReply {
    /** Characters; a longer message says more than yes. */
    int LONGEST = 40;
    /** The cost of a reading in which every word has a place, and a little for a typo. */
    double COVERED = 0.5;

    /** While offers stand, a message that can answer them does, whatever else it may mean. */
    double THINKABLE = 0.05;

    /** One of the offers is wanted. */
    record Accepted(List<Edit> edits) implements OfferReply {
        /** Copies. */
        public Accepted {
            edits = List.copyOf(edits);
        }
    }

    /** None is wanted. */
    record Declined() implements OfferReply {}

    /** It answers, but not which one of so many. */
    record Unclear(int offers) implements OfferReply {}

    /** Returns the answer that a message is; empty if nothing was offered or the message is another one. */
    static Optional<OfferReply> of(String message, Project project) {
        List<List<Edit>> offers = project.dialogue().offers();
        String words = message.strip();
        if (offers.isEmpty() || words.length() > LONGEST) {
            return Optional.empty();
        }
        List<Ranked> ranked = Offers.read(words, Situations.of(project));
        return ranked.stream()
                .filter(r -> r.probability() >= THINKABLE)
                .map(Ranked::reading)
                .filter(r -> r.requests().size() == 1 && r.cost() <= COVERED)
                .flatMap(r -> of(r.requests().get(0), offers).stream())
                .findFirst();
    }

    private static Optional<OfferReply> of(ObjectNode request, List<List<Edit>> offers) {
        return switch (request.path("op").asText()) {
            case "yes" -> Optional.of(pick(offers.size() == 1 ? 1 : 0, offers));
            case "no" -> Optional.of(new Declined());
            case "pick" -> Optional.of(pick(request.path("number").asInt(), offers));
            default -> Optional.empty();
        };
    }

    private static OfferReply pick(int number, List<List<Edit>> offers) {
        return number >= 1 && number <= offers.size()
                ? new Accepted(offers.get(number - 1))
                : new Unclear(offers.size());
    }
}

package io.retake.engine.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.Language;
import io.retake.core.edit.Edit;
import io.retake.core.edit.session.Checkpoint;
import io.retake.core.edit.session.Redo;
import io.retake.core.edit.session.Restore;
import io.retake.core.edit.session.Undo;
import io.retake.core.vocabulary.InvalidEdit;
import io.retake.core.vocabulary.Sentences;
import io.retake.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was said last in a session, as far as the next message can refer to it. Immutable.
 *
 * @param offers the edits that the last answer offered, each offer as a whole; none if it offered nothing
 * @param refused the offers that the user turned down since the last change, as sentences
 * @param last the edits of the last message that changed something
 * @param language the language of the offers, for an answer that has none ("2")
 */
public record Dialogue(List<List<Edit>> offers, List<String> refused, List<Edit> last, Language language) {
    /** Nothing was said. */
    public static final Dialogue NONE = new Dialogue(List.of(), List.of(), List.of(), Language.ENGLISH);
    /** Enough to remember of what one person turned down without changing anything. */
    private static final int MOST_REFUSED = 20;

    /** Copies, and forgets the oldest refusals beyond the bound. */
    public Dialogue {
        offers = offers.stream().map(List::copyOf).toList();
        refused = List.copyOf(refused.subList(Math.max(0, refused.size() - MOST_REFUSED), refused.size()));
        last = List.copyOf(last);
    }

    /** Returns an offer as the user reads it: its canonical sentences. */
    public static String text(List<Edit> offer) {
        return offer.stream().map(Sentences::write).collect(Collectors.joining("; "));
    }

    /** Returns a copy without offers. */
    public Dialogue withoutOffers() {
        return new Dialogue(List.of(), refused, last, Language.ENGLISH);
    }

    /** Returns a copy with other offers. */
    public Dialogue offering(List<List<Edit>> next, Language spoken) {
        return new Dialogue(next, refused, last, spoken);
    }

    /** Returns what can be referred to after a change, other than its offers. */
    public Dialogue after(List<Edit> done) {
        boolean corrects = done.size() > 1 && done.get(0) instanceof Undo;
        List<Edit> edits = corrects ? done.subList(1, done.size()) : done;
        boolean known = edits.stream()
                .noneMatch(
                        e -> e instanceof Undo || e instanceof Redo || e instanceof Restore || e instanceof Checkpoint);
        return new Dialogue(offers, List.of(), known ? edits : List.of(), language);
    }

    /** Returns a copy in which all offers are turned down. */
    public Dialogue refusing() {
        List<String> all = new ArrayList<>(refused);
        offers.forEach(offer -> all.add(text(offer)));
        return new Dialogue(List.of(), all, last, Language.ENGLISH);
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode offered = json.putArray("offers");
        offers.forEach(offer -> write(offered.addArray(), offer));
        refused.forEach(json.putArray("refused")::add);
        write(json.putArray("last"), last);
        return json.put("language", language.name());
    }

    private static void write(ArrayNode array, List<Edit> edits) {
        edits.forEach(edit -> array.add(Vocabulary.toJson(edit)));
    }

    /** The inverse of {@link #json}; nothing where another version wrote edits that this one doesn't have. */
    static Dialogue of(JsonNode json) {
        try {
            List<List<Edit>> offers = new ArrayList<>();
            json.path("offers").forEach(offer -> offers.add(edits(offer)));
            List<String> refused = new ArrayList<>();
            json.path("refused").forEach(sentence -> refused.add(sentence.asText()));
            boolean chinese = json.path("language").asText().equals(Language.CHINESE.name());
            return new Dialogue(
                    offers, refused, edits(json.path("last")), chinese ? Language.CHINESE : Language.ENGLISH);
        } catch (InvalidEdit e) {
            return NONE;
        }
    }

    private static List<Edit> edits(JsonNode array) {
        List<Edit> edits = new ArrayList<>();
        array.forEach(node -> edits.add(Vocabulary.fromJson(node.deepCopy())));
        return edits;
    }
}

package io.retake.engine.agent;

import io.retake.core.Language;
import io.retake.engine.agent.read.Clause;
import io.retake.engine.phrase.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects the parts of a message that led to no operation. A remark ("it's too dark") is settled when the clause after
 * it is understood: it gave the reason for that clause. Not thread-safe.
 */
final class Unfinished {
    private final Language language;
    private final List<Undone> undone = new ArrayList<>();
    private Optional<Clause.NotPossible> remark = Optional.empty();
    private boolean refuses;
    private boolean asks;

    Unfinished(Language language) {
        this.language = language;
    }

    /** Takes note of a clause before it is worked on. */
    void next(Clause clause) {
        boolean answers = clause instanceof Clause.Understood understood
                && !understood.edits().isEmpty();
        if (!answers) {
            settle();
        }
        remark = Optional.empty();
        if (clause instanceof Clause.NotPossible impossible && impossible.remark()) {
            remark = Optional.of(impossible);
            return;
        }
        asks = true;
        if (clause instanceof Clause.NotPossible impossible) {
            refuses |= !impossible.limit();
            add(impossible.words(), impossible.why());
        }
    }

    /** Returns whether something asks for what isn't possible, or nothing asks for anything: then nobody may guess. */
    boolean isRefusal() {
        return refuses || !asks;
    }

    void add(Clause.NotUnderstood clause) {
        add(clause.words(), clause.why());
    }

    void add(String words, Phrase why) {
        undone.add(new Undone(words, why.in(language)));
    }

    /** Puts one part in the place of the parts that it consists of. */
    void replace(List<Clause.NotUnderstood> clauses, String words, Phrase why) {
        List<Undone> old = clauses.stream()
                .map(c -> new Undone(c.words(), c.why().in(language)))
                .toList();
        int place = undone.indexOf(old.get(0));
        undone.removeAll(old);
        undone.add(place, new Undone(words, why.in(language)));
    }

    /** Returns whether every part so far led to an operation. */
    boolean isEmpty() {
        return undone.isEmpty() && remark.isEmpty();
    }

    private void settle() {
        remark.ifPresent(alone -> add(alone.words(), alone.why()));
    }

    /** Returns all parts, once the message has been read to its end. */
    List<Undone> all() {
        settle();
        remark = Optional.empty();
        return undone;
    }
}

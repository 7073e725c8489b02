package io.retake.engine.agent.read;

import io.retake.core.edit.Edit;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.arrange.Append;
import io.retake.core.edit.arrange.Insert;
import io.retake.core.edit.arrange.Reorder;
import io.retake.core.edit.session.FindScenes;
import io.retake.core.edit.sound.Music;
import io.retake.core.edit.value.Order;
import io.retake.core.edit.value.Target;
import io.retake.core.vocabulary.InvalidEdit;
import io.retake.core.vocabulary.Sentences;
import io.retake.engine.phrase.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parses one message clause by clause: each clause after the ones before it have been applied, so that "louder" and
 * "the last clip" refer to the timeline at that point. For one use, in one thread. The time grows with the length of
 * the message, which is limited.
 */
public final class Reader {
    /**
     * The maximum length in characters, more than anybody types at once; a canonical sentence with the longest title
     * fits.
     */
    static final int MOST_CHARACTERS = 5000;

    private final String message;
    private final String plain;
    private final List<Part> parts;
    private int next;
    private boolean scenesSought;
    private Target last = Target.EVERYTHING;

    /** A part of the message that is one clause, and the parts around it, as determined before any edit is applied. */
    private record Part(List<Token> tokens, int start, int end, int from, int to) {}

    private Reader(String message, String plain, List<Part> parts) {
        this.message = message;
        this.plain = plain;
        this.parts = parts;
    }

    /** Returns a reader at the start of a message. */
    public static Reader of(String message, Surroundings surroundings) {
        String text = message.strip();
        if (text.length() > MOST_CHARACTERS || canonical(text).isPresent()) {
            return new Reader(text, text, List.of(whole(List.of(), text)));
        }
        String plain = Wording.plain(text, surroundings);
        List<Token> words =
                VideoPhrases.named(new Tokenizer(plain, surroundings.files()).tokens(), plain, surroundings);
        List<Token> tokens = Questions.marked(Descriptions.marked(Phrases.of(words, surroundings)));
        List<Part> parts = parts(new Clauses(tokens, plain, surroundings).split(), text);
        // If no word requests anything, the reply reports that as well.
        return new Reader(text, plain, parts.isEmpty() ? List.of(whole(tokens, text)) : parts);
    }

    private static Part whole(List<Token> tokens, String text) {
        return new Part(tokens, 0, text.length(), 0, text.length());
    }

    private static List<Part> parts(List<List<Token>> clauses, String text) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < clauses.size(); i++) {
            List<Token> clause = clauses.get(i);
            boolean last = i == clauses.size() - 1;
            parts.add(new Part(
                    clause,
                    clause.get(0).start(),
                    clause.get(clause.size() - 1).end(),
                    i == 0 ? 0 : parts.get(i - 1).end(),
                    last ? text.length() : clauses.get(i + 1).get(0).start()));
        }
        return parts;
    }

    /** Returns whether there is another clause. */
    public boolean hasNext() {
        return next < parts.size();
    }

    /** Returns the next clause, as understood in the current state. */
    public Clause next(Surroundings surroundings) {
        Optional<Clause> scenes = scenesFirst(surroundings);
        if (scenes.isPresent()) {
            return scenes.get();
        }
        Part part = known(parts.get(next++), surroundings);
        Clause clause = read(part, surroundings);
        if (clause instanceof Clause.Understood understood
                && !understood.edits().isEmpty()) {
            did(understood.edits());
            moved(part.tokens(), understood.edits()).ifPresent(target -> last = target);
        } else {
            // "Take clip 2 …, and mute it" means clip 2, even if the rest failed.
            named(part.tokens()).ifPresent(target -> last = target);
        }
        return clause;
    }

    /**
     * Returns a search for scenes, once, before a clause that needs the number of "the last scene" and is otherwise
     * understood.
     */
    private Optional<Clause> scenesFirst(Surroundings surroundings) {
        Part part = parts.get(next);
        boolean looks = !scenesSought
                && surroundings.scenes() == 0
                && namesLastScene(part)
                && read(part, surroundings) instanceof Clause.Understood;
        if (!looks) {
            return Optional.empty();
        }
        scenesSought = true;
        return Optional.of(
                new Clause.Understood(message.substring(part.start(), part.end()), List.of(new FindScenes())));
    }

    private static boolean namesLastScene(Part part) {
        return part.tokens().stream().anyMatch(t -> t.value().equals(PartPhrases.LAST_SCENE));
    }

    private static Part known(Part part, Surroundings surroundings) {
        int scenes = surroundings.scenes();
        if (scenes == 0 || !namesLastScene(part)) {
            return part;
        }
        List<Token> tokens = part.tokens().stream()
                .map(t -> t.value().equals(PartPhrases.LAST_SCENE)
                        ? new Token(t.kind(), new Target.Scene(scenes), t.start(), t.end())
                        : t)
                .toList();
        return new Part(tokens, part.start(), part.end(), part.from(), part.to());
    }

    /** Returns whether there is another clause and it is not understood. */
    public boolean hasUnreadable(Surroundings surroundings) {
        return hasNext() && read(parts.get(next), surroundings) instanceof Clause.NotUnderstood;
    }

    /**
     * Records edits that another parser found for a clause not understood here, so that "it" can refer to their target.
     */
    public void did(List<Edit> edits) {
        edits.forEach(this::remember);
    }

    private Clause read(Part part, Surroundings surroundings) {
        String words = message.substring(part.start(), part.end());
        if (words.length() > MOST_CHARACTERS) {
            return tooLong(words);
        }
        // Canonical sentences are whole messages: a single clause in that form belongs to the grammar.
        Optional<Edit> canonical = parts.size() == 1 && part.tokens().isEmpty() ? canonical(words) : Optional.empty();
        if (canonical.isPresent()) {
            return new Clause.Understood(words, List.of(canonical.get()));
        }
        if (scenesSought && surroundings.scenes() == 0 && namesLastScene(part)) {
            return new Clause.NotPossible(words, Phrase.of("reader.no-last-scene", shortened(words)), false);
        }
        Slots slots = new Slots(part.tokens(), plain, surroundings, last);
        Optional<Reading> reading = Grammar.read(slots);
        if (reading.isEmpty() && isTopic(slots)) {
            return new Clause.Understood(words, List.of());
        }
        if (reading.isPresent() && reading.get().problem().isEmpty()) {
            return new Clause.Understood(
                    words, reading.get().edits(), reading.get().choice());
        }
        if (reading.filter(Reading.OPEN::equals).isPresent()) {
            // "Edit my clips: mute them": what follows says how.
            return parts.size() > 1
                    ? new Clause.Understood(words, List.of())
                    : new Clause.Open(message.substring(part.from(), part.to())
                            .replaceAll("^[\\s,，.;]{1,9}|[\\s,，.。;!]{1,9}$", ""));
        }
        return reading.isPresent()
                ? new Clause.NotPossible(words, problem(words, reading.get()), Grammar.isRemark(slots))
                : notUnderstood(words, part);
    }

    /** Returns whether a clause only names the target of the next one: "take clip 1, flip it". */
    private boolean isTopic(Slots slots) {
        boolean namesOne = slots.only(Kind.TARGET, Kind.FILE)
                && slots.all(Kind.TARGET, Kind.FILE).size() == 1
                && !slots.has(Kind.ADD);
        return namesOne
                && next < parts.size()
                && parts.get(next).tokens().stream().anyMatch(t -> t.is(Kind.PRONOUN));
    }

    /** Returns the clip or file that one edit puts elsewhere, which "it" means then: "put clip 1 last and mute it". */
    private static Optional<Target> moved(List<Token> tokens, List<Edit> edits) {
        List<Token> named =
                tokens.stream().filter(t -> t.is(Kind.TARGET, Kind.FILE)).toList();
        if (edits.size() != 1 || named.size() != 1) {
            return Optional.empty();
        }
        if (edits.get(0) instanceof Append || edits.get(0) instanceof Insert) {
            return named(named);
        }
        return edits.get(0) instanceof Reorder order && order.order() instanceof Order.Listed listed
                ? moved(named.get(0), listed.clips())
                : Optional.empty();
    }

    private static Optional<Target> moved(Token named, List<Integer> order) {
        if (named.is(Kind.FILE)) {
            return named(List.of(named));
        }
        return named.value() instanceof Target.Clip clip && order.contains(clip.number())
                ? Optional.of(new Target.Clip(order.indexOf(clip.number()) + 1))
                : Optional.empty();
    }

    private static Optional<Target> named(List<Token> tokens) {
        return tokens.stream()
                .filter(t -> t.is(Kind.TARGET, Kind.FILE))
                .reduce((earlier, later) -> later)
                .map(t -> t.is(Kind.FILE) ? new Target.Named(t.text()) : t.as(Target.class));
    }

    /** Parses a canonical sentence; empty if its values are invalid, because the grammar can report why. */
    private static Optional<Edit> canonical(String text) {
        try {
            return Sentences.read(text);
        } catch (InvalidEdit | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void remember(Edit edit) {
        if (edit instanceof Targeted targeted) {
            last = targeted.on();
        } else if (edit instanceof Music) {
            last = new Target.Layer(Target.TrackKind.MUSIC);
        }
    }

    private static Phrase problem(String words, Reading reading) {
        return Phrase.of("reader.problem", shortened(words), reading.problem().orElseThrow());
    }

    private static Clause notUnderstood(String words, Part part) {
        Phrase nearest = Nearest.of(part.tokens());
        Phrase why = Phrase.of("reader.not-understood", shortened(words), nearest);
        return new Clause.NotUnderstood(words, why, nearest, part.start(), part.end(), part.from(), part.to());
    }

    private static Clause tooLong(String words) {
        return new Clause.NotPossible(
                shortened(words), Phrase.of("reader.too-long", words.length(), MOST_CHARACTERS), false);
    }

    private static String shortened(String words) {
        String line = words.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= 120 ? line : line.substring(0, 119) + "…";
    }
}

package io.retake.engine.agent;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.Language;
import io.retake.core.edit.Edit;
import io.retake.core.edit.session.Checkpoint;
import io.retake.core.edit.session.Redo;
import io.retake.core.edit.session.Undo;
import io.retake.core.protocol.LocalPromise;
import io.retake.core.protocol.TerminalText;
import io.retake.core.vocabulary.Vocabulary;
import io.retake.engine.agent.offer.Alike;
import io.retake.engine.agent.offer.OfferReply;
import io.retake.engine.agent.offer.Offers;
import io.retake.engine.agent.offer.Rehearsal;
import io.retake.engine.agent.offer.Suggestions;
import io.retake.engine.agent.read.Clause;
import io.retake.engine.agent.read.Reader;
import io.retake.engine.agent.read.Surroundings;
import io.retake.engine.agent.read.Wording;
import io.retake.engine.edit.Applier;
import io.retake.engine.edit.Measurements;
import io.retake.engine.edit.Outcome;
import io.retake.engine.phrase.MessageLanguage;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.Dialogue;
import io.retake.engine.timeline.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One message being worked on. Not thread-safe. */
final class Conversation {
    /** Questions to the interpreter in one message; the session waits for each. */
    private static final int MOST_QUESTIONS = 5;

    private final String message;
    private final Reader reader;
    private final Interpreter interpreter;
    private final Project before;
    private final Language language;
    private final Measurements measurements;
    private final List<AgentStep> steps = new ArrayList<>();
    /** The edits that were tried, and those that changed something. */
    private final List<Edit> tried = new ArrayList<>();

    private final List<Edit> made = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final Unfinished unfinished;
    private final Unread unread = new Unread();
    private Dialogue dialogue;
    private Project now;
    private boolean stepIsOpen;
    private boolean accepting;
    /** Whether the grammar filled in something that the words left open. */
    private boolean chose;

    private int questionsLeft = MOST_QUESTIONS;

    Conversation(Project project, String message, Measurements measurements, Interpreter interpreter) {
        this.message = message.strip();
        this.interpreter = interpreter;
        this.measurements = measurements;
        this.before = project;
        this.now = project.saying(project.dialogue().withoutOffers());
        this.dialogue = now.dialogue();
        this.language = language(message, project.dialogue());
        this.unfinished = new Unfinished(language);
        this.reader = Reader.of(message, surroundings());
    }

    /** An answer such as "2" has no language of its own. */
    private static Language language(String message, Dialogue dialogue) {
        boolean wordless = message.codePoints().noneMatch(Character::isLetter);
        return wordless && !dialogue.offers().isEmpty() ? dialogue.language() : MessageLanguage.of(message);
    }

    /** Reads the message clause by clause and does what is understood. */
    void read() {
        while (reader.hasNext()) {
            add(reader.next(surroundings()));
        }
    }

    /** Returns whether all that was read is done. */
    boolean isComplete() {
        return unfinished.isEmpty() && steps.stream().allMatch(AgentStep::done);
    }

    /** Decides what to do about the message, once it is read. */
    Decision decision() {
        if (Decision.isWritten(message, tried) || chose || !dialogue.offers().isEmpty()) {
            return new Decision.AsRead();
        }
        Offers whole = offers(message, before.saying(before.dialogue().withoutOffers()));
        if (isWishLeft() && whole.readings().equals(List.of(tried))) {
            return new Decision.AsRead(); // the parser took for a remark what the grammar names
        }
        return unfinished.isEmpty()
                ? Decision.ofAll(tried, whole, this::comeToTheSame)
                : unfinished.isRefusal()
                        ? Decision.ofRefused(whole)
                        : Decision.ofPart(tried, whole, Offers.isCorrected(message, before));
    }

    /** Returns whether words that the grammar can't read ask for something: "mute it and make it sparkle". */
    private boolean isWishLeft() {
        return unread.clauses().stream().anyMatch(c -> Offers.isWish(c.words(), before));
    }

    private boolean comeToTheSame(List<Edit> some, List<Edit> others) {
        return some.equals(others)
                || Alike.are(some, others, message, new ProjectSurroundings(before)::gain)
                || Rehearsal.comeToTheSame(some, others, before);
    }

    private static Offers offers(String words, Project project) {
        Surroundings surroundings = new ProjectSurroundings(project);
        return Offers.of(Wording.plain(words, surroundings), project, surroundings::gain);
    }

    /** Does what the message as a whole asks for: all of it, or nothing and says why. */
    void doAll(List<Edit> edits) {
        doAll(message, edits);
    }

    /** Does what words ask for, all of it or nothing, and returns whether it did. */
    private boolean doAll(String words, List<Edit> edits) {
        List<String> refusals = all(edits);
        if (refusals.isEmpty()) {
            return true;
        }
        Phrase refusal = Phrase.of("agent.impossible", refusals.get(0));
        unfinished.add(words, refusal);
        say(refusal);
        return false;
    }

    /** Asks which of several readings is meant. */
    void ask(List<List<Edit>> readings) {
        dialogue = dialogue.offering(readings, language);
        String words = TerminalText.excerpt(message, 120);
        Phrase question = readings.isEmpty()
                ? Phrase.of("offer.corrected", words)
                : Phrase.of("offer.unsure", words, question(readings));
        unfinished.add(message, question);
        say(question);
    }

    /** Does what the user chose of the offers. */
    void take(OfferReply reply) {
        if (reply instanceof OfferReply.Accepted accepted) {
            accepting = true;
            doAll(accepted.edits());
        } else if (reply instanceof OfferReply.Declined) {
            dialogue = before.dialogue().refusing();
            String said = Phrase.of("offer.declined").in(language);
            ObjectNode words = JsonNodeFactory.instance.objectNode().put("words", message);
            steps.add(new AgentStep("edit", words, said, true, true)); // a client learns that it was understood
            lines.add(said);
        } else {
            dialogue = before.dialogue();
            int offers = ((OfferReply.Unclear) reply).offers();
            Phrase which = offers == 1 ? Phrase.of("offer.only-one") : Phrase.of("offer.which", offers);
            unfinished.add(message, which);
            say(which);
        }
    }

    Surroundings surroundings() {
        return new ProjectSurroundings(now);
    }

    void add(Clause clause) {
        unfinished.next(clause);
        unread.next();
        if (clause instanceof Clause.Understood understood) {
            int before = steps.size();
            understood.edits().forEach(this::run);
            boolean done = steps.subList(before, steps.size()).stream().allMatch(AgentStep::done);
            understood.choice().filter(choice -> done).ifPresent(this::say);
            chose |= understood.choice().isPresent();
        } else if (clause instanceof Clause.Open open) {
            suggest(open);
        } else if (clause instanceof Clause.NotPossible impossible) {
            say(impossible.why());
        } else {
            ask((Clause.NotUnderstood) clause);
        }
    }

    /** Offers edits that fit the timeline, where the user asks for some. */
    private void suggest(Clause.Open open) {
        List<List<Edit>> offers = Suggestions.of(now);
        Phrase question = Suggestions.question(open.words(), offers);
        dialogue = offers.isEmpty() ? dialogue : dialogue.offering(offers, language);
        unfinished.add(open.words(), question);
        say(question);
    }

    private void say(Phrase phrase) {
        lines.add(phrase.in(language));
    }

    /** Asks about adjacent unreadable clauses as one: they may make sense only together. */
    private void ask(Clause.NotUnderstood first) {
        if (!interpreter.isOn() || questionsLeft == 0) {
            leave(first);
            return;
        }
        List<Clause.NotUnderstood> clauses = new ArrayList<>(List.of(first));
        while (reader.hasUnreadable(surroundings())) {
            clauses.add((Clause.NotUnderstood) reader.next(surroundings()));
        }
        String words =
                message.substring(first.start(), clauses.get(clauses.size() - 1).end());
        questionsLeft--;
        Interpretation interpretation = interpreter.read(words, now);
        if (interpretation instanceof Interpretation.Edits read) {
            guess(words, read.edits());
            return;
        }
        clauses.forEach(this::leave);
        if (interpretation instanceof Interpretation.Unanswered unanswered) {
            questionsLeft = 0;
            say(unanswered.why());
        } else {
            say(((Interpretation.Nothing) interpretation).why());
        }
    }

    private void leave(Clause.NotUnderstood clause) {
        unread.add(clause, now.draft());
        unfinished.add(clause);
        say(clause.why());
    }

    /** Applies all of the guessed edits, or none. */
    private void guess(String words, List<Edit> edits) {
        say(Phrase.of("agent.model-understood", TerminalText.excerpt(words, 120), Dialogue.text(edits)));
        if (doAll(words, edits)) {
            reader.did(edits);
        }
    }

    /** Applies all edits and returns nothing; or applies none and returns what stood in the way. */
    private List<String> all(List<Edit> edits) {
        Project start = now;
        boolean wasOpen = stepIsOpen;
        int stepsBefore = steps.size();
        int madeBefore = made.size();
        int triedBefore = tried.size();
        int told = lines.size();
        edits.forEach(this::run);
        List<AgentStep> taken = steps.subList(stepsBefore, steps.size());
        List<String> refusals =
                taken.stream().filter(s -> !s.done()).map(AgentStep::result).toList();
        if (!refusals.isEmpty()) {
            now = start;
            stepIsOpen = wasOpen;
            taken.clear();
            lines.subList(told, lines.size()).clear();
            made.subList(madeBefore, made.size()).clear();
            tried.subList(triedBefore, tried.size()).clear();
        }
        return refusals;
    }

    private void run(Edit edit) {
        tried.add(edit);
        Outcome outcome = Applier.apply(now, edit, measurements);
        if (outcome instanceof Outcome.Done done) {
            made.add(edit);
            boolean steps = edit instanceof Undo || edit instanceof Redo;
            boolean keeps = edit instanceof Checkpoint;
            now = stepIsOpen && !steps && !keeps ? now.amend(done.project().draft()) : done.project();
            stepIsOpen = keeps ? stepIsOpen : !steps;
        }
        now = now.diagnosed(outcome.project().diagnoses());
        String said = outcome.phrase().in(language);
        ObjectNode args = Vocabulary.toJson(edit);
        args.remove("op");
        steps.add(new AgentStep(
                Vocabulary.of(edit).name(), args, said, !(outcome instanceof Outcome.Refused), accepting));
        lines.add(said);
    }

    Answer answer() {
        offer();
        if (LocalPromise.isIn(message)) {
            say(Phrase.of("task.local"));
        }
        boolean changed = !now.draft().equals(before.draft());
        if (!changed) {
            lines.add(Phrase.of("agent.unchanged").in(language));
        }
        lines.add(now.draft().summary());
        now = now.saying(changed ? dialogue.after(made) : dialogue);
        return new Answer(now, String.join("\n", lines), steps, unfinished.all());
    }

    /** Offers what the part without an operation may have meant, if it is one part and is still where it was. */
    private void offer() {
        Optional<String> rest = unread.rest(message, now.draft());
        Project asked = now.draft().equals(before.draft()) ? now.saying(dialogue) : now;
        List<List<Edit>> offers =
                rest.map(words -> offers(words, asked)).orElse(Offers.NONE).all();
        if (offers.isEmpty()) {
            return;
        }
        dialogue = dialogue.offering(offers, language);
        String words = TerminalText.excerpt(unread.words(message), 120);
        Phrase answer = Phrase.of("offer.unread", words, question(offers));
        unfinished.replace(unread.clauses(), words, answer);
        List<String> old = unread.clauses().stream()
                .map(clause -> clause.why().in(language))
                .toList();
        int place = lines.indexOf(old.get(0));
        lines.removeAll(old);
        lines.add(place, answer.in(language));
    }

    private static Phrase question(List<List<Edit>> offers) {
        String first = Dialogue.text(offers.get(0));
        return offers.size() == 1
                ? Phrase.of("offer.one", first)
                : Phrase.of("offer.two", first, Dialogue.text(offers.get(1)));
    }
}

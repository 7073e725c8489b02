package io.retake.engine.agent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.Language;
import io.retake.core.edit.Edit;
import io.retake.core.edit.session.Checkpoint;
import io.retake.core.edit.session.Redo;
import io.retake.core.edit.session.Undo;
import io.retake.core.protocol.TerminalText;
import io.retake.core.vocabulary.Sentences;
import io.retake.core.vocabulary.Vocabulary;
import io.retake.engine.agent.read.Clause;
import io.retake.engine.agent.read.Reader;
import io.retake.engine.agent.read.Surroundings;
import io.retake.engine.edit.Applier;
import io.retake.engine.edit.Measurements;
import io.retake.engine.edit.Outcome;
import io.retake.engine.phrase.MessageLanguage;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Turns a message into edits and applies them, clause by clause: each sees the timeline as the clauses before it left
 * it. A clause that is not understood or not possible changes nothing and is named in the answer; the others are done
 * all the same. All edits of a message are one step of history, so that one undo takes back what one message did.
 */
public final class LocalAgent {
    private LocalAgent() {}

    /** Answers a message. Never throws because of its text; takes time in proportion to its (limited) length. */
    public static Answer answer(Project project, String message) {
        return answer(project, message, Measurements.NONE);
    }

    /** Answers a message with measurements of media at hand; takes as long as they do. */
    public static Answer answer(Project project, String message, Measurements measurements) {
        return answer(project, message, measurements, Interpreter.NONE);
    }

    /**
     * Answers a message, asking an interpreter about sentences that the grammar can't parse; takes as long as it does.
     */
    public static Answer answer(Project project, String message, Measurements measurements, Interpreter interpreter) {
        Conversation conversation = new Conversation(project, message, measurements, interpreter);
        while (conversation.reader.hasNext()) {
            conversation.add(conversation.reader.next(conversation.surroundings()));
        }
        return conversation.answer();
    }

    /** One message being worked on. Not thread-safe. */
    private static final class Conversation {
        /** Questions to the interpreter in one message; the session waits for each. */
        private static final int MOST_QUESTIONS = 5;

        private final String message;
        private final Reader reader;
        private final Interpreter interpreter;
        private final Project before;
        private final Language language;
        private final Measurements measurements;
        private final List<AgentStep> steps = new ArrayList<>();
        private final List<String> lines = new ArrayList<>();
        private final Unfinished unfinished;
        private Project now;
        private boolean stepIsOpen;
        private int questionsLeft = MOST_QUESTIONS;

        Conversation(Project project, String message, Measurements measurements, Interpreter interpreter) {
            this.message = message.strip();
            this.interpreter = interpreter;
            this.measurements = measurements;
            this.before = project;
            this.now = project;
            this.language = MessageLanguage.of(message);
            this.unfinished = new Unfinished(language);
            this.reader = Reader.of(message, surroundings());
        }

        Surroundings surroundings() {
            return new ProjectSurroundings(now);
        }

        void add(Clause clause) {
            unfinished.next(clause);
            if (clause instanceof Clause.Understood understood) {
                understood.edits().forEach(this::run);
            } else if (clause instanceof Clause.NotPossible impossible) {
                say(impossible.why());
            } else {
                unread((Clause.NotUnderstood) clause);
            }
        }

        private void say(Phrase phrase) {
            lines.add(phrase.in(language));
        }

        /** Asks about adjacent unreadable clauses as one: they may make sense only together. */
        private void unread(Clause.NotUnderstood first) {
            if (!interpreter.isOn() || questionsLeft == 0) {
                unfinished.add(first);
                say(first.why());
                return;
            }
            List<Clause.NotUnderstood> clauses = new ArrayList<>(List.of(first));
            while (reader.hasUnreadable(surroundings())) {
                clauses.add((Clause.NotUnderstood) reader.next(surroundings()));
            }
            String words = message.substring(
                    first.start(), clauses.get(clauses.size() - 1).end());
            questionsLeft--;
            Interpretation interpretation = interpreter.read(words, now);
            if (interpretation instanceof Interpretation.Edits read) {
                guess(words, read.edits());
                return;
            }
            clauses.forEach(clause -> {
                unfinished.add(clause);
                say(clause.why());
            });
            if (interpretation instanceof Interpretation.Unanswered unanswered) {
                questionsLeft = 0;
                say(unanswered.why());
            } else {
                say(((Interpretation.Nothing) interpretation).why());
            }
        }

        /** Applies all of the guessed edits, or none. */
        private void guess(String words, List<Edit> edits) {
            Project start = now;
            boolean wasOpen = stepIsOpen;
            int stepsBefore = steps.size();
            String read = edits.stream().map(Sentences::write).collect(Collectors.joining("; "));
            say(Phrase.of("agent.model-understood", TerminalText.excerpt(words, 120), read));
            int told = lines.size();
            edits.forEach(this::run);
            List<AgentStep> made = steps.subList(stepsBefore, steps.size());
            int refused = made.stream().map(AgentStep::done).toList().indexOf(false);
            if (refused < 0) {
                reader.did(edits);
                return;
            }
            String why = made.get(refused).result();
            now = start;
            stepIsOpen = wasOpen;
            made.clear();
            lines.subList(told, lines.size()).clear();
            Phrase refusal = Phrase.of("agent.impossible", why);
            unfinished.add(words, refusal);
            say(refusal);
        }

        private void run(Edit edit) {
            Outcome outcome = Applier.apply(now, edit, measurements);
            if (outcome instanceof Outcome.Done done) {
                boolean steps = edit instanceof Undo || edit instanceof Redo;
                boolean keeps = edit instanceof Checkpoint;
                now = stepIsOpen && !steps && !keeps ? now.amend(done.project().draft()) : done.project();
                stepIsOpen = keeps ? stepIsOpen : !steps;
            }
            now = now.diagnosed(outcome.project().diagnoses());
            String said = outcome.phrase().in(language);
            ObjectNode args = Vocabulary.toJson(edit);
            args.remove("op");
            steps.add(new AgentStep(Vocabulary.of(edit).name(), args, said, !(outcome instanceof Outcome.Refused)));
            lines.add(said);
        }

        Answer answer() {
            boolean changed = !now.draft().equals(before.draft());
            if (!changed) {
                lines.add(Phrase.of("agent.unchanged").in(language));
            }
            lines.add(now.draft().summary());
            return new Answer(now, String.join("\n", lines), steps, unfinished.all());
        }
    }
}

package io.retake.engine.agent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.edit.Checkpoint;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Redo;
import io.retake.core.edit.Undo;
import io.retake.core.edit.Vocabulary;
import io.retake.engine.agent.read.Clause;
import io.retake.engine.agent.read.Language;
import io.retake.engine.agent.read.Phrase;
import io.retake.engine.agent.read.Reader;
import io.retake.engine.agent.read.Surroundings;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a message into edits and applies them, clause by clause: each sees the timeline as the clauses before it left
 * it. A clause that is not understood or not possible changes nothing and is named in the answer; the others are done
 * all the same. All edits of a message are one step of history, so that one undo takes back what one message did.
 */
public final class LocalAgent {
    private LocalAgent() {}

    /** Never throws for what a message says, and takes time in proportion to its (limited) length. */
    public static Answer answer(Project project, String message) {
        return answer(project, message, Measurements.NONE);
    }

    /** The same, with what can be measured; takes as long as that does. */
    public static Answer answer(Project project, String message, Measurements measurements) {
        Conversation conversation = new Conversation(project, Language.of(message), measurements);
        Reader reader = Reader.of(message, conversation.surroundings());
        while (reader.hasNext()) {
            conversation.add(reader.next(conversation.surroundings()));
        }
        return conversation.answer();
    }

    /** One message being worked on. Not thread-safe. */
    private static final class Conversation {
        private final Project before;
        private final Language language;
        private final Measurements measurements;
        private final List<Step> steps = new ArrayList<>();
        private final List<String> lines = new ArrayList<>();
        private Project now;
        private boolean stepIsOpen;

        Conversation(Project project, Language language, Measurements measurements) {
            this.measurements = measurements;
            this.before = project;
            this.now = project;
            this.language = language;
        }

        Surroundings surroundings() {
            return new ProjectSurroundings(now);
        }

        void add(Clause clause) {
            if (clause instanceof Clause.Understood understood) {
                understood.edits().forEach(this::run);
            } else {
                lines.add(((Clause.NotUnderstood) clause).why().in(language));
            }
        }

        private void run(Edit edit) {
            Outcome outcome = Applier.apply(now, edit, measurements);
            if (outcome instanceof Outcome.Done done) {
                boolean steps = edit instanceof Undo || edit instanceof Redo;
                boolean keeps = edit instanceof Checkpoint;
                now = stepIsOpen && !steps && !keeps ? now.amend(done.project().draft()) : done.project();
                stepIsOpen = keeps ? stepIsOpen : !steps;
            }
            String said = outcome.phrase().in(language);
            ObjectNode args = Vocabulary.toJson(edit);
            args.remove("op");
            steps.add(new Step(Vocabulary.of(edit).name(), args, said, !(outcome instanceof Outcome.Refused)));
            lines.add(said);
        }

        Answer answer() {
            boolean changed = !now.draft().equals(before.draft());
            if (!changed) {
                lines.add(Phrase.of("The timeline is as it was.", "时间线没有改动。").in(language));
            }
            lines.add(now.draft().summary());
            return new Answer(now, String.join("\n", lines), steps);
        }
    }
}

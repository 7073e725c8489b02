package io.retake.engine.agent;

import io.retake.core.edit.Edit;
import io.retake.engine.agent.offer.OfferReply;
import io.retake.engine.edit.Measurements;
import io.retake.engine.timeline.Project;
import java.util.List;
import java.util.Optional;

/**
 * Turns a message into edits and applies them. Two readers read it: the grammar clause by clause, each of which sees the
 * timeline as the clauses before it left it, and the parser of plain words as a whole. Where they agree, or only one of
 * them is sure, the message is done; where each is sure of something else, nothing is done and both are offered.
 *
 * <p>Where neither understands all of it, a clause that is not understood or not possible changes nothing and is named
 * in the answer; the others are done all the same, unless there is a likely reading of the whole, which is offered. The
 * next message can accept an offer; any other one ends it. All edits of a message are one step of history, so that one
 * undo takes back what one message did.
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
        Conversation conversation = new Conversation(project, message, measurements, Interpreter.NONE);
        Optional<OfferReply> reply = OfferReply.of(message, project);
        if (reply.isPresent()) {
            conversation.take(reply.get());
            return conversation.answer();
        }
        conversation.read();
        Decision decision = conversation.decision();
        Conversation again = new Conversation(project, message, measurements, interpreter);
        if (decision instanceof Decision.Ask ask) {
            again.ask(ask.readings());
            return again.answer();
        }
        if (decision instanceof Decision.Whole whole) {
            again.doAll(whole.edits());
            return again.answer();
        }
        if (conversation.isComplete() || !interpreter.isOn()) {
            return conversation.answer();
        }
        again.read();
        return again.answer();
    }

    /** Returns what a message that the grammar understands may mean, if it can mean more than one thing. */
    static List<List<Edit>> rivals(Project project, String message) {
        Conversation conversation = new Conversation(project, message, Measurements.NONE, Interpreter.NONE);
        conversation.read();
        return conversation.isComplete() && conversation.decision() instanceof Decision.Ask ask
                ? ask.readings()
                : List.of();
    }
}

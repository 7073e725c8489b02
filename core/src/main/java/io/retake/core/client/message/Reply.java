package io.retake.core.client.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.retake.core.CoreMessages;
import io.retake.core.protocol.GuiTranslation;
import io.retake.core.protocol.SessionState;
import java.util.List;
import java.util.Set;

/**
 * The outcome of one message.
 *
 * @param text the backend's text, cleaned and translated; empty when there was none
 * @param tools the tools it used, in order
 * @param suggestions the instructions for its window, as actions
 * @param ending how the stream ended
 * @param change the session before and after; always read, whether there was text or not
 * @param generated media that this message generated
 */
public record Reply(
        String text,
        List<ToolUse> tools,
        Set<GuiTranslation.Action> suggestions,
        Ending ending,
        StateChange change,
        List<JsonNode> generated) {

    /** The end of a stream. */
    public enum Ending {
        /** It closed normally. */
        CLOSED,
        /** It broke; the effect was read from the state. */
        BROKEN,
        /** Nothing but heartbeats for too long; the effect was read from the state. */
        TIMED_OUT
    }

    public Reply {
        tools = List.copyOf(tools);
        suggestions = Set.copyOf(suggestions);
        generated = List.copyOf(generated);
    }

    /** Returns whether the backend sent no text. */
    public boolean silent() {
        return text.isBlank();
    }

    /**
     * Returns the text to show: the backend's own, or else a description of the changes; both where the text is
     * incomplete.
     */
    public String summary() {
        if (silent()) {
            return change.sentence();
        }
        return ending == Ending.CLOSED ? text : CoreMessages.text("message.incomplete", text, change.sentence());
    }

    /** Returns the session after the message. */
    public SessionState state() {
        return change.after();
    }
}

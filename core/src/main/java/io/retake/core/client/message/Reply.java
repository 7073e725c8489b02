package io.retake.core.client.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.retake.core.protocol.GuiTranslation;
import io.retake.core.protocol.SessionState;
import java.util.List;
import java.util.Set;

/**
 * What became of one message.
 *
 * @param text what the backend said, cleaned and translated; empty when it said nothing
 * @param tools what it used, in order
 * @param suggestions what it told the person to do in its window
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

    /** How a stream ended. */
    public enum Ending {
        /** By closing, as it should. */
        CLOSED,
        /** It broke; what it did was read from the state. */
        BROKEN,
        /** Nothing but heartbeats for too long; what it did was read from the state. */
        TIMED_OUT
    }

    public Reply {
        tools = List.copyOf(tools);
        suggestions = Set.copyOf(suggestions);
        generated = List.copyOf(generated);
    }

    /** Whether the backend said nothing. */
    public boolean silent() {
        return text.isBlank();
    }

    /** What to show: the backend's words, or else what changed; both where the words are not all. */
    public String summary() {
        if (silent()) {
            return change.sentence();
        }
        return ending == Ending.CLOSED ? text : text + "… (the reply is incomplete) " + change.sentence();
    }

    /** The session after it. */
    public SessionState state() {
        return change.after();
    }
}

package io.retake.core.client.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.retake.core.protocol.GuiTranslation;
import java.time.Duration;

/** Hears a reply as it comes. Called in the calling thread; what it throws ends the call, not the edit. */
public interface ReplyListener {
    ReplyListener SILENT = new ReplyListener() {};

    /**
     * The first byte of the message is about to leave: from here on its outcome is unknown until the call returns. Comes
     * in a thread of the client's; throwing here keeps the message from being sent.
     */
    default void sending() {}

    /** Text for the person: whole sentences or lines with the space between them, cleaned and translated. */
    default void text(String text) {}

    /** The backend uses a tool. */
    default void tool(ToolUse use) {}

    /** The backend told the person to use its window; this is what that means here. */
    default void suggestion(GuiTranslation.Action action) {}

    /** Still waiting; comes every two minutes without news. */
    default void waiting(Duration sofar) {}

    /** The raw result of a generation, as the backend lists it; the finished timeline may follow. */
    default void generated(JsonNode media) {}

    /**
     * What came of the text so far is all that will come, though it is not complete; not called where there was none.
     *
     * @param reason why, as a clause: {@code the connection broke (…)}
     */
    default void incomplete(String reason) {}

    /**
     * There will be no complete reply; the state is about to be read instead.
     *
     * @param reason why, as a clause: {@code the backend answered HTTP 500 Internal Server Error}
     */
    default void broken(String reason) {}

    /**
     * The state is read in a while, to see what became of the message.
     *
     * @param look which look it will be, from 1
     * @param looks how many there are at most
     * @param pause until then
     */
    default void looking(int look, int looks, Duration pause) {}
}

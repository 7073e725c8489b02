package io.retake.core.client.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.retake.core.protocol.GuiTranslation;
import java.time.Duration;

/** Receives a reply as it arrives. Called in the calling thread; an exception from it ends the call, not the edit. */
public interface ReplyListener {
    ReplyListener SILENT = new ReplyListener() {};

    /**
     * The first byte of the message is about to be sent: from here on its outcome is unknown until the call returns.
     * Called in a thread of the client's; throwing here keeps the message from being sent.
     */
    default void sending() {}

    /** Text for the user: whole sentences or lines with the space between them, cleaned and translated. */
    default void text(String text) {}

    /** The backend uses a tool. */
    default void tool(ToolUse use) {}

    /** The backend told the user to use its window; the action is the equivalent here. */
    default void suggestion(GuiTranslation.Action action) {}

    /** Still waiting; called every two minutes without news. */
    default void waiting(Duration sofar) {}

    /** The raw result of a generation, as the backend lists it; the finished timeline may follow. */
    default void generated(JsonNode media) {}

    /**
     * No more text will follow, although it is incomplete; not called if there was none.
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
     * The client will poll the state after a pause, to find the outcome of the message.
     *
     * @param look the number of the poll, from 1
     * @param looks the maximum number of polls
     * @param pause the time until then
     */
    default void looking(int look, int looks, Duration pause) {}
}

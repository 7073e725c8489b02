package io.retake.core.client.render;

import io.retake.core.protocol.RenderStatus;
import io.retake.core.protocol.RenderTicket;

/** Receives the progress of a render. Called in the calling thread; an exception from it ends the call. */
public interface RenderListener {
    RenderListener SILENT = new RenderListener() {};

    /** An id is about to be submitted: write it to disk now, so that the render can be found again. */
    default void submitting(RenderTicket ticket) {}

    /** The backend's answer to one poll. */
    default void status(RenderTicket ticket, RenderStatus status) {}

    /** The first attempt failed or its id was taken; a second one with a new id follows. */
    default void again(RenderTicket failed, String reason) {}
}

package io.retake.core.client.render;

import io.retake.core.protocol.RenderStatus;
import io.retake.core.protocol.RenderTicket;

/** Hears how a render goes. Called in the calling thread; what it throws ends the call. */
public interface RenderListener {
    RenderListener SILENT = new RenderListener() {};

    /** An id is about to be submitted: write it to disk now, so that the render can be found again. */
    default void submitting(RenderTicket ticket) {}

    /** What the backend said at one look. */
    default void status(RenderTicket ticket, RenderStatus status) {}

    /** A first try failed or its id was taken; a second with a new id follows. */
    default void again(RenderTicket failed, String reason) {}
}

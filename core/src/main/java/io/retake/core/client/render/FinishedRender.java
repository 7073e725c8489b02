package io.retake.core.client.render;

import io.retake.core.protocol.RenderStatus;
import io.retake.core.protocol.RenderTicket;

/** A render that completed, and the ticket under which it did. */
public record FinishedRender(RenderTicket ticket, RenderStatus status) {}

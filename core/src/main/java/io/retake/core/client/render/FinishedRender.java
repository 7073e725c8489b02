package io.retake.core.client.render;

import io.retake.core.protocol.RenderStatus;
import io.retake.core.protocol.RenderTicket;

/** A completed render and its ticket. */
public record FinishedRender(RenderTicket ticket, RenderStatus status) {}

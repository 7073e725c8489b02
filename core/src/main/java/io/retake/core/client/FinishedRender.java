package io.retake.core.client;

import io.retake.core.protocol.RenderStatus;

/** A render that completed, and the ticket under which it did. */
public record FinishedRender(RenderTicket ticket, RenderStatus status) {}

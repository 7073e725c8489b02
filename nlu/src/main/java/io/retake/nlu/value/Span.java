package io.retake.nlu.value;

import io.retake.core.edit.value.Moment;

/** A stretch of the timeline. */
public record Span(Moment from, Moment to) {}

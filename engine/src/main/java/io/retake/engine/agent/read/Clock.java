package io.retake.engine.agent.read;

import io.retake.core.edit.value.Ratio;
import java.time.Duration;
import java.util.Optional;

/** Two or three numbers with colons between: a time, and perhaps a shape ({@code 9:16}). */
record Clock(Duration time, Optional<Ratio> ratio) {}

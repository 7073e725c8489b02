package io.retake.engine.agent.read;

import io.retake.core.edit.value.Ratio;
import java.time.Duration;
import java.util.Optional;

/** Two or three numbers separated by colons: a time, which may also be an aspect ratio ({@code 9:16}). */
record Clock(Duration time, Optional<Ratio> ratio) {}

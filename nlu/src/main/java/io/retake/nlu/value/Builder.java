package io.retake.nlu.value;

import io.retake.nlu.situation.Situation;
import java.util.List;
import java.util.Optional;

/** Makes a value of the values nested in a pattern, in their order; empty when they make none. */
public interface Builder {
    /** Builds the value as it is meant in a situation. */
    Optional<Object> build(List<Object> nested, Situation situation);
}

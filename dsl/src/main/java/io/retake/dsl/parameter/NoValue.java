package io.retake.dsl.parameter;

/**
 * Stands for the value of a parameter that a command line names without a value: {@code --draft} at the end, or before
 * another option. It turns a {@link ParameterType#FLAG} on; every other type needs a value.
 */
public enum NoValue {
    /** The only instance. */
    GIVEN
}

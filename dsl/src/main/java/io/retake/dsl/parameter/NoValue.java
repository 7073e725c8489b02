package io.retake.dsl.parameter;

/**
 * Stands for the value of a parameter that a command line names without giving one: {@code --draft} at the end, or with
 * another option behind it. It switches a {@link ParameterType#FLAG} on; every other type needs a value.
 */
public enum NoValue {
    /** The only one. */
    GIVEN
}

package io.retake.core.edit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one argument of an operation: a component of its record, or the method of an interface that declares it for
 * all its records.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface Arg {
    /** Its meaning, with its unit. */
    String help();

    /** The default, in the argument's own {@code Notation}; {@link #REQUIRED} when there is none. */
    String byDefault() default REQUIRED;

    /** Whether it may be given without its name, as the first value after the verb. */
    boolean positional() default false;

    /** Whether it names a file, which a script uploads when it is not in the session yet. */
    boolean file() default false;

    /** Marks an argument without a default: a text that no notation can read. */
    String REQUIRED = "\u0000";
}

package io.retake.dsl.scope;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes one word of a scope, for help, completion and messages. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Help {
    /** The description, in one sentence for the user. */
    String value();

    /** A line that works in a script. */
    String example();
}

package io.retake.core.edit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares an operation's verb, help and canonical sentence; everything else is derived from the record's components.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Verb {
    /** The verb in a script; a second word ({@code "color auto"}) is a keyword that follows it. */
    String name();

    /** The section of the vocabulary. */
    Group group() default Group.MORE;

    /** The effect, in one sentence for the user. */
    String help();

    /** A line that works in a script unchanged. */
    String example();

    /**
     * The canonical English sentence, as a {@code Template}: <code>{name}</code> stands for an argument, a part in
     * square brackets is left out while all its arguments have their default values, and <code>[name? words]</code> is
     * written when the flag {@code name} is set.
     *
     * <p>Of several, the first is used for an edit that has all it needs: an argument outside of square brackets that is
     * not its default, and no other arguments.
     */
    String[] sentence();
}

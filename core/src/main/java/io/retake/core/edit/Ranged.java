package io.retake.core.edit;

/** An edit of a part of its target. Its record has the part as a component, whose arguments are the edit's. */
public interface Ranged {
    /** The part of the target. */
    Ranges range();
}

package io.retake.core.edit;

/** What an operation is about, for help: the sections of the vocabulary, in its order. */
public enum Group {
    /** What stays and what goes. */
    CUT,
    /** What comes after what. */
    ORDER,
    /** How fast it is. */
    PACE,
    /** Size, shape and rate of the picture. */
    FRAME,
    /** How the picture looks. */
    PICTURE,
    /** What is written on it. */
    TEXT,
    /** What is heard. */
    SOUND,
    /** Versions of the timeline. */
    HISTORY,
    /** Reading only. */
    LOOKING,
    /** None of those. */
    MORE
}

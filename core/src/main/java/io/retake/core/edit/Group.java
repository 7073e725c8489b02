package io.retake.core.edit;

/** The subject of an operation, for help: the sections of the vocabulary, in order. */
public enum Group {
    /** Cutting and keeping. */
    CUT,
    /** The order of clips. */
    ORDER,
    /** Changing, moving and taking off what is there. */
    OBJECT,
    /** Speed. */
    PACE,
    /** Size, shape and rate of the picture. */
    FRAME,
    /** The look of the picture. */
    PICTURE,
    /** Titles and captions. */
    TEXT,
    /** Sound. */
    SOUND,
    /** Versions of the timeline. */
    HISTORY,
    /** Operations that only read. */
    LOOKING,
    /** Everything else. */
    MORE
}

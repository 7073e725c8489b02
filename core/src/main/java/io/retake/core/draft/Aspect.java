package io.retake.core.draft;

/** In which respect a segment of one timeline differs from the same segment of another. */
public enum Aspect {
    /** It begins elsewhere on the timeline. */
    START,
    /** It is longer or shorter on the timeline. */
    LENGTH,
    /** It shows another medium. */
    MEDIA,
    /** It shows its medium from another place. */
    SOURCE,
    /** Another name. */
    NAME,
    /** Another text, or another line under it. */
    TEXT,
    /** Its text or its overlay stands elsewhere, is drawn otherwise, or has another size. */
    PLACE,
    /** Another speed. */
    SPEED,
    /** Another level. */
    LEVEL,
    /** Something else is done to it. */
    EFFECTS,
    /** The one before becomes it in another way. */
    TRANSITION,
    /** It holds one frame now, or no longer. */
    FREEZE,
    /** Its medium starts over at its end now, or no longer. */
    LOOP,
    /** It is on another track. */
    TRACK,
    /** Something that this version does not know. */
    OTHER
}

package io.retake.nlu.value;

/** The kinds of thing that a message can name. */
public enum PartKind {
    /** The whole timeline. */
    EVERYTHING,
    /** One clip or several. */
    CLIP,
    /** One scene or several. */
    SCENE,
    /** One title or all. */
    TITLE,
    /** One lower third or all. */
    LOWER_THIRD,
    /** The captions. */
    CAPTIONS,
    /** One overlay or all. */
    OVERLAY,
    /** One transition or all. */
    TRANSITION,
    /** The music. */
    MUSIC,
    /** The sound of clips. */
    SOUND,
    /** The part that was named or edited last. */
    IT,
    /** A stretch that was named before, never all: "mute it there". */
    THERE
}

package io.retake.repl.view;

/** What a piece of text is, never how it looks: that is for {@link Theme}. */
public enum Role {
    /** Done, present, possible. */
    GOOD,
    /** Failed, missing, wrong. */
    BAD,
    /** Worth a look; the run goes on. */
    WARNING,
    /** What the eye should find first: a result, a name, a command to type. */
    EMPHASIS,
    /** What it can skip: times taken, places, explanations. */
    ASIDE,
    /** The part of a bar that is done. */
    BAR_DONE,
    /** The part that is not. */
    BAR_REST,
    /** Footage on the timeline. */
    VIDEO,
    /** What lies over it. */
    OVERLAY,
    /** Music and other sound on the timeline. */
    AUDIO,
    /** Text on the timeline. */
    TEXT,
    /** What the timeline holds beside those. */
    OTHER,
    /** How loud it is, over time. */
    WAVE,
    /** A text within quotes, in a statement. */
    QUOTED,
    /** A number with its unit, in a statement. */
    NUMBER,
    /** There now and not before. */
    ADDED,
    /** There before and not now. */
    REMOVED,
    /** There before and now, and different. */
    CHANGED
}

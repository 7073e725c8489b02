package io.retake.repl.view;

/** The meaning of a piece of text; {@link Theme} decides its look. */
public enum Role {
    /** Done, present, possible. */
    GOOD,
    /** Failed, missing, wrong. */
    BAD,
    /** Needs attention; the run continues. */
    WARNING,
    /** Most important: a result, a name, a command to type. */
    EMPHASIS,
    /** Secondary: times taken, places, explanations. */
    ASIDE,
    /** The completed part of a bar. */
    BAR_DONE,
    /** The remaining part of a bar. */
    BAR_REST,
    /** Footage on the timeline. */
    VIDEO,
    /** Overlays on the timeline. */
    OVERLAY,
    /** Music and other sound on the timeline. */
    AUDIO,
    /** Text on the timeline. */
    TEXT,
    /** Anything else on the timeline. */
    OTHER,
    /** A waveform. */
    WAVE,
    /** A quoted string in a statement. */
    QUOTED,
    /** A number with its unit in a statement. */
    NUMBER,
    /** Added in a diff. */
    ADDED,
    /** Removed in a diff. */
    REMOVED,
    /** Changed in a diff. */
    CHANGED
}

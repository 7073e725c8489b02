package io.retake.core.edit.value;

import java.util.Locale;

/** The kinds of things on a timeline that have numbers. */
public enum ObjectKind {
    /** A segment of the video track. */
    CLIP,
    /** A detected shot. */
    SCENE,
    /** A text over the picture. */
    TITLE,
    /** A name in the lower third. */
    LOWER_THIRD,
    /** A picture or a film over the picture. */
    OVERLAY,
    /** A transition between a clip and the next one; it has the number of the clip before it. */
    TRANSITION;

    /** Returns its English name: {@code lower third}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

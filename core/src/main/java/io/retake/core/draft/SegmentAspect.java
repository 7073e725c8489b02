package io.retake.core.draft;

/** A respect in which a segment differs between two timelines. */
public enum SegmentAspect {
    /** Its start on the timeline. */
    START,
    /** Its duration on the timeline. */
    LENGTH,
    /** Its media. */
    MEDIA,
    /** Its in point in the media. */
    SOURCE,
    /** Its name. */
    NAME,
    /** Its text, or the line under it. */
    TEXT,
    /** The position, style or size of its text or overlay. */
    PLACE,
    /** Its speed. */
    SPEED,
    /** Its level. */
    LEVEL,
    /** Its effects. */
    EFFECTS,
    /** The transition from the segment before it. */
    TRANSITION,
    /** Whether it holds one frame. */
    FREEZE,
    /** Whether its media loops. */
    LOOP,
    /** Its track. */
    TRACK,
    /** Fields that this version does not model. */
    OTHER
}

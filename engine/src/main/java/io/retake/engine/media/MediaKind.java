package io.retake.engine.media;

/** The kind of a media file, by its content and not by its name. */
public enum MediaKind {
    /** A moving picture, with or without sound. */
    VIDEO,
    /** Sound only; a cover picture does not count. */
    AUDIO,
    /** One picture. */
    IMAGE,
    /** A moving picture of an image format (GIF). */
    ANIMATION
}

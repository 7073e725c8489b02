package io.retake.core.edit.value;

/** The looks of pictures. The engine's table of them says what each does. */
public enum LookName {
    /** Warm light, lifted blacks, soft highlights, a little grain. */
    WARM_FILM,
    /** Blue shadows, pale colors. */
    COLD,
    /** Faded print: yellow whites, raised blacks, few colors, dark edges. */
    VINTAGE,
    /** Strong colors and contrast. */
    VIVID,
    /** Teal shadows, orange lights, deep contrast. */
    CINEMATIC,
    /** Black and white of high contrast, with dark edges. */
    NOIR
}

package io.retake.core.edit;

/**
 * One change of a timeline: an immutable value, the middle form between a verb in a script and a sentence to an agent.
 *
 * <p>Each permitted record carries a {@link Verb}, and each of its components an {@link Arg}; {@link Vocabulary} reads
 * them. For every edit {@code Sentences.read(Sentences.write(edit))} is that edit.
 */
public sealed interface Edit
        permits Trim,
                Remove,
                Speed,
                Upscale,
                Resize,
                Aspect,
                AutoColor,
                Color,
                Grayscale,
                Fade,
                Title,
                Mute,
                Volume,
                Music,
                Undo {}

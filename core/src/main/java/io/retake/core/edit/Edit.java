package io.retake.core.edit;

/**
 * One change of a timeline: an immutable value, the middle form between a verb in a script and a sentence to an agent.
 *
 * <p>Each edit is a record that carries a {@link Verb}, with an {@link Arg} on each of its components; the vocabulary
 * ({@code Vocabulary}) lists them all and reads everything else off these annotations. For
 * every edit {@code Sentences.read(Sentences.write(edit))} is that edit.
 */
public interface Edit {}

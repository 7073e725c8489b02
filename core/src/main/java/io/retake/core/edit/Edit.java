package io.retake.core.edit;

/**
 * One change of a timeline: an immutable value between a verb in a script and a sentence to an agent.
 *
 * <p>Each edit is a record with a {@link Verb}, and an {@link Arg} on each of its components; the vocabulary ({@code
 * Vocabulary}) lists them all and derives everything else from these annotations. For every edit {@code
 * Sentences.read(Sentences.write(edit))} is that edit.
 */
public interface Edit {}

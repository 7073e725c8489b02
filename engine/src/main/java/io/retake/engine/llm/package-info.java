/**
 * The optional language model: asks one over an OpenAI-compatible API what words mean that the grammar can't read. What
 * leaves the machine is in {@link io.retake.engine.llm.Prompt}; what comes back is hostile until the vocabulary has bound it.
 */
@NullMarked
package io.retake.engine.llm;

import org.jspecify.annotations.NullMarked;

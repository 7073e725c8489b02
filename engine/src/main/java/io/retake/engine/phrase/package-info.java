/**
 * What the engine answers, in the languages of its users. All of it is in two bundles, {@code answers.properties} and
 * {@code answers_zh.properties}, so that it can be read and translated in one place.
 */
@NullMarked
package io.retake.engine.phrase;

import org.jspecify.annotations.NullMarked;

/**
 * Everything the engine knows about each effect, one file each: how an edit makes it, where it stands in the order, its
 * filters, what must be measured first, its answer as text. {@link io.retake.engine.effect.EffectKinds} lists them.
 */
@NullMarked
package io.retake.engine.effect;

import org.jspecify.annotations.NullMarked;

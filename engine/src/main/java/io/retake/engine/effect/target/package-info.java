/** What effects are applied to: areas of the picture, layers, and parts of the timeline. */
@NullMarked
package io.retake.engine.effect.target;

import org.jspecify.annotations.NullMarked;

/** Renders: submitted once, polled until they end. */
@NullMarked
package io.retake.core.client.render;

import org.jspecify.annotations.NullMarked;

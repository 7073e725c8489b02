/**
 * The interface of an optional module that upscales pictures. The engine finds it with {@link
 * java.util.ServiceLoader} and works without it.
 */
@org.jspecify.annotations.NullMarked
package io.retake.engine.upscale;

/**
 * What an optional module that enlarges pictures offers to the engine. The engine finds it with {@link
 * java.util.ServiceLoader} and works without it.
 */
@org.jspecify.annotations.NullMarked
package io.retake.engine.upscale;

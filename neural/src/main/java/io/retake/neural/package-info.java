/**
 * Neural upscaling: the Anime4K networks as they were exported for WebSR, written as an ONNX model and run by ONNX
 * Runtime on the processor. Optional: the engine finds it on the class path and does without.
 */
@org.jspecify.annotations.NullMarked
package io.retake.neural;

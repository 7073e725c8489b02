package io.retake.neural;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.retake.engine.upscale.Upscaler;
import io.retake.engine.upscale.UpscalingRun;
import java.util.Optional;

/** Upscales pictures with the networks, by ONNX Runtime on the CPU. Created by {@link java.util.ServiceLoader}. */
public final class NetworkEnlarger implements Upscaler {
    private final Optional<String> trouble = Natives.prepare();

    /** Finds the native library of this platform. */
    public NetworkEnlarger() {}

    @Override
    public String name() {
        return "Anime4K CNN on ONNX Runtime";
    }

    @Override
    public Optional<String> trouble() {
        return trouble;
    }

    @Override
    public UpscalingRun open(int width, int height, boolean thorough) {
        try {
            return new NetworkEnlarging(
                    OrtEnvironment.getEnvironment(), thorough ? Network.LARGE : Network.SMALL, width, height);
        } catch (OrtException e) {
            throw new NeuralException(NeuralMessages.text("network.not-prepared", e.getMessage()), e);
        }
    }
}

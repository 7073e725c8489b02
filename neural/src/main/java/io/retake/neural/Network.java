package io.retake.neural;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The networks, for pictures of any size. Input and output are planes of bytes in FFmpeg's order (green, blue, red); the
 * output is twice as wide and high, without the margin ({@link #reach}) on each side of the input. They were trained on
 * gamma-encoded RGB from 0 to 1, as video has it.
 */
enum Network {
    /** Four channels, three layers and one. The same difference for all colors. */
    SMALL("cnn-2x-s-an.onnx", 4),
    /** Eight channels, seven layers, all of which the end sees. */
    LARGE("cnn-2x-l-an.onnx", 7);

    private final String resource;
    private final int reach;

    Network(String resource, int reach) {
        this.resource = resource;
        this.reach = reach;
    }

    /** The number of pixels on each side that a result depends on. */
    int reach() {
        return reach;
    }

    /** The ONNX model, whose input's sides are called {@code height} and {@code width}. */
    byte[] model() {
        try (InputStream in = Network.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(NeuralMessages.text("network.no-resource", resource));
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.retake.neural;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The networks, for pictures of any size: planes of bytes in FFmpeg's order (green, blue, red) go in, twice as wide and
 * high they come out, without the reach at each side, which is only looked at. They were trained on red, green, blue from
 * 0 to 1, not linear, as video has them.
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

    /** How many pixels around it a result depends on. */
    int reach() {
        return reach;
    }

    /** The ONNX model, whose input's sides are called {@code height} and {@code width}. */
    byte[] model() {
        try (InputStream in = Network.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

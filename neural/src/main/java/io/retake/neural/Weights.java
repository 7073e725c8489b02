package io.retake.neural;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Trained weights as WebSR keeps them: for each layer its biases, and 4x4 matrices in columns, one for each place in the
 * kernel (column by column) and each four inputs.
 */
final class Weights {
    private static final int FOUR = 4;

    private final JsonNode layers;

    private Weights(JsonNode layers) {
        this.layers = layers;
    }

    static Weights read(String resource) {
        try (InputStream in = Weights.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException(resource + " is not on the class path");
            }
            return new Weights(new ObjectMapper().readTree(in).path("layers"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A layer of four outputs. */
    Kernel kernel(String layer, int side) {
        JsonNode numbers = layers.path(layer).path("weights");
        int places = side * side;
        int groups = numbers.size() / (FOUR * FOUR * places);
        int inputs = groups * FOUR;
        float[] weights = new float[FOUR * inputs * places];
        for (int group = 0; group < groups; group++) {
            for (int place = 0; place < places; place++) {
                int row = place % side;
                int column = place / side;
                for (int in = 0; in < FOUR; in++) {
                    for (int out = 0; out < FOUR; out++) {
                        weights[(out * inputs + group * FOUR + in) * places + row * side + column] =
                                (float) numbers.get(((group * places + place) * FOUR + in) * FOUR + out)
                                        .asDouble();
                    }
                }
            }
        }
        float[] bias = new float[FOUR];
        for (int i = 0; i < FOUR; i++) {
            bias[i] = (float) layers.path(layer).path("bias").get(i).asDouble();
        }
        return new Kernel(weights, bias, inputs, side);
    }
}

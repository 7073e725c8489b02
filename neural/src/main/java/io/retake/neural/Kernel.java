package io.retake.neural;

/**
 * What a convolution multiplies with.
 *
 * @param weights by output, input, row, column
 * @param bias one an output
 * @param side 1 or 3
 */
@SuppressWarnings("ArrayRecordComponent") // read by one class, right after it was made
record Kernel(float[] weights, float[] bias, int inputs, int side) {
    int outputs() {
        return bias.length;
    }

    /** The same and its negative after it, so that a rectifier that follows keeps both signs apart. */
    Kernel bothSigns() {
        float[] all = new float[2 * weights.length];
        float[] biases = new float[2 * bias.length];
        for (int i = 0; i < weights.length; i++) {
            all[i] = weights[i];
            all[weights.length + i] = -weights[i];
        }
        for (int i = 0; i < bias.length; i++) {
            biases[i] = bias[i];
            biases[bias.length + i] = -bias[i];
        }
        return new Kernel(all, biases, inputs, side);
    }

    /** The outputs of one after those of the other. */
    Kernel and(Kernel other) {
        float[] all = java.util.Arrays.copyOf(weights, weights.length + other.weights.length);
        System.arraycopy(other.weights, 0, all, weights.length, other.weights.length);
        float[] biases = java.util.Arrays.copyOf(bias, bias.length + other.bias.length);
        System.arraycopy(other.bias, 0, biases, bias.length, other.bias.length);
        return new Kernel(all, biases, inputs, side);
    }

    /** For inputs in another order: the one at a place is what was at {@code order[place]}. */
    Kernel reordered(int... order) {
        float[] all = new float[bias.length * order.length * side * side];
        int square = side * side;
        for (int out = 0; out < bias.length; out++) {
            for (int in = 0; in < order.length; in++) {
                System.arraycopy(
                        weights, (out * inputs + order[in]) * square, all, (out * order.length + in) * square, square);
            }
        }
        return new Kernel(all, bias.clone(), order.length, side);
    }
}

package io.retake.neural;

import java.util.ArrayList;
import java.util.List;

/**
 * The networks: convolutions whose results are kept by sign, and at the end four new pixels for each, as differences from
 * the bilinear enlargement. They were trained on red, green, blue from 0 to 1, not linear, as video has them.
 */
enum Network {
    /** Four channels, three layers and one. The same difference for all colours. */
    SMALL("cnn-2x-s-an.json", 4),
    /** Eight channels, seven layers, all of which the end sees. */
    LARGE("cnn-2x-l-an.json", 7);

    /** FFmpeg's planes are green, blue, red. */
    private static final int[] PLANES = {1, 2, 0};

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

    /** A model for pictures of that size, of which the reach at each side is only looked at. */
    byte[] model(int width, int height) {
        OnnxModel model = new OnnxModel(name());
        String bytes = model.input("picture", 1, 3, height, width);
        String picture = model.operator("Mul", model.toFloat(bytes), model.floats(new float[] {1f / 255}, 1));
        String detail = this == SMALL ? small(model, picture) : large(model, picture);
        String whole = model.operator("Add", detail, model.convolved(picture, bilinear()));
        String inside = model.operator(
                "Slice",
                whole,
                model.numbers(reach, reach),
                model.numbers(height - reach, width - reach),
                model.numbers(2, 3));
        String scaled = model.operator(
                "Add",
                model.operator("Mul", inside, model.floats(new float[] {255}, 1)),
                model.floats(new float[] {0.5f}, 1));
        String clipped =
                model.operator("Clip", scaled, model.floats(new float[] {0}), model.floats(new float[] {255.4f}));
        int high = 2 * (height - 2 * reach);
        int wide = 2 * (width - 2 * reach);
        model.output("twice", model.toByte(model.unfolded(clipped)), 1, 3, high, wide);
        return model.bytes();
    }

    private String small(OnnxModel model, String picture) {
        Weights weights = Weights.read(resource);
        String last = model.operator(
                "Relu",
                model.convolved(
                        picture,
                        weights.kernel("conv2d_tf", 3).reordered(PLANES).bothSigns()));
        for (int i = 1; i <= 2; i++) {
            last = model.operator(
                    "Relu",
                    model.convolved(
                            last, weights.kernel("conv2d_" + i + "_tf", 3).bothSigns()));
        }
        Kernel end = weights.kernel("conv2d_last_tf", 3);
        return model.convolved(last, end.and(end).and(end));
    }

    private String large(OnnxModel model, String picture) {
        Weights weights = Weights.read(resource);
        List<String> layers = new ArrayList<>();
        layers.add(model.operator(
                "Relu",
                model.convolved(
                        picture, pair(weights, "conv2d_tf").reordered(PLANES).bothSigns())));
        for (int i = 1; i <= 6; i++) {
            layers.add(model.operator(
                    "Relu",
                    model.convolved(
                            layers.get(i - 1),
                            pair(weights, "conv2d_" + i + "_tf").bothSigns())));
        }
        List<Kernel> colors = List.of(
                weights.kernel("conv2d_last_tf", 1),
                weights.kernel("conv2d_last_tf1", 1),
                weights.kernel("conv2d_last_tf2", 1));
        Kernel end = colors.get(PLANES[0]).and(colors.get(PLANES[1])).and(colors.get(PLANES[2]));
        return model.convolved(model.joined(layers.toArray(String[]::new)), end);
    }

    private static Kernel pair(Weights weights, String layer) {
        return weights.kernel(layer, 3).and(weights.kernel(layer + "1", 3));
    }

    /** Twice the size: a new pixel lies a quarter of the way from its own to the next. */
    private static Kernel bilinear() {
        float[][] near = {{0.25f, 0.75f, 0}, {0, 0.75f, 0.25f}};
        float[] weights = new float[12 * 3 * 9];
        for (int plane = 0; plane < 3; plane++) {
            for (int part = 0; part < 4; part++) {
                for (int place = 0; place < 9; place++) {
                    weights[((plane * 4 + part) * 3 + plane) * 9 + place] =
                            near[part / 2][place / 3] * near[part % 2][place % 3];
                }
            }
        }
        return new Kernel(weights, new float[12], 3, 3);
    }
}

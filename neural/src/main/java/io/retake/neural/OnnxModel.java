package io.retake.neural;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * An ONNX model as it grows, node after node. Field numbers are those of {@code onnx.proto}, IR version 8; operators those
 * of version 13.
 */
final class OnnxModel {
    private static final int FLOAT = 1;
    private static final int UINT8 = 2;
    private static final int INT64 = 7;

    private final ProtoWriter graph = new ProtoWriter();
    private int names;

    OnnxModel(String name) {
        graph.text(2, name);
    }

    /** A picture that is put in: planes of bytes. */
    String input(String name, long... shape) {
        graph.message(11, value(name, shape));
        return name;
    }

    void output(String name, String from, long... shape) {
        graph.message(1, node("Identity", name, from));
        graph.message(12, value(name, shape));
    }

    private static ProtoWriter value(String name, long... shape) {
        ProtoWriter dimensions = new ProtoWriter();
        for (long side : shape) {
            dimensions.message(1, new ProtoWriter().number(1, side));
        }
        ProtoWriter tensor = new ProtoWriter().number(1, UINT8).message(2, dimensions);
        return new ProtoWriter().text(1, name).message(2, new ProtoWriter().message(1, tensor));
    }

    /** A constant. */
    String floats(float[] values, long... shape) {
        ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return constant(FLOAT, raw.array(), shape);
    }

    String numbers(long... values) {
        ByteBuffer raw = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(values);
        return constant(INT64, raw.array(), values.length);
    }

    private String constant(int type, byte[] raw, long... shape) {
        String name = "c" + names++;
        ProtoWriter tensor = new ProtoWriter();
        for (long side : shape) {
            tensor.number(1, side);
        }
        graph.message(5, tensor.number(2, type).text(8, name).bytes(9, raw));
        return name;
    }

    /** An operator without attributes; its result's name. */
    String operator(String type, String... inputs) {
        String name = "v" + names++;
        graph.message(1, node(type, name, inputs));
        return name;
    }

    String toFloat(String from) {
        return attributed("Cast", number("to", FLOAT), from);
    }

    String toByte(String from) {
        return attributed("Cast", number("to", UINT8), from);
    }

    String joined(String... parts) {
        return attributed("Concat", number("axis", 1), parts);
    }

    /** Every four channels become a picture of twice the size, row by row. */
    String unfolded(String from) {
        String name = "v" + names++;
        ProtoWriter mode = new ProtoWriter().text(1, "mode").text(4, "CRD").number(20, 3);
        graph.message(
                1,
                node("DepthToSpace", name, from)
                        .message(5, number("blocksize", 2))
                        .message(5, mode));
        return name;
    }

    /** Of a square kernel, with zeros around the picture. */
    String convolved(String from, Kernel kernel) {
        ProtoWriter pads = new ProtoWriter().text(1, "pads");
        for (int i = 0; i < 4; i++) {
            pads.number(8, kernel.side() / 2);
        }
        String name = "v" + names++;
        String weights = floats(kernel.weights(), kernel.outputs(), kernel.inputs(), kernel.side(), kernel.side());
        String bias = floats(kernel.bias(), kernel.outputs());
        graph.message(1, node("Conv", name, from, weights, bias).message(5, pads.number(20, 7)));
        return name;
    }

    private String attributed(String type, ProtoWriter attribute, String... inputs) {
        String name = "v" + names++;
        graph.message(1, node(type, name, inputs).message(5, attribute));
        return name;
    }

    private static ProtoWriter number(String name, long value) {
        return new ProtoWriter().text(1, name).number(3, value).number(20, 2);
    }

    private static ProtoWriter node(String type, String name, String... inputs) {
        ProtoWriter node = new ProtoWriter();
        for (String input : inputs) {
            node.text(1, input);
        }
        return node.text(2, name).text(4, type);
    }

    byte[] bytes() {
        return new ProtoWriter()
                .number(1, 8)
                .text(2, "Retake")
                .message(7, graph)
                .message(8, new ProtoWriter().text(1, "").number(2, 13))
                .bytes();
    }
}

package io.retake.dsl.check;

import io.retake.core.edit.value.FrameSize;
import io.retake.core.edit.value.Level;
import io.retake.core.edit.value.Lufs;
import io.retake.core.edit.value.Percentage;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Writes and reads literal values as bytes, of the types that a recipe's parameter can have. */
public final class LiteralValues {
    private LiteralValues() {}

    /** Returns whether the value's type can be written. */
    static boolean known(Object value) {
        return value instanceof List<?> list
                ? list.stream().allMatch(LiteralValues::known)
                : value instanceof String
                        || value instanceof Integer
                        || value instanceof Long
                        || value instanceof BigDecimal
                        || value instanceof Boolean
                        || value instanceof Duration
                        || value instanceof Percentage
                        || value instanceof Lufs
                        || value instanceof Level
                        || value instanceof FrameSize;
    }

    public static void write(DataOutputStream out, Object value) throws IOException {
        if (value instanceof List<?> list) {
            out.writeChar('[');
            out.writeInt(list.size());
            for (Object item : list) {
                write(out, item);
            }
        } else if (value instanceof Duration time) {
            text(out, 't', time.toString());
        } else if (value instanceof FrameSize.Pixels size) {
            text(out, 'x', size.width() + " " + size.height());
        } else {
            simple(out, value);
        }
    }

    private static void simple(DataOutputStream out, Object value) throws IOException {
        if (value instanceof FrameSize.Lines lines) {
            text(out, 'p', String.valueOf(lines.count()));
        } else if (value instanceof Percentage percentage) {
            text(out, '%', String.valueOf(percentage.value()));
        } else if (value instanceof Lufs lufs) {
            text(out, 'l', String.valueOf(lufs.value()));
        } else if (value instanceof Level.Decibel decibel) {
            text(out, 'd', String.valueOf(decibel.value()));
        } else if (value instanceof Level.Percent percent) {
            text(out, 'v', String.valueOf(percent.value()));
        } else {
            char type = value instanceof String
                    ? 's'
                    : value instanceof Integer
                            ? 'i'
                            : value instanceof Long ? 'j' : value instanceof BigDecimal ? 'n' : 'b';
            text(out, type, value.toString());
        }
    }

    public static Object read(DataInputStream in) throws IOException {
        char type = in.readChar();
        if (type == '[') {
            List<Object> items = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                items.add(read(in));
            }
            return items;
        }
        String text = text(in);
        return switch (type) {
            case 's' -> text;
            case 'i' -> Integer.valueOf(text);
            case 'j' -> Long.valueOf(text);
            case 'n' -> new BigDecimal(text);
            case 'b' -> Boolean.valueOf(text);
            case 't' -> Duration.parse(text);
            case '%' -> new Percentage(Double.parseDouble(text));
            case 'l' -> new Lufs(Double.parseDouble(text));
            case 'd' -> new Level.Decibel(Double.parseDouble(text));
            case 'v' -> new Level.Percent(Double.parseDouble(text));
            case 'p' -> new FrameSize.Lines(Integer.parseInt(text));
            case 'x' -> pixels(text.split(" ", 2));
            default -> throw new IOException("damaged");
        };
    }

    private static FrameSize pixels(String... sides) {
        return new FrameSize.Pixels(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    }

    private static void text(DataOutputStream out, char type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeChar(type);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("damaged");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}

package io.retake.engine.media;

import io.retake.core.PrivateFiles;
import io.retake.core.protocol.MediaType;
import io.retake.engine.ffmpeg.SafeInput;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.process.MediaException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A 3D color lookup table: for every color of a cube another one. Parsed from a .cube file ("Cube LUT
 * Specification 1.0", Adobe) by Retake, so that FFmpeg only ever sees a file that this class wrote.
 */
public final class ColorTable {
    /** The smallest size of a table. */
    public static final int LEAST_SIZE = 2;
    /** The largest size that grading programs write. */
    public static final int MOST_SIZE = 65;

    private static final double MOST_VALUE = 1000;

    private final int size;
    private final double[] least;
    private final double[] most;
    private final float[] entries;

    private ColorTable(int size, double[] least, double[] most, float[] entries) {
        this.size = size;
        this.least = least;
        this.most = most;
        this.entries = entries;
    }

    /**
     * Reads a .cube file.
     *
     * @param name the user's name of the file
     * @throws MediaException naming the line when it is none, one-dimensional, or too large
     */
    public static ColorTable read(Path file, String name) {
        try {
            long bytes = Files.size(file);
            if (bytes > MediaType.CUBE.kind().maxBytes()) {
                throw new MediaException(EngineMessages.text(
                        "lut.too-large",
                        SafeInput.shown(name),
                        MediaType.CUBE.kind().maxBytes() >> 20,
                        bytes >> 20));
            }
            return new Parser(name).read(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new MediaException(
                    EngineMessages.text("file.unreadable-because", SafeInput.shown(name), e.getMessage()), e);
        }
    }

    /** Returns the number of entries on each side of the cube. */
    public int size() {
        return size;
    }

    /** Writes the table as a .cube file with only numbers and the keywords that every reader knows. */
    public void write(Path target) throws IOException {
        try (Writer out = new BufferedWriter(
                new OutputStreamWriter(PrivateFiles.newOutputStream(target), StandardCharsets.US_ASCII))) {
            out.write("LUT_3D_SIZE " + size + "\nDOMAIN_MIN " + row(least) + "\nDOMAIN_MAX " + row(most) + "\n");
            for (int i = 0; i < entries.length; i += 3) {
                out.write(entries[i] + " " + entries[i + 1] + " " + entries[i + 2] + "\n");
            }
        }
    }

    private static String row(double[] values) {
        return values[0] + " " + values[1] + " " + values[2];
    }

    /** One file being read. Not thread-safe. */
    private static final class Parser {
        private final String name;
        private int line;
        private int size;
        private double[] least = {0, 0, 0};
        private double[] most = {1, 1, 1};
        private float[] entries = new float[0];
        private int filled;

        Parser(String name) {
            this.name = name;
        }

        ColorTable read(String text) {
            int from = 0;
            while (from < text.length()) {
                int end = text.indexOf('\n', from);
                line++;
                line(text.substring(from, end < 0 ? text.length() : end).strip());
                from = end < 0 ? text.length() : end + 1;
            }
            if (size == 0) {
                throw wrong(EngineMessages.text("lut.no-size"));
            }
            if (filled < entries.length) {
                throw wrong(EngineMessages.text("lut.ends-early", filled / 3, entries.length / 3));
            }
            for (int i = 0; i < 3; i++) {
                if (least[i] >= most[i]) {
                    throw wrong(EngineMessages.text("lut.domain"));
                }
            }
            return new ColorTable(size, least, most, entries);
        }

        private void line(String text) {
            if (text.isEmpty() || text.startsWith("#")) {
                return;
            }
            char first = text.charAt(0);
            if ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.') {
                entry(text);
            } else {
                keyword(text);
            }
        }

        private void keyword(String text) {
            String[] words = text.split("\\s+", 5);
            switch (words[0]) {
                case "TITLE" -> {}
                case "LUT_3D_SIZE" -> size(words);
                case "LUT_1D_SIZE" -> throw wrong(EngineMessages.text("lut.one-dimension"));
                case "DOMAIN_MIN" -> least = numbers(words, 3);
                case "DOMAIN_MAX" -> most = numbers(words, 3);
                case "LUT_3D_INPUT_RANGE" -> {
                    double[] range = numbers(words, 2);
                    Arrays.fill(least, range[0]);
                    Arrays.fill(most, range[1]);
                }
                default -> throw wrong(EngineMessages.text("lut.no-color", quoted(text)));
            }
        }

        private void size(String[] words) {
            boolean number = words.length == 2 && words[1].matches("\\d{1,5}");
            int given = number ? Integer.parseInt(words[1]) : 0;
            if (given < LEAST_SIZE || given > MOST_SIZE) {
                throw wrong(EngineMessages.text(
                        "lut.odd-size", LEAST_SIZE, MOST_SIZE, quoted(words.length > 1 ? words[1] : "")));
            }
            if (size > 0) {
                throw wrong(EngineMessages.text("lut.size-twice"));
            }
            size = given;
            entries = new float[3 * size * size * size];
        }

        private void entry(String text) {
            if (size == 0) {
                throw wrong(EngineMessages.text("lut.color-first"));
            }
            if (filled == entries.length) {
                throw wrong(EngineMessages.text("lut.too-many", entries.length / 3, size, size, size));
            }
            String[] words = ("ENTRY " + text).split("\\s+", 5);
            for (double value : numbers(words, 3)) {
                entries[filled++] = (float) value;
            }
        }

        private double[] numbers(String[] words, int count) {
            if (words.length != count + 1) {
                throw wrong(EngineMessages.text(
                        "lut.count",
                        count,
                        quoted(String.join(" ", Arrays.asList(words).subList(1, words.length)))));
            }
            double[] numbers = new double[count];
            for (int i = 0; i < count; i++) {
                numbers[i] = number(words[i + 1]);
            }
            return numbers;
        }

        /** Java would take 1f, 0x1p3, NaN and Infinity too. */
        private double number(String word) {
            boolean plain = word.length() <= 40 && word.matches("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d{1,3})?");
            double value = plain ? Double.parseDouble(word) : Double.NaN;
            if (!(Math.abs(value) <= MOST_VALUE)) {
                throw wrong(EngineMessages.text("lut.number", quoted(word)));
            }
            return value;
        }

        private static String quoted(String text) {
            String shown = text.replaceAll("[^\\x20-\\x7e]", "?");
            return '"' + (shown.length() <= 60 ? shown : shown.substring(0, 59) + "...") + '"';
        }

        private MediaException wrong(String what) {
            return new MediaException(EngineMessages.text("file.unusable-line", SafeInput.shown(name), line, what));
        }
    }
}

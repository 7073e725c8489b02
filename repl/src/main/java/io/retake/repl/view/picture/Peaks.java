package io.retake.repl.view.picture;

import io.retake.repl.message.ProgramMessages;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Computes audio peaks over time from a WAV file of 16-bit samples, as exports are. The file is streamed once and never
 * held in memory.
 */
public final class Peaks {
    private static final int PCM = 1;
    private static final int EXTENSIBLE = 0xfffe;

    private Peaks() {}

    /**
     * Returns the largest sample, 0 to 1, of each of {@code count} equal intervals; fewer if the file has fewer
     * samples.
     *
     * @throws PictureException if it isn't such a file
     */
    public static List<Double> of(Path wav, int count) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(wav), 1 << 16))) {
            return read(in, count);
        } catch (IOException e) {
            throw new PictureException(
                    ProgramMessages.text("picture.sound-unreadable", String.valueOf(e.getMessage())), e);
        }
    }

    private static List<Double> read(DataInputStream in, int count) throws IOException {
        if (!text(in).equals("RIFF")) {
            throw new IOException(ProgramMessages.text("picture.no-wav"));
        }
        in.readInt();
        if (!text(in).equals("WAVE")) {
            throw new IOException(ProgramMessages.text("picture.no-wav"));
        }
        int channels = 0;
        while (true) {
            String type = text(in);
            long length = Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
            if (type.equals("fmt ")) {
                channels = channels(in.readNBytes((int) Math.min(length, 1000)));
            } else if (type.equals("data")) {
                return channels == 0 ? List.of() : samples(in, length / (2L * channels), channels, count);
            } else {
                in.skipNBytes(length + length % 2);
            }
        }
    }

    private static int channels(byte[] format) throws IOException {
        int kind = (format[0] & 0xff) | (format[1] & 0xff) << 8;
        int bits = (format[14] & 0xff) | (format[15] & 0xff) << 8;
        if ((kind != PCM && kind != EXTENSIBLE) || bits != 16) {
            throw new IOException(ProgramMessages.text("picture.wav-depth"));
        }
        return (format[2] & 0xff) | (format[3] & 0xff) << 8;
    }

    private static List<Double> samples(InputStream in, long frames, int channels, int count) throws IOException {
        int buckets = (int) Math.min(count, frames);
        List<Double> peaks = new ArrayList<>(Collections.nCopies(buckets, 0.0));
        for (int i = 0; i < buckets; i++) {
            long end = (i + 1L) * frames / buckets;
            long begin = (long) i * frames / buckets;
            peaks.set(i, loudest(in, (end - begin) * channels) / 32768.0);
        }
        return List.copyOf(peaks);
    }

    private static int loudest(InputStream in, long samples) throws IOException {
        int loudest = 0;
        for (long i = 0; i < samples; i++) {
            int low = in.read();
            int high = in.read();
            if (high < 0) {
                throw new EOFException(ProgramMessages.text("picture.wav-short"));
            }
            loudest = Math.max(loudest, Math.abs((short) (high << 8 | low)));
        }
        return loudest;
    }

    private static String text(DataInputStream in) throws IOException {
        byte[] name = in.readNBytes(4);
        if (name.length < 4) {
            throw new EOFException(ProgramMessages.text("picture.wav-short"));
        }
        return new String(name, StandardCharsets.ISO_8859_1);
    }
}

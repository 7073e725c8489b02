package io.retake.engine.render;

import io.retake.core.edit.Strength;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes noise out from under speech: by a small network that knows voices, or where the FFmpeg in use has none by the
 * spectrum. Both give their sound later than they got it and say nothing of it; here it comes out in its place.
 *
 * <p>FFmpeg 8's network reads past the end of its features on the stack. In one run of 200 what lies there is no number,
 * and all that comes out is worse than what went in. So a moment of known noise goes first: when it does not come out as
 * loud as it always does, the run is made again. Figures: docs/adr/0013-speech-is-cleaned-by-a-network.md.
 */
enum SpeechCleaning {
    /** FFmpeg's {@code arnndn}, which works on 10 ms at a time and holds as much back. */
    NETWORK("arnndn", 480),
    /** FFmpeg's {@code afftdn}, two of its hops behind. */
    SPECTRUM("afftdn", 1200);

    /** The network's weights, by G. Richards, in the public domain. The name needs no quoting in a filter graph. */
    private static final String MODEL = "beguiling-drafter.rnnn";

    /** How often a run is made at most: three strange ones are no accident. */
    static final int MOST_RUNS = 3;

    private static final String STEREO = "aformat=sample_fmts=fltp:channel_layouts=stereo";
    private static final int KNOWN = 24_000;
    private static final double TOLERANCE = 0.05;
    private static final Pattern LEVEL = Pattern.compile("lavfi\\.astats\\.\\d+\\.RMS_level=(\\S+)");

    private final String filter;
    private final int late;

    SpeechCleaning(String filter, int late) {
        this.filter = filter;
        this.late = late;
    }

    /** The best that an FFmpeg with these filters can do. */
    static SpeechCleaning with(Set<String> filters) {
        return filters.contains(NETWORK.filter) ? NETWORK : SPECTRUM;
    }

    /**
     * Filters for stereo sound of 48,000 samples a second, one link in and one out.
     *
     * @param label unique in the graph
     */
    String filters(Strength strength, String label) {
        return this == NETWORK
                ? network(strength, label)
                : "apad=pad_len=" + late + "," + spectrum(strength) + since(late);
    }

    private String network(Strength strength, String label) {
        String known = "[" + label + "n]";
        String sound = "[" + label + "s]";
        String heard = "[" + label + "h]";
        String whole = "[" + label + "w]";
        return "apad=pad_len=" + late + sound + ";\nanoisesrc=r=48000:a=0.02:seed=5:d=0.5,pan=stereo|c0=c0|c1=c0,"
                + STEREO + known + ";\n" + known + sound + "concat=n=2:v=0:a=1,arnndn=m=" + MODEL + ":mix="
                + share(strength) + ",asplit" + heard + whole + ";\n" + heard + "atrim=start_sample="
                + (KNOWN / 2 + late) + ":end_sample=" + (KNOWN + late)
                + ",astats=metadata=1:measure_perchannel=RMS_level:measure_overall=none,"
                + "ametadata=mode=print:file=" + file(strength, label) + ",anullsink;\n" + whole
                + since(KNOWN + late).substring(1);
    }

    /** From there on, counted anew: concat has times in microseconds, which are no whole samples. */
    private static String since(int sample) {
        return ",atrim=start_sample=" + sample + ",asettb=1/48000,asetpts=N";
    }

    private static String spectrum(Strength strength) {
        return switch (strength) {
            case LIGHT -> "afftdn=nr=10:nf=-45";
            case MEDIUM -> "afftdn=nr=18:nf=-40";
            case STRONG -> "afftdn=nr=30:nf=-35";
        };
    }

    /** How much of what comes out is the network's; a rest of the recording hides what it does to the voice. */
    private static String share(Strength strength) {
        return switch (strength) {
            case LIGHT -> "0.75";
            case MEDIUM -> "0.9";
            case STRONG -> "1";
        };
    }

    /** What is left of the known noise, in dB, when nothing goes wrong. */
    private static double expected(Strength strength) {
        return switch (strength) {
            case LIGHT -> -50.25;
            case MEDIUM -> -57.14;
            case STRONG -> -68.11;
        };
    }

    private static String file(Strength strength, String label) {
        return "speech-" + strength.name() + "-" + label + ".txt";
    }

    /** Puts what a graph names into the folder that it is run in. */
    static void copyModel(Graph graph, Path folder) throws IOException {
        if (!graph.filter().contains(MODEL)) {
            return;
        }
        try (InputStream in = SpeechCleaning.class.getResourceAsStream("speech/" + MODEL)) {
            if (in == null) {
                throw new IOException("the network " + MODEL + " is not on the class path");
            }
            Files.copy(in, folder.resolve(MODEL));
        }
    }

    /** Runs, and again while the known noise came out strange. */
    static void run(Path folder, Runnable once) {
        for (int i = 0; i < MOST_RUNS; i++) {
            once.run();
            if (!isStrange(folder)) {
                return;
            }
        }
    }

    static boolean isStrange(Path folder) {
        return Stream.of(Strength.values()).anyMatch(strength -> isStrange(folder, strength));
    }

    private static boolean isStrange(Path folder, Strength strength) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("speech-" + strength.name() + "-"))
                    .flatMapToDouble(file -> lastLevels(file))
                    .anyMatch(level -> !(Math.abs(level - expected(strength)) < TOLERANCE));
        } catch (IOException e) {
            throw new RenderException("What was measured of the sound can't be read: " + e.getMessage() + ".", e);
        }
    }

    /** Of both channels: each line is of all that was heard until then. */
    private static java.util.stream.DoubleStream lastLevels(Path file) {
        try {
            double[] levels = Files.readAllLines(file).stream()
                    .map(LEVEL::matcher)
                    .filter(Matcher::matches)
                    .mapToDouble(found -> number(found.group(1)))
                    .toArray();
            return java.util.Arrays.stream(levels, Math.max(0, levels.length - 2), levels.length);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}

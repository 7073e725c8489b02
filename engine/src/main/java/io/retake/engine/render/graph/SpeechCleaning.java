package io.retake.engine.render.graph;

import io.retake.core.PrivateFiles;
import io.retake.core.edit.value.Strength;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.OpenChain;
import io.retake.engine.filter.Pad;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.render.timeline.FrameClock;
import io.retake.engine.render.timeline.RenderException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Denoises speech: by a small network trained on voices, or, where the FFmpeg in use has none, by the
 * spectrum. Both give their sound later than they got it and say nothing of it; here it comes out in its place.
 *
 * <p>FFmpeg 8's network reads past the end of its features on the stack. In one process of 256 what lies there is no
 * number, and what comes out is worse than what went in. So known noise goes along as a third channel, which meets the
 * same stack in the same call: when it comes out louder than it ever does, the run is made again. Figures and why:
 * docs/adr/0013-clean-speech-with-rnnoise.md.
 */
public enum SpeechCleaning {
    /** FFmpeg's {@code arnndn}, which works on 10 ms at a time and holds as much back. */
    NETWORK("arnndn", 480),
    /** FFmpeg's {@code afftdn}, two of its hops behind. */
    SPECTRUM("afftdn", 1200);

    /** The network's weights, by G. Richards, in the public domain. The name needs no quoting in a filter graph. */
    private static final String MODEL = "beguiling-drafter.rnnn";

    /** The most runs: three bad ones in a row are no accident. */
    static final int MOST_RUNS = 3;

    /** The known noise is heard for so long before the sound: the network then knows it for what it is. */
    private static final int KNOWN = 24_000;

    /** The known noise repeats itself in a tenth of a second, and its level is taken over as long. */
    private static final int WINDOW = 4_800;

    /** Windows at the start that are ignored while the network settles. */
    private static final int SETTLING = 4;

    /** It grows no quieter than this below its loudest, also within an hour. */
    private static final double RANGE = 8;

    private static final Pattern LEVEL = Pattern.compile("lavfi\\.astats\\.3\\.RMS_level=(\\S+)");

    private final String filter;
    private final int late;

    SpeechCleaning(String filter, int late) {
        this.filter = filter;
        this.late = late;
    }

    /** Returns the best method that an FFmpeg with these filters offers. */
    public static SpeechCleaning with(Set<String> filters) {
        return filters.contains(NETWORK.filter) ? NETWORK : SPECTRUM;
    }

    /**
     * Returns a chain of stereo sound of 48,000 samples a second with its speech cleaned.
     *
     * @param label no other link begins with it
     */
    OpenChain clean(OpenChain sound, Strength strength, String label) {
        return this == NETWORK
                ? network(sound, strength, label)
                : sound.then(Filter.of("apad").with("pad_len", late), spectrum(strength))
                        .then(since(late));
    }

    /**
     * In the filter's own thread: both channels and the known one are then cleaned in one call, one after the other.
     */
    private OpenChain network(OpenChain sound, Strength strength, String label) {
        Pad.Link known = Pad.link(label + "n");
        Pad.Link padded = Pad.link(label + "s");
        OpenChain late = sound.then(
                Filter.of("apad").with("pad_len", this.late + WINDOW),
                Filter.of("adelay").with("delays", KNOWN + "S").with("all", 1),
                SoundFilters.COUNTED,
                SoundFilters.STEREO);
        return OpenChain.from(padded, known)
                .after(late.to(padded))
                .after(knownNoise().to(known))
                .then(
                        Filter.of("join")
                                .with("inputs", 2)
                                .with("channel_layout", "3.0")
                                .with("map", "0.0-FL|0.1-FR|1.0-FC"),
                        Filter.of(filter)
                                .with("m", MODEL)
                                .with("mix", share(strength))
                                .with("thread_type", 0),
                        Filter.of("asetnsamples", WINDOW).with("p", 0),
                        Filter.of("astats")
                                .with("metadata", 1)
                                .with("reset", 1)
                                .with("measure_perchannel", "RMS_level")
                                .with("measure_overall", "none"),
                        Filter.of("ametadata")
                                .with("mode", "print")
                                .with("key", "lavfi.astats.3.RMS_level")
                                .with("file", file(strength, label)),
                        Filter.of("pan", "stereo|c0=c0|c1=c1"))
                .then(since(KNOWN + this.late));
    }

    private static OpenChain knownNoise() {
        return OpenChain.from()
                .then(
                        Filter.of("anoisesrc")
                                .with("r", FrameClock.SAMPLE_RATE)
                                .with("a", "0.02")
                                .with("seed", 5)
                                .with("d", "0.1"),
                        Filter.of("aloop").with("loop", -1).with("size", WINDOW),
                        Filter.of("aformat").with("sample_fmts", "fltp").with("channel_layouts", "mono"));
    }

    /** From there on, counted anew: concat has times in microseconds, which are no whole samples. */
    private static List<Filter> since(int sample) {
        return List.of(
                Filter.of("atrim").with("start_sample", sample), Filter.of("asettb", "1/48000"), SoundFilters.COUNTED);
    }

    private static Filter spectrum(Strength strength) {
        return switch (strength) {
            case LIGHT -> spectrum(10, -45);
            case MEDIUM -> spectrum(18, -40);
            case STRONG -> spectrum(30, -35);
        };
    }

    private static Filter spectrum(int reduction, int floor) {
        return Filter.of("afftdn").with("nr", reduction).with("nf", floor);
    }

    /** How much of what comes out is the network's; a rest of the recording hides what it does to the voice. */
    private static String share(Strength strength) {
        return switch (strength) {
            case LIGHT -> "0.75";
            case MEDIUM -> "0.9";
            case STRONG -> "1";
        };
    }

    /** The most that is left of the known noise, in dB, when nothing goes wrong; else it is -43.6, -44.7 and -45.4. */
    private static double loudest(Strength strength) {
        return switch (strength) {
            case LIGHT -> -50.2;
            case MEDIUM -> -57.2;
            case STRONG -> -68.5;
        };
    }

    private static String file(Strength strength, String label) {
        return "speech-" + strength.name() + "-" + label + ".txt";
    }

    /** Copies the model into the graph's working folder if the graph uses it. */
    public static void copyModel(Graph graph, Path folder) throws IOException {
        if (!graph.filters().uses(NETWORK.filter)) {
            return;
        }
        try (InputStream in = SpeechCleaning.class.getResourceAsStream("speech/" + MODEL)) {
            if (in == null) {
                throw new IOException("the network " + MODEL + " is not on the class path");
            }
            PrivateFiles.copy(in, folder.resolve(MODEL));
        }
    }

    /** Runs, and repeats while the known noise comes out too loud. */
    public static void run(Path folder, Runnable once) {
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
        double most = loudest(strength);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("speech-" + strength.name() + "-"))
                    .flatMapToDouble(SpeechCleaning::levels)
                    .anyMatch(level -> !(level <= most && level >= most - RANGE));
        } catch (IOException e) {
            throw new RenderException(EngineMessages.text("export.sound-measurement-unreadable", e.getMessage()), e);
        }
    }

    /** Returns the level of each window but the last, which may be short: the sound was extended by a window for it. */
    private static DoubleStream levels(Path file) {
        try {
            double[] levels = Files.readAllLines(file).stream()
                    .map(LEVEL::matcher)
                    .filter(Matcher::matches)
                    .mapToDouble(found -> number(found.group(1)))
                    .toArray();
            int end = levels.length - 1;
            return end <= SETTLING ? DoubleStream.empty() : Arrays.stream(levels, SETTLING, end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

package io.retake.engine.render;

import io.retake.core.edit.Strength;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes noise out from under speech: by a small network that knows voices, or where the FFmpeg in use has none by the
 * spectrum. Both give their sound later than they got it and say nothing of it; here it comes out in its place.
 * Figures: docs/adr/0013-speech-is-cleaned-by-a-network.md.
 */
enum SpeechCleaning {
    /** FFmpeg's {@code arnndn}, which works on 10 ms at a time and holds as much back. */
    NETWORK("arnndn", 480),
    /** FFmpeg's {@code afftdn}, two of its hops behind. */
    SPECTRUM("afftdn", 1200);

    /** The network's weights, by G. Richards, in the public domain. The name needs no quoting in a filter graph. */
    static final String MODEL = "beguiling-drafter.rnnn";

    private final String filter;
    private final int late;

    SpeechCleaning(String filter, int late) {
        this.filter = filter;
        this.late = late;
    }

    /** The best that an FFmpeg with these filters can do. */
    static SpeechCleaning with(java.util.Set<String> filters) {
        return filters.contains(NETWORK.filter) ? NETWORK : SPECTRUM;
    }

    /** A chain of filters for sound of 48,000 samples a second. */
    String filters(Strength strength) {
        return "apad=pad_len=" + late + "," + cleaned(strength) + ",atrim=start_sample=" + late + ",asetpts=PTS-"
                + late;
    }

    private String cleaned(Strength strength) {
        return this == NETWORK
                ? "arnndn=m=" + MODEL + ":mix=" + share(strength)
                : switch (strength) {
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
}

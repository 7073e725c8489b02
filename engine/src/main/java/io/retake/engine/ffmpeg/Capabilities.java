package io.retake.engine.ffmpeg;

import java.util.List;
import java.util.Set;

/**
 * What an FFmpeg build can do.
 *
 * @param version such as 8.0.1
 * @param encoders names as {@code ffmpeg -encoders} lists them
 * @param filters names as {@code ffmpeg -filters} lists them
 * @param demuxers names as {@code ffmpeg -demuxers} lists them
 */
public record Capabilities(String version, Set<String> encoders, Set<String> filters, Set<String> demuxers) {

    /** What Retake uses or would use, and what for. */
    private static final List<Feature> WANTED = List.of(
            new Feature("libx264", Kind.ENCODER, "H.264 video (mp4, mov, mkv)", true),
            new Feature("aac", Kind.ENCODER, "AAC sound (mp4, mov)", true),
            new Feature("libx265", Kind.ENCODER, "H.265 video", false),
            new Feature("libvpx-vp9", Kind.ENCODER, "VP9 video (webm)", false),
            new Feature("libsvtav1", Kind.ENCODER, "AV1 video", false),
            new Feature("libopus", Kind.ENCODER, "Opus sound (webm)", false),
            new Feature("libmp3lame", Kind.ENCODER, "MP3 sound", false),
            new Feature("gif", Kind.ENCODER, "GIF pictures", false),
            new Feature("drawtext", Kind.FILTER, "titles", true),
            new Feature("zscale", Kind.FILTER, "color conversion and sharp scaling", true),
            new Feature("xfade", Kind.FILTER, "transitions", false),
            new Feature("loudnorm", Kind.FILTER, "loudness (EBU R128)", false),
            new Feature("arnndn", Kind.FILTER, "speech noise removal (RNNoise)", false),
            new Feature("afftdn", Kind.FILTER, "noise removal", false),
            new Feature("sidechaincompress", Kind.FILTER, "ducking music under speech", false),
            new Feature("signalstats", Kind.FILTER, "picture statistics", false),
            new Feature("subtitles", Kind.FILTER, "styled subtitles (libass)", false),
            new Feature("vidstabtransform", Kind.FILTER, "stabilizing with vid.stab", false),
            new Feature("rubberband", Kind.FILTER, "time stretching with Rubber Band", false),
            new Feature("libvmaf", Kind.FILTER, "picture quality (VMAF)", false));

    public Capabilities {
        encoders = Set.copyOf(encoders);
        filters = Set.copyOf(filters);
        demuxers = Set.copyOf(demuxers);
    }

    public boolean hasEncoder(String name) {
        return encoders.contains(name);
    }

    public boolean hasFilter(String name) {
        return filters.contains(name);
    }

    /** What it can and can't do of what Retake cares for, in a fixed order. */
    public List<Finding> report() {
        return WANTED.stream().map(f -> new Finding(f, has(f))).toList();
    }

    /** What Retake can't do without and this build lacks; empty when all is well. */
    public List<Feature> missing() {
        return WANTED.stream().filter(f -> f.required() && !has(f)).toList();
    }

    private boolean has(Feature feature) {
        return feature.kind() == Kind.ENCODER ? hasEncoder(feature.name()) : hasFilter(feature.name());
    }

    /** What sort of part a feature is. */
    public enum Kind {
        ENCODER,
        FILTER
    }

    /**
     * A part of FFmpeg that Retake cares for.
     *
     * @param name FFmpeg's name
     * @param purpose what it is good for, for a person
     * @param required whether nothing can be exported without it
     */
    public record Feature(String name, Kind kind, String purpose, boolean required) {}

    /** Whether a feature is there. */
    public record Finding(Feature feature, boolean present) {}
}

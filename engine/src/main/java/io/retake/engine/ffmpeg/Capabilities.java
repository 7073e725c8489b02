package io.retake.engine.ffmpeg;

import java.util.List;
import java.util.Set;

/**
 * The capabilities of an FFmpeg build.
 *
 * @param version such as 8.0.1
 * @param encoders names as {@code ffmpeg -encoders} lists them
 * @param filters names as {@code ffmpeg -filters} lists them
 * @param demuxers names as {@code ffmpeg -demuxers} lists them
 */
public record Capabilities(String version, Set<String> encoders, Set<String> filters, Set<String> demuxers) {

    /** The FFmpeg features that Retake uses or would use, with the purpose of each. */
    private static final List<Feature> WANTED = List.of(
            new Feature("libx264", FeatureKind.ENCODER, "H.264 video (mp4, mov, mkv)", true),
            new Feature("aac", FeatureKind.ENCODER, "AAC sound (mp4, mov)", true),
            new Feature("libx265", FeatureKind.ENCODER, "H.265 video", false),
            new Feature("libvpx-vp9", FeatureKind.ENCODER, "VP9 video (webm)", false),
            new Feature("libsvtav1", FeatureKind.ENCODER, "AV1 video", false),
            new Feature("libopus", FeatureKind.ENCODER, "Opus sound (webm)", false),
            new Feature("libmp3lame", FeatureKind.ENCODER, "MP3 sound", false),
            new Feature("gif", FeatureKind.ENCODER, "GIF pictures", false),
            new Feature("drawtext", FeatureKind.FILTER, "titles", true),
            new Feature("zscale", FeatureKind.FILTER, "color conversion and sharp scaling", true),
            new Feature("xfade", FeatureKind.FILTER, "transitions", false),
            new Feature("loudnorm", FeatureKind.FILTER, "loudness (EBU R128)", false),
            new Feature("arnndn", FeatureKind.FILTER, "speech noise removal (RNNoise)", false),
            new Feature("afftdn", FeatureKind.FILTER, "noise removal", false),
            new Feature("sidechaincompress", FeatureKind.FILTER, "ducking music under speech", false),
            new Feature("signalstats", FeatureKind.FILTER, "picture statistics", false),
            new Feature("subtitles", FeatureKind.FILTER, "styled subtitles (libass)", false),
            new Feature("vidstabtransform", FeatureKind.FILTER, "stabilizing with vid.stab", false),
            new Feature("rubberband", FeatureKind.FILTER, "time stretching with Rubber Band", false),
            new Feature("libvmaf", FeatureKind.FILTER, "picture quality (VMAF)", false));

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

    /** Returns whether this build has each feature that Retake uses, in a fixed order. */
    public List<FeatureSupport> report() {
        return WANTED.stream().map(f -> new FeatureSupport(f, has(f))).toList();
    }

    /** Returns the required features that this build lacks; empty when it has all. */
    public List<Feature> missing() {
        return WANTED.stream().filter(f -> f.required() && !has(f)).toList();
    }

    private boolean has(Feature feature) {
        return feature.kind() == FeatureKind.ENCODER ? hasEncoder(feature.name()) : hasFilter(feature.name());
    }

    /** The type of FFmpeg component that provides a feature. */
    public enum FeatureKind {
        ENCODER,
        FILTER
    }

    /**
     * A component of FFmpeg that Retake uses.
     *
     * @param name FFmpeg's name
     * @param purpose its use, for users
     * @param required whether nothing can be exported without it
     */
    public record Feature(String name, FeatureKind kind, String purpose, boolean required) {}

    /** Whether a feature is there. */
    public record FeatureSupport(Feature feature, boolean present) {}
}

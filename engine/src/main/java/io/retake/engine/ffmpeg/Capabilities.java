package io.retake.engine.ffmpeg;

import io.retake.engine.phrase.EngineMessages;
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
            feature("libx264", FeatureKind.ENCODER, true),
            feature("aac", FeatureKind.ENCODER, true),
            feature("libx265", FeatureKind.ENCODER, false),
            feature("libvpx-vp9", FeatureKind.ENCODER, false),
            feature("libsvtav1", FeatureKind.ENCODER, false),
            feature("libopus", FeatureKind.ENCODER, false),
            feature("libmp3lame", FeatureKind.ENCODER, false),
            feature("gif", FeatureKind.ENCODER, false),
            feature("drawtext", FeatureKind.FILTER, true),
            feature("zscale", FeatureKind.FILTER, true),
            feature("xfade", FeatureKind.FILTER, false),
            feature("loudnorm", FeatureKind.FILTER, false),
            feature("arnndn", FeatureKind.FILTER, false),
            feature("afftdn", FeatureKind.FILTER, false),
            feature("sidechaincompress", FeatureKind.FILTER, false),
            feature("signalstats", FeatureKind.FILTER, false),
            feature("subtitles", FeatureKind.FILTER, false),
            feature("vidstabtransform", FeatureKind.FILTER, false),
            feature("rubberband", FeatureKind.FILTER, false),
            feature("libvmaf", FeatureKind.FILTER, false));

    private static Feature feature(String name, FeatureKind kind, boolean required) {
        return new Feature(name, kind, EngineMessages.text("feature." + name), required);
    }

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

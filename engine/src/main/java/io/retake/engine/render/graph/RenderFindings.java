package io.retake.engine.render.graph;

import io.retake.engine.filter.ColorCorrection;
import io.retake.engine.measure.CameraPath;
import java.nio.file.Path;
import java.util.Map;

/**
 * Measurements and files that the plan of the graph needs.
 *
 * @param corrections for {@code color auto}, by content hash
 * @param tables colour tables, by content hash
 * @param cameras the camera's movement, by content hash
 * @param cleaning the method that denoises speech
 * @param decibels the gain on the whole sound
 */
public record RenderFindings(
        Map<String, ColorCorrection> corrections,
        Map<String, Path> tables,
        Map<String, CameraPath> cameras,
        SpeechCleaning cleaning,
        double decibels) {

    /** Returns findings without measurements, only with the method that this FFmpeg offers. */
    static RenderFindings none(SpeechCleaning cleaning, double decibels) {
        return new RenderFindings(Map.of(), Map.of(), Map.of(), cleaning, decibels);
    }
}

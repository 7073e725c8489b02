package io.retake.engine.render.graph;

import io.retake.engine.filter.ColorCorrection;
import io.retake.engine.measure.CameraPath;
import java.nio.file.Path;
import java.util.Map;

/**
 * What was measured and fetched before the graph is planned.
 *
 * @param corrections for {@code color auto}, by content hash
 * @param tables colour tables, by content hash
 * @param cameras how the camera moved, by content hash
 * @param cleaning how speech is freed of noise
 * @param decibels by how much the whole sound is made louder
 */
public record RenderFindings(
        Map<String, ColorCorrection> corrections,
        Map<String, Path> tables,
        Map<String, CameraPath> cameras,
        SpeechCleaning cleaning,
        double decibels) {

    /** Nothing measured, only what the FFmpeg in use can do. */
    static RenderFindings none(SpeechCleaning cleaning, double decibels) {
        return new RenderFindings(Map.of(), Map.of(), Map.of(), cleaning, decibels);
    }
}

package io.retake.engine.render.graph;

import io.retake.core.draft.Canvas;
import io.retake.engine.filter.ColorCorrection;
import io.retake.engine.filter.FilterNumbers;
import io.retake.engine.filter.PictureStretch;
import io.retake.engine.phrase.EngineMessages;
import io.retake.engine.render.timeline.Clip;
import io.retake.engine.render.timeline.RenderException;
import io.retake.engine.render.timeline.RenderTimeline;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The context of an effect's picture filters: a clip in a shot, or the joined picture.
 *
 * @param clip null for the joined picture
 * @param alone whether nothing else is visible with it, so that a still is one frame of it
 */
record PictureInterval(
        RenderTimeline scene,
        RenderFindings findings,
        @Nullable Clip clip,
        long frames,
        long before,
        long shown,
        boolean alone)
        implements PictureStretch {

    @Override
    public Canvas canvas() {
        return scene.canvas();
    }

    @Override
    public boolean isStill() {
        return scene.isStill() && alone;
    }

    @Override
    public long frame(Duration time) {
        return scene.clock().frame(time);
    }

    @Override
    public String seconds(long frame) {
        return FilterNumbers.number(scene.clock().seconds(frame));
    }

    @Override
    public ColorCorrection correction() {
        return clip == null
                ? ColorCorrection.NONE
                : findings.corrections().getOrDefault(clip.source().info().hash(), ColorCorrection.NONE);
    }

    @Override
    public String table(String hash) {
        if (!findings.tables().containsKey(hash)) {
            throw new RenderException(EngineMessages.text("export.table-missing", hash));
        }
        return Graph.tableName(hash);
    }
}

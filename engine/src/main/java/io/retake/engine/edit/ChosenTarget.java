package io.retake.engine.edit;

import io.retake.core.draft.Segment;
import io.retake.core.edit.value.Area;
import io.retake.core.edit.value.Target;
import io.retake.engine.effect.target.EffectTarget;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.Targets;
import io.retake.engine.timeline.TimeRange;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ranges of the timeline that an effect edit targets.
 *
 * @param clip the clip that is being changed; null for the whole timeline
 */
record ChosenTarget(
        Project project,
        Target on,
        List<TimeRange> spans,
        @Nullable Segment clip) implements EffectTarget {
    /** Returns this target while one of its clips is being changed. */
    ChosenTarget at(Segment changing) {
        return new ChosenTarget(project, on, spans, changing);
    }

    @Override
    public Area inPicture(Area area) {
        return clip == null ? area : ShownArea.of(area, project, clip);
    }

    @Override
    public Phrase name() {
        return Targets.what(on);
    }

    @Override
    public String where() {
        return TimeRange.list(spans);
    }

    @Override
    public List<Duration> lengths() {
        return spans.stream().map(span -> Duration.ofMillis(span.lengthMs())).toList();
    }

    @Override
    public String table(String name) {
        return AssetLibrary.table(project, name).hash();
    }

    @Override
    public RuntimeException refused(String key, Object... values) {
        return EditRejected.of(key, values);
    }
}

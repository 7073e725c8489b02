package io.retake.engine.edit;

import io.retake.core.edit.value.Target;
import io.retake.engine.effect.target.EffectTarget;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.Targets;
import io.retake.engine.timeline.TimeRange;
import java.time.Duration;
import java.util.List;

/** The ranges of the timeline that an effect edit targets. */
record ChosenTarget(Project project, Target on, List<TimeRange> spans) implements EffectTarget {
    @Override
    public Phrase name() {
        return Targets.what(on);
    }

    @Override
    public String where() {
        return spans.get(0) + (spans.size() > 1 ? " …" : "");
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

package io.retake.engine.agent;

import io.retake.core.edit.value.Target;
import io.retake.engine.agent.read.Phrase;
import io.retake.engine.effect.EffectTarget;
import java.time.Duration;
import java.util.List;

/** The stretches of the timeline that an edit of effects is about. */
record ChosenTarget(Project project, Target on, List<Span> spans) implements EffectTarget {
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
        return Library.table(project, name).hash();
    }

    @Override
    public RuntimeException refused(String english, String chinese, Object... arguments) {
        return Impossible.of(english, chinese, arguments);
    }
}

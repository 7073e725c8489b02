package io.retake.engine.agent;

import io.retake.core.draft.Draft;
import io.retake.core.edit.Notations;
import io.retake.core.edit.Remove;
import io.retake.core.edit.Speed;
import io.retake.core.edit.Trim;
import java.util.ArrayList;
import java.util.List;

/** Edits that make the timeline shorter or longer. */
final class Cuts {
    private Cuts() {}

    static Result trim(Project project, Trim edit) {
        Draft draft = project.draft();
        List<Span> whole = Targets.whole(draft, edit.on());
        List<Span> kept = Targets.ranges(draft, edit.on(), edit.from(), edit.to());
        List<Span> removed = new ArrayList<>();
        for (int i = 0; i < whole.size(); i++) {
            add(removed, whole.get(i).startMs(), kept.get(i).startMs());
            add(removed, kept.get(i).endMs(), whole.get(i).endMs());
        }
        if (removed.isEmpty()) {
            return Result.of(draft, "That is all there is: nothing to cut.", "全部内容都在这个范围内，无需裁剪。");
        }
        Draft next = Ripple.removed(draft, removed, project.media());
        return Result.of(next, "Kept %s; the timeline is %s long now.", "保留了 %s，时间线现在长 %s。", list(kept), length(next));
    }

    static Result remove(Project project, Remove edit) {
        Draft draft = project.draft();
        List<Span> removed = Targets.ranges(draft, edit.on(), edit.from(), edit.to());
        long gone = removed.stream().mapToLong(Span::lengthMs).sum();
        if (gone >= Timelines.lengthMs(draft)) {
            throw Impossible.of(
                    "Removing %s would leave nothing: the timeline is %s long. Keep at least a part of it.",
                    "删除 %s 后什么都不剩了：时间线长 %s。请至少保留一部分。", list(removed), length(draft));
        }
        Draft next = Ripple.removed(draft, removed, project.media());
        return Result.of(
                next, "Removed %s; the timeline is %s long now.", "删除了 %s，时间线现在长 %s。", list(removed), length(next));
    }

    static Result speed(Project project, Speed edit) {
        Draft draft = project.draft();
        List<Span> spans = Targets.ranges(draft, edit.on(), edit.from(), edit.to());
        double speed = edit.factor().value();
        String factor = Notations.FACTOR.write(edit.factor());
        boolean already = Pieces.cut(Timelines.video(draft).segments(), spans, Ids.of(draft)).stream()
                .filter(s -> Pieces.isInside(s, spans))
                .allMatch(s -> s.speed() == speed);
        if (already) {
            return Result.of(draft, "%s plays at %s already.", "%s 的速度已经是 %s。", list(spans), factor);
        }
        Draft next = Ripple.retimed(draft, spans, speed, project.media());
        return Result.of(
                next,
                "%s plays at %s of its recorded speed; the timeline is %s long now.",
                "%s 以原速的 %s 播放，时间线现在长 %s。",
                list(spans),
                factor,
                length(next));
    }

    private static void add(List<Span> spans, long startMs, long endMs) {
        if (startMs < endMs) {
            spans.add(new Span(startMs, endMs));
        }
    }

    private static String length(Draft draft) {
        return Timelines.time(Timelines.lengthMs(draft));
    }

    private static String list(List<Span> spans) {
        String first =
                String.join(", ", spans.stream().limit(3).map(Span::toString).toList());
        return spans.size() > 3 ? first + " … (" + spans.size() + ")" : first;
    }
}

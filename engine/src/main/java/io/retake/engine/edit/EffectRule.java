package io.retake.engine.edit;

import io.retake.core.draft.Canvas;
import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Ranged;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.value.Target;
import io.retake.engine.edit.target.ChosenTarget;
import io.retake.engine.effect.EffectEdit;
import io.retake.engine.effect.target.EffectLayer;
import io.retake.engine.effect.target.Portion;
import io.retake.engine.filter.PictureSize;
import io.retake.engine.timeline.CanvasSide;
import io.retake.engine.timeline.ClipPiece;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.SegmentIds;
import io.retake.engine.timeline.Selection;
import io.retake.engine.timeline.TimeRange;
import io.retake.engine.timeline.Timelines;
import java.util.ArrayList;
import java.util.List;

/** Applies an effect edit to its target: ranges of clips, the whole timeline, or the music. */
final class EffectRule<E extends Edit> {
    private final EffectEdit<E> effects;
    private final E edit;
    private final Draft draft;
    private final EffectLayer layer;
    private final Selection chosen;
    private final ChosenTarget target;

    private EffectRule(Project project, E edit, EffectEdit<E> effects) {
        this.effects = effects;
        this.edit = edit;
        this.draft = project.draft();
        this.layer = effects.layer(edit);
        if (layer == EffectLayer.MUSIC && !Timelines.hasMusic(draft)) {
            throw LevelEdits.noMusic();
        }
        Target on = edit instanceof Targeted targeted ? targeted.on() : Target.EVERYTHING;
        this.chosen = chosen(layer == EffectLayer.MUSIC ? Target.EVERYTHING : on);
        this.target = new ChosenTarget(project, on, chosen.spans());
    }

    static <E extends Edit> EditRule<E> of(EffectEdit<E> effects) {
        return EditRule.plain(effects.edit(), (project, edit) -> result(project, edit, effects));
    }

    static <E extends Edit> Result result(Project project, E edit, EffectEdit<E> effects) {
        return new EffectRule<>(project, edit, effects).result();
    }

    private Selection chosen(Target on) {
        return edit instanceof Ranged range
                ? Selection.of(draft, on, range.from(), range.to()).besideJoins()
                : Selection.of(draft, on);
    }

    private Result result() {
        effects.require(edit, target);
        Draft next = switch (layer) {
            case CLIPS -> clips();
            case TIMELINE -> draft.withEffects(effects.changed(edit, draft.effects(), Portion.WHOLE, target));
            case MUSIC -> Timelines.mapped(draft, Timelines::isMusic, this::music);
        };
        return effects.already(edit)
                .filter(phrase -> next.equals(draft))
                .map(phrase -> new Result(draft, phrase))
                .orElseGet(() -> new Result(resized(next), effects.done(edit, target)));
    }

    private Draft clips() {
        List<Segment> next = chosen.besideJoins().cut(SegmentIds.of(draft)).stream()
                .map(piece -> piece.chosen() ? changed(piece.segment(), portion(piece)) : piece.segment())
                .toList();
        return Timelines.withVideo(draft, next);
    }

    private Segment changed(Segment segment, Portion portion) {
        return segment.withEffects(effects.changed(edit, segment.effects(), portion, target));
    }

    /** Returns the part of its span that a piece covers; an edit without a range applies to each piece as a whole. */
    private Portion portion(ClipPiece piece) {
        if (!(edit instanceof Ranged)) {
            return Portion.WHOLE;
        }
        TimeRange span = chosen.spans().get(piece.stretch());
        return new Portion(
                share(span, piece.segment().start().toMillis()),
                share(span, piece.segment().end().toMillis()));
    }

    private static double share(TimeRange span, long moment) {
        return Math.min(1, (moment - span.startMs()) / (double) span.lengthMs());
    }

    private List<Segment> music(List<Segment> segments) {
        List<Segment> next = new ArrayList<>();
        double count = segments.size();
        for (int i = 0; i < segments.size(); i++) {
            next.add(changed(segments.get(i), new Portion(i / count, (i + 1) / count)));
        }
        return next;
    }

    private Draft resized(Draft next) {
        if (!chosen.isOfTimeline() || draft.canvas().isEmpty()) {
            return next;
        }
        Canvas canvas = draft.canvas().get();
        PictureSize before = new PictureSize(canvas.width(), canvas.height());
        PictureSize size = effects.resized(edit, before);
        return size.equals(before)
                ? next
                : next.withCanvas(new Canvas(
                        CanvasSide.of(size.width()), CanvasSide.of(size.height()), canvas.fit(), canvas.sharpen()));
    }
}

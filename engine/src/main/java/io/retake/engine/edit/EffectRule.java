package io.retake.engine.edit;

import io.retake.core.draft.Canvas;
import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Ranged;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.value.Target;
import io.retake.engine.effect.kind.EffectEdit;
import io.retake.engine.effect.target.EffectLayer;
import io.retake.engine.effect.target.Portion;
import io.retake.engine.filter.PictureSize;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.Asset;
import io.retake.engine.timeline.CanvasSide;
import io.retake.engine.timeline.ClipPiece;
import io.retake.engine.timeline.OverlayLayers;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.SegmentIds;
import io.retake.engine.timeline.SegmentSplitter;
import io.retake.engine.timeline.Selection;
import io.retake.engine.timeline.Soundtrack;
import io.retake.engine.timeline.Targets;
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
    private final Target on;
    private final List<Segment> overlays;
    private final List<Asset> media;
    private final SegmentIds ids;
    private final Selection chosen;
    private final ChosenTarget target;

    private EffectRule(Project project, E edit, EffectEdit<E> effects) {
        this.effects = effects;
        this.edit = edit;
        this.draft = project.draft();
        this.ids = SegmentIds.of(draft);
        this.on = edit instanceof Targeted targeted ? targeted.on() : Target.EVERYTHING;
        this.overlays = effects.isOnOverlays() ? OverlayLayers.named(draft, on) : List.of();
        this.layer = overlays.isEmpty() ? effects.layer(edit) : EffectLayer.OVERLAYS;
        if (layer == EffectLayer.MUSIC && !Timelines.hasMusic(draft)) {
            throw LevelEdits.noMusic();
        }
        this.media = project.media();
        this.chosen = layer == EffectLayer.MUSIC || layer == EffectLayer.OVERLAYS
                ? Selection.of(draft, Target.EVERYTHING)
                : chosen(on);
        List<TimeRange> spans = layer == EffectLayer.MUSIC
                ? within(chosen.spans().get(0))
                : layer == EffectLayer.OVERLAYS
                        ? overlays.stream()
                                .flatMap(overlay -> within(TimeRange.of(overlay)).stream())
                                .toList()
                        : chosen.spans();
        this.target = new ChosenTarget(project, on, spans, null);
    }

    static <E extends Edit> EditRule<E> of(EffectEdit<E> effects) {
        return EditRule.plain(effects.edit(), (project, edit) -> result(project, edit, effects));
    }

    static <E extends Edit> Result result(Project project, E edit, EffectEdit<E> effects) {
        return new EffectRule<>(project, edit, effects).result();
    }

    /** Returns the edit's range of a part of the timeline. */
    private List<TimeRange> within(TimeRange whole) {
        return edit instanceof Ranged range ? Targets.within(whole, range.range(), on) : List.of(whole);
    }

    private Selection chosen(Target on) {
        return edit instanceof Ranged range
                ? Selection.of(draft, on, range.range()).besideJoins()
                : Selection.of(draft, on);
    }

    private Result result() {
        effects.require(edit, target);
        Draft next = switch (layer) {
            case CLIPS -> clips();
            case TIMELINE -> draft.withEffects(effects.changed(edit, draft.effects(), Portion.WHOLE, target));
            case MUSIC -> Timelines.mapped(draft, Timelines::isMusic, this::music);
            case OVERLAYS -> Timelines.mapped(draft, Track::overlay, this::overlaid);
        };
        return effects.already(edit)
                .filter(phrase -> next.equals(draft))
                .map(phrase -> new Result(draft, phrase))
                .orElseGet(() -> new Result(resized(next), done()));
    }

    /** Returns the answer; it names the part that was changed where the edit doesn't apply to all of its target. */
    private Phrase done() {
        Phrase phrase = effects.done(edit, target);
        boolean part = edit instanceof Ranged ranged && !ranged.range().isAll();
        return part && !phrase.english().contains(target.where())
                ? phrase.and(Phrase.of("effect.where", target.where()))
                : phrase;
    }

    private Draft clips() {
        List<Segment> next = chosen.besideJoins().cut(ids).stream()
                .map(piece -> piece.chosen() ? changed(piece.segment(), portion(piece)) : piece.segment())
                .toList();
        Draft changed = Timelines.withVideo(draft, next);
        return effects.isOfSound()
                ? Timelines.mapped(changed, Track::sound, sound -> cut(sound, TimeRange.joined(chosen.spans())))
                : changed;
    }

    private Segment changed(Segment segment, Portion portion) {
        return segment.withEffects(effects.changed(edit, segment.effects(), portion, target.at(segment)));
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

    private List<Segment> overlaid(List<Segment> segments) {
        return segments.stream()
                .flatMap(segment -> (overlays.contains(segment)
                                ? cut(List.of(segment), within(TimeRange.of(segment)))
                                : List.of(segment))
                        .stream())
                .toList();
    }

    private List<Segment> cut(List<Segment> segments, List<TimeRange> spans) {
        return SegmentSplitter.inside(SegmentSplitter.cut(segments, spans, ids), spans, s -> changed(s, Portion.WHOLE));
    }

    private List<Segment> music(List<Segment> segments) {
        if (edit instanceof Ranged) {
            return Soundtrack.fitted(cut(segments, target.spans()), Timelines.lengthMs(draft), media);
        }
        List<Segment> next = new ArrayList<>();
        double count = segments.size();
        for (int i = 0; i < segments.size(); i++) {
            next.add(changed(segments.get(i), new Portion(i / count, (i + 1) / count)));
        }
        return next;
    }

    private Draft resized(Draft next) {
        boolean whole = !(edit instanceof Ranged ranged) || ranged.range().isAll();
        if (!whole || !chosen.isOfTimeline() || draft.canvas().isEmpty()) {
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

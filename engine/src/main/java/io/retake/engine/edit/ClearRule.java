package io.retake.engine.edit;

import io.retake.core.draft.Canvas;
import io.retake.core.draft.Draft;
import io.retake.core.draft.Effect;
import io.retake.core.draft.Segment;
import io.retake.core.edit.object.Clear;
import io.retake.core.edit.value.Range;
import io.retake.core.edit.value.Target;
import io.retake.engine.edit.target.ClearedLevels;
import io.retake.engine.edit.target.NamedObjects;
import io.retake.engine.edit.target.TargetResolution;
import io.retake.engine.effect.naming.EffectNames;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.Retiming;
import io.retake.engine.timeline.SegmentIds;
import io.retake.engine.timeline.SegmentSplitter;
import io.retake.engine.timeline.Selection;
import io.retake.engine.timeline.Soundtrack;
import io.retake.engine.timeline.Targets;
import io.retake.engine.timeline.TimeRange;
import io.retake.engine.timeline.TimelineObject;
import io.retake.engine.timeline.TimelineObjects;
import io.retake.engine.timeline.Timelines;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Takes effects, a speed or a level off again. */
final class ClearRule {
    private final Project project;
    private final Draft draft;
    private final String name;
    private final Clear edit;
    private final Target on;
    private final boolean whole;

    private ClearRule(Project project, Clear edit) {
        this.project = project;
        this.draft = project.draft();
        this.name = edit.effect().name();
        this.edit = edit;
        Target named = EffectNames.isOnOverlays(name)
                ? NamedObjects.ofLayers(draft, edit.on())
                : NamedObjects.of(draft, edit.on());
        this.on = named instanceof Target.Sound sound ? TargetResolution.footage(sound) : named;
        this.whole = edit.range().isAll();
    }

    static Result clear(Project project, Clear edit) {
        return new ClearRule(project, edit).cleared();
    }

    private Result cleared() {
        require();
        Draft next = switch (name) {
            case "speed" -> paced(draft);
            case "volume", "mute" -> new ClearedLevels(project, name.equals("mute")).on(on, edit.range());
            case "all" -> paced(effects(draft));
            default -> effects(draft);
        };
        if (next.equals(draft)) {
            return name.equals("all")
                    ? Result.of(draft, "clear.no-effects", Targets.what(edit.on()), range(), elsewhere())
                    : Result.of(draft, "clear.none", name, Targets.what(edit.on()), range(), elsewhere());
        }
        Draft framed = framed(next);
        return Result.of(framed, "clear.done", word(), Targets.what(edit.on()), range(), frame(next, framed), note());
    }

    private void require() {
        boolean known =
                EffectNames.isEffect(name) || List.of("speed", "volume", "mute").contains(name);
        if (!known) {
            throw EditRejected.of("clear.no-effect", name, String.join(", ", EffectNames.all()));
        }
        if (on instanceof Target.EffectOf) {
            throw EditRejected.of("clear.effect-on-effect", name);
        }
    }

    private Phrase word() {
        return name.equals("all") ? Phrase.of("clear.all") : Phrase.of("clear.effect", name);
    }

    private Phrase range() {
        if (whole) {
            return Phrase.NOTHING;
        }
        String ranges =
                String.join(", ", edit.range().list().stream().map(Range::text).toList());
        return Phrase.of(edit.range().isExcept() ? "level.except" : "removal.range", ranges);
    }

    private Phrase note() {
        boolean levels = name.equals("all")
                && Timelines.video(draft).segments().stream().anyMatch(segment -> segment.gain() != 1);
        boolean replaced = name.equals("mute") && draft.tracks().stream().anyMatch(track -> track.sound());
        return levels ? Phrase.of("clear.levels-stay") : replaced ? Phrase.of("clear.beside-replaced") : Phrase.NOTHING;
    }

    /** Says where the effect is, when it isn't where it was looked for. */
    private Phrase elsewhere() {
        boolean onFilm = !EffectNames.without(draft.effects(), name).equals(draft.effects());
        if (onFilm) {
            return Phrase.of("clear.on-film");
        }
        List<Segment> clips = Timelines.video(draft).segments();
        List<String> numbers = IntStream.range(0, clips.size())
                .filter(i -> has(clips.get(i)))
                .limit(12)
                .mapToObj(i -> String.valueOf(i + 1))
                .toList();
        return numbers.isEmpty() ? Phrase.NOTHING : Phrase.of("clear.on-clips", String.join(", ", numbers));
    }

    private boolean has(Segment segment) {
        return !without(segment).equals(segment) || (name.equals("speed") && segment.speed() != 1);
    }

    private Segment without(Segment segment) {
        List<Effect> effects = segment.effects();
        List<Effect> rest = EffectNames.without(effects, name);
        return rest.equals(effects) ? segment : segment.withEffects(rest);
    }

    private Draft effects(Draft of) {
        if (on instanceof Target.Layer layer && layer.kind() == Target.TrackKind.MUSIC) {
            if (!Timelines.hasMusic(of)) {
                throw LevelEdits.noMusic();
            }
            return whole ? Timelines.mapped(of, Timelines::isMusic, all(this::without)) : music(of);
        }
        List<TimelineObject> objects = TimelineObjects.named(of, on);
        if (!objects.isEmpty()) {
            SegmentIds ids = SegmentIds.of(of);
            return TimelineObjects.changed(of, objects, segment -> layered(segment, ids));
        }
        boolean film = whole && (on instanceof Target.Everything || on instanceof Target.Layer);
        return film ? everywhere(of) : ranges(of);
    }

    /** Returns the pieces of an object: within its ranges, which count from its start, without the effect. */
    private List<Segment> layered(Segment segment, SegmentIds ids) {
        if (whole || without(segment).equals(segment)) {
            return List.of(without(segment));
        }
        return within(List.of(segment), Targets.within(TimeRange.of(segment), edit.range(), on), ids);
    }

    private List<Segment> within(List<Segment> segments, List<TimeRange> spans, SegmentIds ids) {
        return SegmentSplitter.inside(SegmentSplitter.cut(segments, spans, ids), spans, this::without);
    }

    /** Returns the timeline with music that is free of the effect in a part; it is cut only where it has the effect. */
    private Draft music(Draft of) {
        long length = Timelines.lengthMs(of);
        List<TimeRange> spans = Targets.within(new TimeRange(0, length), edit.range(), on);
        SegmentIds ids = SegmentIds.of(of);
        boolean any = of.tracks().stream()
                .filter(Timelines::isMusic)
                .flatMap(track -> track.segments().stream())
                .anyMatch(segment -> !without(segment).equals(segment));
        return any
                ? Timelines.mapped(
                        of,
                        Timelines::isMusic,
                        segments -> Soundtrack.fitted(within(segments, spans, ids), length, project.media()))
                : of;
    }

    private Draft everywhere(Draft of) {
        boolean music = on instanceof Target.Everything;
        Draft next = Timelines.mapped(of, track -> music || !Timelines.isMusic(track), all(this::without));
        List<Effect> rest = EffectNames.without(of.effects(), name);
        return rest.equals(of.effects()) ? next : next.withEffects(rest);
    }

    private static UnaryOperator<List<Segment>> all(UnaryOperator<Segment> change) {
        return segments -> segments.stream().map(change).toList();
    }

    private Draft ranges(Draft of) {
        Selection chosen = affected(of, this::has);
        List<Segment> next = chosen.cut(SegmentIds.of(of)).stream()
                .map(piece -> piece.chosen() ? without(piece.segment()) : piece.segment())
                .toList();
        return chosen.isEmpty() ? of : Timelines.withVideo(of, next);
    }

    /** Returns the part of the target that has what is taken off, so that nothing else is cut. */
    private Selection affected(Draft of, Predicate<Segment> has) {
        return Selection.of(of, on, edit.range()).where(has).besideJoins();
    }

    private Draft paced(Draft of) {
        boolean footage = !(on instanceof Target.Layer layer) || layer.kind() == Target.TrackKind.VIDEO;
        if (!footage || !TimelineObjects.named(of, on).isEmpty()) {
            return of;
        }
        Selection fast = affected(of, segment -> segment.speed() != 1 && !segment.frozen());
        return fast.isEmpty() ? of : new Retiming(of, fast, clip -> 1).retimed(project.media());
    }

    /** Returns the timeline in the frame that it had before the effect, if nothing has changed the frame since. */
    private Draft framed(Draft next) {
        return earlier().map(next::withCanvas).orElse(next);
    }

    private Optional<Canvas> earlier() {
        List<Draft> past = project.past();
        for (int i = past.size() - 1; i >= 0; i--) {
            if (!hasAnywhere(past.get(i))) {
                Draft after = i + 1 < past.size() ? past.get(i + 1) : draft;
                Optional<Canvas> before = past.get(i).canvas();
                return after.canvas().equals(draft.canvas()) && !before.equals(after.canvas())
                        ? before.filter(canvas ->
                                whole && Selection.of(draft, Target.EVERYTHING).isOfTimeline())
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean hasAnywhere(Draft of) {
        return !EffectNames.without(of.effects(), name).equals(of.effects())
                || Timelines.video(of).segments().stream()
                        .anyMatch(segment -> !without(segment).equals(segment));
    }

    private Phrase frame(Draft next, Draft framed) {
        boolean shaped = List.of("crop", "rotate", "all").contains(name) && hasShape();
        if (!next.canvas().equals(framed.canvas())) {
            return Phrase.of("clear.frame-again", size(framed));
        }
        return shaped ? Phrase.of("clear.frame-stays", size(framed)) : Phrase.NOTHING;
    }

    private boolean hasShape() {
        return Timelines.video(draft).segments().stream()
                .flatMap(segment -> segment.effects().stream())
                .anyMatch(effect -> EffectNames.kinds("crop").contains(effect.getClass())
                        || EffectNames.kinds("rotate").contains(effect.getClass()));
    }

    private static String size(Draft of) {
        return of.canvas().map(canvas -> canvas.width() + "x" + canvas.height()).orElse("");
    }
}

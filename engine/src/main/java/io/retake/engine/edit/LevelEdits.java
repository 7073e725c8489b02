package io.retake.engine.edit;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.draft.TrackType;
import io.retake.core.edit.Ranges;
import io.retake.core.edit.sound.Mute;
import io.retake.core.edit.sound.Volume;
import io.retake.core.edit.value.Target;
import io.retake.core.vocabulary.Notations;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.SegmentIds;
import io.retake.engine.timeline.SegmentSplitter;
import io.retake.engine.timeline.Selection;
import io.retake.engine.timeline.Soundtrack;
import io.retake.engine.timeline.Targets;
import io.retake.engine.timeline.TimeRange;
import io.retake.engine.timeline.Timelines;
import java.util.List;

/**
 * Edits of loudness. A volume without a target is the footage's own, because music has a level of its own; mute without
 * a target silences everything that is heard.
 */
final class LevelEdits {
    private LevelEdits() {}

    static Result mute(Project project, Mute edit) {
        Draft draft = project.draft();
        Draft next = levelled(draft, edit.on(), edit.range(), 0, project);
        if (edit.on() instanceof Target.Everything && Timelines.hasMusic(draft)) {
            next = onMusic(next, spans(draft, edit.range()), 0, project);
        }
        return next.equals(draft)
                ? Result.of(draft, "level.already-muted")
                : Result.of(
                        next,
                        "level.muted",
                        subject(draft, edit.on()),
                        range(edit.range()),
                        moved(draft, edit.on(), edit.range()));
    }

    static Result volume(Project project, Volume edit) {
        Draft draft = project.draft();
        double gain = edit.level().gain();
        Draft next = levelled(draft, edit.on(), edit.range(), gain, project);
        String level = Notations.LEVEL.write(edit.level());
        if (next.equals(draft)) {
            return Result.of(draft, "level.volume-same", level);
        }
        boolean keeps = edit.on() instanceof Target.Everything && Timelines.hasMusic(draft);
        return Result.of(
                next,
                "level.volume-set",
                subject(draft, edit.on()),
                range(edit.range()),
                level,
                moved(draft, edit.on(), edit.range()),
                keeps ? Phrase.of("level.music-keeps") : Phrase.NOTHING);
    }

    private static Draft levelled(Draft draft, Target on, Ranges ranges, double gain, Project project) {
        if (isMusic(draft, on)) {
            if (!Timelines.hasMusic(draft)) {
                throw noMusic();
            }
            return onMusic(draft, spans(draft, ranges), gain, project);
        }
        return Selection.of(draft, on, ranges).changed(s -> levelled(s, gain));
    }

    static EditRejected noMusic() {
        return EditRejected.of("level.no-music");
    }

    /** Returns whether the music is meant: a file's name means its clips, and the music only when there are none. */
    private static boolean isMusic(Draft draft, Target on) {
        if (on instanceof Target.Named named) {
            List<Segment> music = draft.tracks(TrackType.AUDIO).stream()
                    .filter(Timelines::isMusic)
                    .flatMap(t -> t.segments().stream())
                    .toList();
            return Targets.matching(Timelines.video(draft).segments(), named.name())
                            .isEmpty()
                    && !Targets.matching(music, named.name()).isEmpty();
        }
        return on instanceof Target.Layer layer && layer.kind() == Target.TrackKind.MUSIC;
    }

    private static Draft onMusic(Draft draft, List<TimeRange> spans, double gain, Project project) {
        SegmentIds ids = SegmentIds.of(draft);
        long length = Timelines.lengthMs(draft);
        return Timelines.mapped(
                draft,
                Timelines::isMusic,
                s -> Soundtrack.fitted(changed(s, spans, gain, ids), length, project.media()));
    }

    private static List<Segment> changed(List<Segment> segments, List<TimeRange> spans, double gain, SegmentIds ids) {
        return SegmentSplitter.inside(SegmentSplitter.cut(segments, spans, ids), spans, s -> levelled(s, gain));
    }

    private static Segment levelled(Segment segment, double gain) {
        return segment.gain() == gain ? segment : segment.withGain(gain);
    }

    private static Phrase subject(Draft draft, Target on) {
        if (isMusic(draft, on)) {
            return Phrase.of("level.music");
        }
        if (on instanceof Target.Everything || on instanceof Target.Layer) {
            return Phrase.of("level.sound");
        }
        return Targets.what(on);
    }

    /**
     * Returns a note on the ranges used in place of the requested ones; empty unless one begins or ends inside a
     * transition.
     */
    private static Phrase moved(Draft draft, Target on, Ranges ranges) {
        if (isMusic(draft, on)) {
            return Phrase.NOTHING;
        }
        Selection said = Selection.of(draft, on, ranges);
        List<TimeRange> done = said.besideJoins().spans();
        return said.spans().equals(done)
                ? Phrase.NOTHING
                : Phrase.of(
                        "level.whole-transitions",
                        String.join(", ", done.stream().map(TimeRange::toString).toList()));
    }

    private static Phrase range(Ranges ranges) {
        if (ranges.isAll()) {
            return Phrase.NOTHING;
        }
        if (ranges.isExcept()) {
            return Phrase.of("level.except", ranges.except().text());
        }
        return ranges.ranges().isEmpty()
                ? Phrase.of("level.range", Notations.MOMENT.write(ranges.from()), Notations.MOMENT.write(ranges.to()))
                : Phrase.of("level.ranges", ranges.ranges().text());
    }

    private static List<TimeRange> spans(Draft draft, Ranges ranges) {
        return Targets.within(new TimeRange(0, Timelines.lengthMs(draft)), ranges, Target.EVERYTHING);
    }
}

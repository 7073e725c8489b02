package io.retake.engine.edit;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Effect;
import io.retake.core.draft.Segment;
import io.retake.core.draft.TrackType;
import io.retake.core.edit.object.ChangeObject;
import io.retake.core.edit.value.Level;
import io.retake.core.edit.value.Shift;
import io.retake.core.edit.value.Times;
import io.retake.engine.effect.EffectList;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.Soundtrack;
import io.retake.engine.timeline.Timelines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Changes the level, the ducking and the begin of the music. */
final class ChangedMusic {
    private final Project project;
    private final Draft draft;
    private final ChangeObject edit;
    private final List<Phrase> said = new ArrayList<>();

    ChangedMusic(Project project, ChangeObject edit) {
        this.project = project;
        this.draft = project.draft();
        this.edit = edit;
    }

    Result changed() {
        if (!Timelines.hasMusic(draft)) {
            throw LevelEdits.noMusic();
        }
        Draft next = draft;
        if (edit.level().isPresent() || edit.amount().isPresent()) {
            next = Timelines.mapped(
                    next,
                    Timelines::isMusic,
                    segments -> segments.stream().map(this::levelled).toList());
            if (!next.equals(draft)) {
                said.add(Phrase.of("change.music-level", levels(next)));
            }
        }
        next = ducked(next);
        next = begun(next);
        return said.isEmpty() ? Result.of(draft, "change.same") : new Result(next, Phrase.sentences(said));
    }

    /** A part that is muted stays so. */
    private Segment levelled(Segment segment) {
        double gain = edit.level().map(Level::gain).orElse(segment.gain())
                * edit.amount().map(amount -> amount.factor()).orElse(1.0);
        if (gain > 10) {
            throw EditRejected.of("change.too-loud", percent(gain));
        }
        return segment.gain() == 0 || segment.gain() == gain ? segment : segment.withGain(gain);
    }

    private static String levels(Draft draft) {
        return String.join(
                ", ",
                music(draft).stream()
                        .map(segment -> percent(segment.gain()))
                        .distinct()
                        .toList());
    }

    private static String percent(double gain) {
        return Times.decimal(Math.round(gain * 1000) / 10.0) + "%";
    }

    private static List<Segment> music(Draft draft) {
        return draft.tracks(TrackType.AUDIO).stream()
                .filter(Timelines::isMusic)
                .flatMap(track -> track.segments().stream())
                .toList();
    }

    private Draft ducked(Draft of) {
        if (edit.duck().isEmpty()) {
            return of;
        }
        boolean duck = edit.duck().get();
        Draft next = Timelines.mapped(
                of,
                Timelines::isMusic,
                segments ->
                        segments.stream().map(segment -> ducked(segment, duck)).toList());
        if (!next.equals(of)) {
            said.add(Phrase.of(duck ? "change.music-ducked" : "change.music-not-ducked"));
        }
        return next;
    }

    private static Segment ducked(Segment segment, boolean duck) {
        if (EffectList.has(segment.effects(), Effect.DuckFx.class) == duck) {
            return segment;
        }
        return segment.withEffects(
                duck
                        ? EffectList.placed(segment.effects(), new Effect.DuckFx())
                        : EffectList.without(segment.effects(), Effect.DuckFx.class));
    }

    private Draft begun(Draft of) {
        if (edit.from().isEmpty() && edit.shift().isEmpty()) {
            return of;
        }
        long length = Timelines.lengthMs(of);
        long now = music(of).get(0).start().toMillis();
        long start = edit.from()
                        .map(from -> from.on(Duration.ofMillis(length)).toMillis())
                        .orElse(now)
                + edit.shift().map(Shift::later).orElse(Duration.ZERO).toMillis();
        Draft next = begun(project, of, start);
        if (!next.equals(of)) {
            said.add(Phrase.of("change.music-begins", Timelines.time(start)));
        }
        return next;
    }

    /** Returns the timeline with music that begins at a time; pieces that differ in level move with it. */
    static Draft begun(Project project, Draft of, long start) {
        long length = Timelines.lengthMs(of);
        if (start < 0 || start >= length) {
            throw EditRejected.of("change.music-outside", Timelines.time(start), Timelines.time(length));
        }
        long shift = start - music(of).get(0).start().toMillis();
        return Timelines.mapped(of, Timelines::isMusic, segments -> {
            List<Segment> moved = new ArrayList<>();
            for (Segment segment : segments) {
                if (segment.start().toMillis() + shift < length) {
                    moved.add(Timelines.moved(segment, segment.start().toMillis() + shift));
                }
            }
            Segment first = moved.get(0);
            if (first.late() != start > 0) {
                moved.set(0, first.withLate(start > 0));
            }
            return Soundtrack.fitted(moved, length, project.media());
        });
    }
}

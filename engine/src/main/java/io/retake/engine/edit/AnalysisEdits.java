package io.retake.engine.edit;

import io.retake.core.draft.Blend;
import io.retake.core.draft.Draft;
import io.retake.core.draft.Effect;
import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;
import io.retake.core.draft.TrackType;
import io.retake.core.edit.arrange.CutSilence;
import io.retake.core.edit.arrange.Reorder;
import io.retake.core.edit.arrange.SmoothJumpCuts;
import io.retake.core.edit.picture.Captions;
import io.retake.core.edit.picture.Upscale;
import io.retake.core.edit.session.Diagnose;
import io.retake.core.edit.sound.AutoSyncAudio;
import io.retake.core.edit.sound.SyncAudio;
import io.retake.core.edit.value.Offset;
import io.retake.core.edit.value.Order;
import io.retake.core.edit.value.Times;
import io.retake.core.edit.value.TransitionKind;
import io.retake.engine.effect.EffectKinds;
import io.retake.engine.effect.EffectList;
import io.retake.engine.measure.Cut;
import io.retake.engine.measure.Diagnosis;
import io.retake.engine.measure.SoundLevels;
import io.retake.engine.measure.SoundMatch;
import io.retake.engine.measure.SyncRepair;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.Asset;
import io.retake.engine.timeline.ClipPiece;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.Joining;
import io.retake.engine.timeline.Joins;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.Ripple;
import io.retake.engine.timeline.Scenes;
import io.retake.engine.timeline.SegmentIds;
import io.retake.engine.timeline.SegmentSplitter;
import io.retake.engine.timeline.Selection;
import io.retake.engine.timeline.TimeRange;
import io.retake.engine.timeline.Timelines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Edits that analyze the footage before they change anything. */
final class AnalysisEdits {
    /** The pause left on each side of speech; with a shorter one, words sound clipped. */
    private static final Duration ROOM = Duration.ofMillis(100);

    /** The crossfade over a jump cut, in ms: long enough to soften it, short enough that nobody sees two pictures. */
    static final long SOFT_MS = 200;

    private static final double UNHEARD_DB = -200;

    private final Project project;
    private final Draft draft;
    private final Measurements measurements;

    AnalysisEdits(Project project, Measurements measurements) {
        this.project = project;
        this.draft = project.draft();
        this.measurements = measurements;
    }

    Result captions(Captions edit) {
        return CaptionRule.captions(project, edit, measurements);
    }

    Result cutSilence(CutSilence edit) {
        Selection wanted = Selection.of(draft, edit.on());
        List<Segment> clips = Timelines.video(draft).segments();
        List<List<TimeRange>> pauses = new ArrayList<>();
        boolean heard = false;
        for (int i = 0; i < clips.size(); i++) {
            Segment clip = clips.get(i);
            List<TimeRange> found = new ArrayList<>();
            Optional<SoundLevels> levels = wanted.has(i) && !clip.frozen()
                    ? measurements.levels(clip.media().orElse(""))
                    : Optional.empty();
            heard |= levels.isPresent();
            levels.ifPresent(l -> l.cuts(edit.longerThan(), ROOM)
                    .forEach(p -> add(found, clip, p.from().toMillis(), p.to().toMillis())));
            pauses.add(merged(found));
        }
        if (!heard) {
            throw EditRejected.of("analysis.no-sound");
        }
        Selection silent = Selection.ofClips(draft, edit.on(), pauses);
        String longer = Times.writeLength(edit.longerThan());
        if (silent.isEmpty()) {
            return Result.of(draft, "analysis.no-pauses", longer);
        }
        if (silent.isAll()) {
            throw EditRejected.of("analysis.all-silent");
        }
        long gone = silent.spans().stream().mapToLong(TimeRange::lengthMs).sum();
        Draft next = Ripple.closed(draft, silent, project.media());
        return Result.of(
                next,
                "analysis.pauses-cut",
                merged(silent.spans()).size(),
                longer,
                Timelines.time(gone),
                Timelines.time(Timelines.lengthMs(next)));
    }

    /** A stretch of a clip's media, where the timeline shows it. */
    private static void add(List<TimeRange> spans, Segment clip, long fromMs, long toMs) {
        long in = clip.in().toMillis();
        long out = in + SegmentSplitter.sourceMs(clip, clip.duration().toMillis());
        long from = Math.max(in, fromMs);
        long to = Math.min(out, toMs);
        long start = clip.start().toMillis();
        long length = clip.duration().toMillis();
        boolean back = SegmentSplitter.isReversed(clip);
        long first = Math.round((back ? out - to : from - in) / clip.speed());
        long last = Math.min(length, Math.round((back ? out - from : to - in) / clip.speed()));
        if (to > from && last > first) {
            spans.add(new TimeRange(start + first, start + last));
        }
    }

    private static List<TimeRange> merged(List<TimeRange> spans) {
        List<TimeRange> next = new ArrayList<>();
        for (TimeRange span : spans.stream()
                .sorted(Comparator.comparingLong(TimeRange::startMs))
                .toList()) {
            TimeRange last = next.isEmpty() ? new TimeRange(-1, -1) : next.get(next.size() - 1);
            if (span.startMs() <= last.endMs()) {
                next.set(next.size() - 1, new TimeRange(last.startMs(), Math.max(last.endMs(), span.endMs())));
            } else {
                next.add(span);
            }
        }
        return next;
    }

    /** Upscales by the requested method, or by the one that suits the footage. */
    Result upscale(Upscale edit) {
        return new Upscaling(project, measurements).upscale(edit);
    }

    /** Reorders clips or scenes as requested, which may be by loudness. */
    Result reorder(Reorder edit) {
        boolean loudness = edit.order() instanceof Order.By by
                && (by.rule() == Order.Rule.QUIETEST_FIRST || by.rule() == Order.Rule.LOUDEST_FIRST);
        return loudness ? byLoudness(((Order.By) edit.order()).rule()) : OrderEdits.reorder(project, edit);
    }

    /** Shifts the sound by the given time, or to match another recording of the same sound. */
    Result moved(SyncAudio edit) {
        return edit.reference().isBlank()
                ? EffectRule.result(project, edit, EffectKinds.edit(SyncAudio.class))
                : match(edit);
    }

    /** Orders clips, or scenes, by their average loudness as heard. */
    private Result byLoudness(Order.Rule rule) {
        List<Segment> clips = Timelines.video(draft).segments();
        int sign = rule == Order.Rule.QUIETEST_FIRST ? 1 : -1;
        return OrderEdits.ordered(project, OrderEdits.sorted(clips, unit -> sign * level(unit)));
    }

    /** Returns the mean power of the audible sound, in dB. */
    private double level(List<Segment> unit) {
        double power = 0;
        double length = 0;
        for (Segment clip : unit) {
            double ms = clip.duration().toMillis();
            power += ms * Math.pow(10, level(clip) / 10);
            length += ms;
        }
        return 10 * Math.log10(power / Math.max(1, length));
    }

    private double level(Segment clip) {
        long in = clip.in().toMillis();
        long out =
                in + Math.max(1, SegmentSplitter.sourceMs(clip, clip.duration().toMillis()));
        io.retake.engine.measure.TimeSpan source =
                new io.retake.engine.measure.TimeSpan(Duration.ofMillis(in), Duration.ofMillis(out));
        return clip.gain() == 0 || clip.frozen()
                ? UNHEARD_DB
                : measurements
                        .levels(clip.media().orElse(""))
                        .map(l -> l.level(source) + 20 * Math.log10(clip.gain()))
                        .orElse(UNHEARD_DB);
    }

    /** Replaces jump cuts, those in the footage and those made by cutting within a clip, by short crossfades. */
    Result smooth(SmoothJumpCuts edit) {
        Selection wanted = Selection.of(draft, edit.on());
        List<Segment> clips = Timelines.video(draft).segments();
        Set<Long> jumps = new HashSet<>();
        for (int i = 0; i < clips.size(); i++) {
            if (wanted.has(i) && !clips.get(i).frozen()) {
                jumps(clips.get(i), jumps);
            }
        }
        List<ClipPiece> pieces = SegmentSplitter.cutAtAll(clips, jumps, SegmentIds.of(draft));
        List<Segment> before = pieces.stream().map(ClipPiece::segment).toList();
        List<Segment> next = new ArrayList<>(before);
        int softened = 0;
        for (int i = 1; i < before.size(); i++) {
            Segment piece = before.get(i);
            boolean inside = wanted.has(pieces.get(i).clip())
                    && wanted.has(pieces.get(i - 1).clip());
            boolean found = jumps.contains(piece.start().toMillis());
            if (inside && piece.blend().isEmpty() && (found || isJump(before.get(i - 1), piece))) {
                long room = Math.min(
                                piece.duration().toMillis(),
                                before.get(i - 1).duration().toMillis())
                        / 2;
                if (room >= 40) {
                    Duration soft = Duration.ofMillis(Math.min(SOFT_MS, room));
                    next.set(i, piece.withBlend(Optional.of(new Blend(TransitionKind.CROSSFADE, soft))));
                    softened++;
                }
            }
        }
        if (softened == 0) {
            return Result.of(draft, "analysis.no-jump-cuts");
        }
        Draft joined = Joining.of(draft, before, Joins.laid(next), project.media());
        return Result.of(joined, "analysis.jump-cuts-softened", softened, Timelines.time(Timelines.lengthMs(joined)));
    }

    /** Collects the timeline times, in ms, at which the footage of a clip jumps. */
    private void jumps(Segment clip, Set<Long> jumps) {
        for (Cut cut : measurements.cuts(clip.media().orElse(""))) {
            long at = cut.at().toMillis();
            long in = clip.in().toMillis();
            if (cut.insideShot()
                    && at > in
                    && at < in + SegmentSplitter.sourceMs(clip, clip.duration().toMillis())) {
                long moment = Math.round((at - in) / clip.speed());
                long place = SegmentSplitter.isReversed(clip) ? clip.duration().toMillis() - moment : moment;
                jumps.add(clip.start().toMillis() + place);
            }
        }
    }

    /** Returns whether the same shot continues a little later: a part of it was removed. */
    private boolean isJump(Segment before, Segment after) {
        boolean same = before.media().isPresent() && before.media().equals(after.media());
        if (!same
                || before.frozen()
                || after.frozen()
                || SegmentSplitter.isReversed(before)
                || SegmentSplitter.isReversed(after)) {
            return false;
        }
        long end = before.in().toMillis()
                + SegmentSplitter.sourceMs(before, before.duration().toMillis());
        long next = after.in().toMillis();
        return next - end > 60
                && measurements.cuts(before.media().get()).stream()
                        .noneMatch(c -> !c.insideShot() && c.at().toMillis() >= end && c.at().toMillis() <= next);
    }

    /** Syncs each clip by its own file's times; those in sync stay unchanged. */
    Result sync(AutoSyncAudio edit) {
        Selection wanted = Selection.of(draft, edit.on());
        List<Segment> video = new ArrayList<>(Timelines.video(draft).segments());
        int repaired = 0;
        for (int i = 0; i < video.size(); i++) {
            Segment clip = video.get(i);
            Optional<SyncRepair> repair = wanted.has(i)
                    ? measurements.sync(clip.media().orElse("")).filter(SyncRepair::isNeeded)
                    : Optional.empty();
            if (repair.isPresent() && repair.get().earlier().abs().compareTo(Duration.ofMinutes(1)) <= 0) {
                Offset offset = new Offset(repair.get().earlier().negated());
                Effect moved = new Effect.SyncFx(offset, repair.get().stretch());
                if (!clip.effects().contains(moved)) {
                    video.set(i, clip.withEffects(EffectList.replaced(clip.effects(), moved)));
                    repaired++;
                }
            }
        }
        return repaired == 0
                ? Result.of(draft, "analysis.in-sync")
                : Result.of(Timelines.withVideo(draft, video), "analysis.synced", repaired);
    }

    /** Cuts the timeline at the footage's cuts and numbers the scenes. Removes nothing. */
    Result scenes() {
        List<Segment> clips = new SceneFinder(draft, measurements).clips();
        Draft next = clips.equals(Timelines.video(draft).segments()) ? draft : Timelines.withVideo(draft, clips);
        return new Result(next, Scenes.told(next));
    }

    /** Reports the findings and stores them with the project; the timeline stays unchanged. */
    Outcome diagnose(Diagnose edit) {
        Selection wanted = Selection.of(draft, edit.on());
        Map<String, Diagnosis> found = new LinkedHashMap<>();
        List<Phrase> lines = new ArrayList<>();
        List<Segment> clips = Timelines.video(draft).segments();
        for (int i = 0; i < clips.size(); i++) {
            Segment clip = clips.get(i);
            String hash = clip.media().orElse("");
            if (wanted.has(i) && !found.containsKey(hash)) {
                measurements.diagnose(hash).ifPresent(d -> {
                    found.put(hash, d);
                    lines.add(Phrase.of("analysis.finding-of", clip.title().orElse(hash), d.summary()));
                });
            }
        }
        if (lines.isEmpty()) {
            throw EditRejected.of("analysis.nothing-to-measure");
        }
        return new Outcome.Unchanged(project.diagnosed(found), Phrase.lines(lines));
    }

    /** Replaces the footage's sound by the recording, each clip with its own part of it. */
    private Result match(SyncAudio edit) {
        Asset recording = AssetLibrary.sounding(project, edit.reference());
        Selection wanted = Selection.of(draft, edit.on());
        List<Segment> sound = new ArrayList<>();
        List<Segment> video = new ArrayList<>(Timelines.video(draft).segments());
        SegmentIds ids = SegmentIds.of(draft);
        Optional<SoundMatch> first = Optional.empty();
        for (int i = 0; i < video.size(); i++) {
            Segment clip = video.get(i);
            if (!wanted.has(i) || clip.frozen() || SegmentSplitter.isReversed(clip)) {
                continue;
            }
            Optional<SoundMatch> match = measurements
                    .match(clip.media().orElse(""), recording.hash())
                    .filter(SoundMatch::isFound);
            if (match.isPresent()) {
                first = first.or(() -> match);
                part(clip, recording, match.get(), ids).ifPresent(sound::add);
                video.set(i, clip.withGain(0));
            }
        }
        if (sound.isEmpty()) {
            throw EditRejected.of("analysis.other-recording", recording.name());
        }
        List<Track> tracks = new ArrayList<>(Timelines.withVideo(draft, video).tracks());
        tracks.removeIf(Track::sound);
        int index = 0;
        while (index < tracks.size() && tracks.get(index).is(TrackType.VIDEO)) {
            index++;
        }
        // Where clips overlap, the sound of the one that comes in is heard.
        tracks.add(index, Track.of(TrackType.AUDIO, Joins.settled(sound)).asSound());
        return Result.of(
                draft.withTracks(tracks),
                "analysis.sound-of-other-recording",
                recording.name(),
                first.orElseThrow().offset().toMillis());
    }

    private static Optional<Segment> part(Segment clip, Asset recording, SoundMatch match, SegmentIds ids) {
        double in = (clip.in().toMillis() - match.offset().toMillis()) / match.stretch();
        double speed = clip.speed() / match.stretch();
        long start = in < 0 ? Math.round(-in / speed) : 0;
        long begin = Math.max(0, Math.round(in));
        long length = Math.min(clip.duration().toMillis() - start, (long)
                ((recording.duration().toMillis() - begin) / speed));
        return length <= 0
                ? Optional.empty()
                : Optional.of(Segment.ofMedia(
                                ids.next(),
                                recording.name(),
                                recording.hash(),
                                clip.start().plusMillis(start),
                                Duration.ofMillis(length))
                        .withIn(Duration.ofMillis(begin))
                        .withSpeed(speed));
    }
}

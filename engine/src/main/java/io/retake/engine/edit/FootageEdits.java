package io.retake.engine.edit;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.edit.arrange.Append;
import io.retake.core.edit.arrange.Insert;
import io.retake.core.edit.value.Moment;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.Asset;
import io.retake.engine.timeline.ClipMove;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.Placement;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.Ripple;
import io.retake.engine.timeline.Timelines;
import io.retake.engine.timeline.UploadedClips;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Edits that put footage on the timeline: they move a clip that only its upload placed, and add one otherwise. */
final class FootageEdits {
    private FootageEdits() {}

    static Result append(Project project, Append edit) {
        Draft draft = project.draft();
        Asset file = AssetLibrary.visual(project, edit.file());
        Optional<Segment> uploaded = UploadedClips.of(draft, file);
        if (uploaded.isPresent()) {
            Draft next = new ClipMove(draft, uploaded.get()).toEnd(project.media());
            return isInPlace(draft, next)
                    ? Result.of(next, "clip.appended-by-upload", file.name())
                    : Result.of(next, "clip.moved-to-end", file.name(), length(next));
        }
        Draft next = new Placement(file, project.media()).on(draft);
        return Result.of(next, "clip.appended", file.name(), length(next)).and(again(draft, file));
    }

    static Result insert(Project project, Insert edit) {
        Draft draft = project.draft();
        Asset file = AssetLibrary.visual(project, edit.file());
        Optional<Segment> uploaded = UploadedClips.of(draft, file);
        if (uploaded.isPresent()) {
            return moved(project, file, new ClipMove(draft, uploaded.get()), edit.at());
        }
        long at = ClipEdits.moment(draft, edit.at());
        Segment clip = Segment.ofMedia("", file.name(), file.hash(), Duration.ofMillis(at), Placement.length(file));
        // The first footage of a timeline also sets its frame.
        Draft next = Timelines.lengthMs(draft) == 0
                ? new Placement(file, project.media()).on(draft)
                : Ripple.inserted(draft, clip, project.media());
        String place = Timelines.time(Ripple.placeOf(Timelines.video(draft).segments(), at));
        return Result.of(next, "clip.inserted", file.name(), place, length(next))
                .and(again(draft, file));
    }

    /** Moves a clip; the moment is one of the timeline without it, so that the clip begins then. */
    private static Result moved(Project project, Asset file, ClipMove move, Moment moment) {
        long at = requireWithin(move.restMs(), moment, file);
        Draft next = move.to(at, project.media());
        String place = Timelines.time(move.placeOf(at));
        return isInPlace(project.draft(), next)
                ? Result.of(next, "clip.inserted-by-upload", file.name(), place)
                : Result.of(next, "clip.moved", file.name(), place, length(next));
    }

    /** Returns a moment, in milliseconds, of the timeline without a clip that the edit moves or takes off it. */
    static long requireWithin(long lengthMs, Moment moment, Asset file) {
        long at = moment.on(Duration.ofMillis(lengthMs)).toMillis();
        if (at < 0 || at > lengthMs) {
            String length = Timelines.time(lengthMs);
            throw EditRejected.of("clip.moved-past-end", Timelines.time(at), length, file.name(), length);
        }
        return at;
    }

    /** Returns whether the clips play in the same order at the same times. */
    private static boolean isInPlace(Draft before, Draft after) {
        return ids(before).equals(ids(after));
    }

    private static List<String> ids(Draft draft) {
        return Timelines.video(draft).segments().stream().map(Segment::id).toList();
    }

    /** Returns the note on footage that plays more than once now. */
    private static Phrase again(Draft before, Asset file) {
        List<Integer> numbers = UploadedClips.numbers(before, file);
        return numbers.isEmpty()
                ? Phrase.NOTHING
                : Phrase.of("clip.plays-again", file.name(), numbers.size() + 1, listed(numbers));
    }

    /**
     * Returns the note on footage that an edit uses as something other than a clip: it was taken off the timeline, or
     * plays there as well.
     */
    static Phrase used(Draft before, Draft after, Asset file) {
        List<Integer> numbers = UploadedClips.numbers(after, file);
        if (!numbers.isEmpty()) {
            return Phrase.of("clip.plays-too", file.name(), listed(numbers));
        }
        return UploadedClips.numbers(before, file).isEmpty()
                ? Phrase.NOTHING
                : Phrase.of("clip.taken-off", file.name(), length(after));
    }

    private static String listed(List<Integer> numbers) {
        String first = numbers.stream().limit(8).map(String::valueOf).collect(Collectors.joining(", "));
        return numbers.size() > 8 ? first + " …" : first;
    }

    private static String length(Draft draft) {
        return Timelines.time(Timelines.lengthMs(draft));
    }
}

package io.retake.engine.edit;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;
import io.retake.core.draft.TrackType;
import io.retake.core.edit.picture.Captions;
import io.retake.core.edit.value.Times;
import io.retake.engine.captions.CaptionFile;
import io.retake.engine.captions.Cue;
import io.retake.engine.edit.target.AssetLibrary;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.Asset;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.OverlayLayers;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.SegmentIds;
import io.retake.engine.timeline.Timelines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Puts the captions of a file on a track of their own, one segment each, in place of any others. */
final class CaptionRule {
    private final Project project;
    private final Captions edit;
    private final CaptionFile file;
    private final List<Segment> segments = new ArrayList<>();
    private int outside;
    private int shortened;

    private CaptionRule(Project project, Captions edit, CaptionFile file) {
        this.project = project;
        this.edit = edit;
        this.file = file;
    }

    static Result captions(Project project, Captions edit, Measurements measurements) {
        Asset named = AssetLibrary.captions(project, edit.file());
        CaptionFile file = measurements
                .captions(named.hash())
                .orElseThrow(() -> EditRejected.of("caption.unreadable", named.name()));
        return new CaptionRule(project, edit, file).laid(named.name(), measurements);
    }

    private Result laid(String name, Measurements measurements) {
        Draft draft = project.draft();
        SegmentIds ids = SegmentIds.of(draft);
        long length = Timelines.lengthMs(draft);
        file.cues().forEach(cue -> lay(cue, length, ids));
        if (segments.isEmpty()) {
            throw EditRejected.of(
                    "caption.none-in-range",
                    file.cues().size(),
                    name,
                    Timelines.time(length),
                    moment(file.cues().get(0).start()),
                    moment(file.end()),
                    name);
        }
        Draft next = OverlayLayers.captions(draft, segments);
        String texts = file.cues().stream().map(Cue::text).collect(Collectors.joining("\n"));
        return new Result(
                next,
                Phrase.of(
                        "caption.added",
                        name,
                        segments.size(),
                        replaced(draft),
                        said(outside, "caption.skipped"),
                        said(shortened, "caption.cut-at-end"),
                        guessed(),
                        UndrawableText.in(texts, measurements)));
    }

    private void lay(Cue cue, long lengthMs, SegmentIds ids) {
        long shift = edit.offset().later().toMillis();
        long start = cue.start().toMillis() + shift;
        long end = cue.end().toMillis() + shift;
        if (end <= 0 || start >= lengthMs) {
            outside++;
            return;
        }
        shortened += start < 0 || end > lengthMs ? 1 : 0;
        long from = Math.max(0, start);
        segments.add(Segment.ofText(
                ids.next(),
                cue.text(),
                Duration.ofMillis(from),
                Duration.ofMillis(Math.min(end, lengthMs) - from),
                cue.position().orElse(edit.position()),
                edit.style()));
    }

    private String moment(Duration time) {
        return Times.write(time.plus(edit.offset().later()));
    }

    private static Phrase replaced(Draft draft) {
        return draft.tracks(TrackType.TEXT).stream().anyMatch(Track::captions)
                ? Phrase.of("caption.replaced")
                : Phrase.NOTHING;
    }

    private static Phrase said(int count, String key) {
        return count == 0 ? Phrase.NOTHING : Phrase.of(key, count);
    }

    private Phrase guessed() {
        return file.guessed() ? Phrase.of("caption.encoding-guessed", file.encoding()) : Phrase.NOTHING;
    }
}

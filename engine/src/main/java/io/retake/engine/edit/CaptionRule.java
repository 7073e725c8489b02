package io.retake.engine.edit;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;
import io.retake.core.draft.TrackType;
import io.retake.core.edit.picture.Captions;
import io.retake.core.edit.value.Times;
import io.retake.engine.agent.read.Phrase;
import io.retake.engine.captions.CaptionFile;
import io.retake.engine.captions.Cue;
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
                .orElseThrow(() -> EditRejected.of(
                        "Can't read the captions \"%s\". Upload them again.", "这里读不了字幕“%s”，请重新上传。", named.name()));
        return new CaptionRule(project, edit, file).laid(named.name(), measurements);
    }

    private Result laid(String name, Measurements measurements) {
        Draft draft = project.draft();
        SegmentIds ids = SegmentIds.of(draft);
        long length = Timelines.lengthMs(draft);
        file.cues().forEach(cue -> lay(cue, length, ids));
        if (segments.isEmpty()) {
            throw EditRejected.of(
                    "None of the %1$s captions in \"%2$s\" is on the timeline, which is %3$s long: they run from %4$s to %5$s."
                            + " Shift them, for example: add the captions \"%6$s\" shifted by -10 s.",
                    "“%2$s”的 %1$s 条字幕都不在时间线上：时间线长 %3$s，字幕在 %4$s 到 %5$s。可以移动字幕，例如：添加字幕“%6$s”，提前10秒。",
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
                        "Added the captions \"%s\" (%s)%s.%s%s%s%s",
                        "添加了字幕“%s”（%s 条）%s。%s%s%s%s",
                        name,
                        segments.size(),
                        replaced(draft),
                        said(outside, " Skipped, outside of the timeline: %s.", "有 %s 条在时间线之外，已略去。"),
                        said(shortened, " Cut at the end of the timeline: %s.", "有 %s 条超出两端，已截断。"),
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
                ? Phrase.of(", replacing the earlier ones", "，替换了之前的字幕")
                : Phrase.of("", "");
    }

    private static Phrase said(int count, String english, String chinese) {
        return count == 0 ? Phrase.of("", "") : Phrase.of(english, chinese, count);
    }

    private Phrase guessed() {
        return file.guessed()
                ? Phrase.of(
                        " The file doesn't declare its encoding; read as %s. If letters are wrong, save it as UTF-8.",
                        "文件没有注明编码，按 %s 读取；如有乱码，请另存为 UTF-8。", file.encoding())
                : Phrase.of("", "");
    }
}

package io.retake.engine.agent;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;
import io.retake.core.draft.TrackType;
import io.retake.core.edit.Title;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Text over the picture: on the first text track with room for it, else on a new one. */
final class Titles {
    private static final int MOST_CHARACTERS = 2000;

    private Titles() {}

    static Result title(Project project, Title edit) {
        Draft draft = project.draft();
        if (edit.text().length() > MOST_CHARACTERS) {
            throw Impossible.of(
                    "A title has at most %s characters; this one has %s.",
                    "标题最多 %s 个字符，这个有 %s 个。", MOST_CHARACTERS, edit.text().length());
        }
        Span span = Targets.range(draft, edit.from(), edit.to());
        Segment title = Segment.ofText(
                Ids.of(draft).next(),
                edit.text(),
                Duration.ofMillis(span.startMs()),
                Duration.ofMillis(span.lengthMs()),
                edit.position(),
                edit.style());
        return Result.of(placed(draft, title), "Added the title \"%s\" at %s.", "添加了标题“%s”（%s）。", edit.text(), span);
    }

    private static Draft placed(Draft draft, Segment title) {
        List<Track> tracks = new ArrayList<>(draft.tracks());
        for (int i = 0; i < tracks.size(); i++) {
            Track track = tracks.get(i);
            if (track.is(TrackType.TEXT) && track.segments().stream().noneMatch(s -> overlap(s, title))) {
                List<Segment> segments = new ArrayList<>(track.segments());
                segments.add(title);
                segments.sort(Comparator.comparing(Segment::start));
                tracks.set(i, track.withSegments(segments));
                return draft.withTracks(tracks);
            }
        }
        tracks.add(Track.of(TrackType.TEXT, List.of(title)));
        return draft.withTracks(tracks);
    }

    private static boolean overlap(Segment a, Segment b) {
        return a.start().compareTo(b.end()) < 0 && b.start().compareTo(a.end()) < 0;
    }
}

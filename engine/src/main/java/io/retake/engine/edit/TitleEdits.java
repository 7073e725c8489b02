package io.retake.engine.edit;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.edit.picture.LowerThird;
import io.retake.core.edit.picture.Title;
import io.retake.core.edit.value.Position;
import io.retake.core.edit.value.TitleStyle;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.OverlayLayers;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.SegmentIds;
import io.retake.engine.timeline.Targets;
import io.retake.engine.timeline.TimeRange;
import java.time.Duration;

/** Adds titles: on the first text track with room, else on a new one. */
final class TitleEdits {
    private static final int MOST_CHARACTERS = 2000;

    private TitleEdits() {}

    /** Rejects a text that is too long. */
    static void requireLength(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw EditRejected.of("title.too-long", MOST_CHARACTERS, text.length());
        }
    }

    static Result title(Project project, Title edit) {
        Draft draft = project.draft();
        requireLength(edit.text());
        TimeRange span = Targets.range(draft, edit.from(), edit.to());
        Segment title = Segment.ofText(
                SegmentIds.of(draft).next(),
                edit.text(),
                Duration.ofMillis(span.startMs()),
                Duration.ofMillis(span.lengthMs()),
                edit.position(),
                edit.style());
        return Result.of(OverlayLayers.text(draft, title), "title.added", edit.text(), span);
    }

    static Result lowerThird(Project project, LowerThird edit) {
        Draft draft = project.draft();
        int characters = edit.name().length() + edit.role().length();
        if (characters > MOST_CHARACTERS) {
            throw EditRejected.of("title.lower-third-too-long", MOST_CHARACTERS, characters);
        }
        TimeRange span = Targets.range(draft, edit.from(), edit.to());
        Segment name = Segment.ofText(
                SegmentIds.of(draft).next(),
                edit.name(),
                Duration.ofMillis(span.startMs()),
                Duration.ofMillis(span.lengthMs()),
                Position.LOWER_THIRD,
                TitleStyle.BOX);
        Segment both = edit.role().isBlank() ? name : name.withSubline(edit.role());
        return Result.of(OverlayLayers.text(draft, both), "title.lower-third-added", edit.name(), span);
    }
}

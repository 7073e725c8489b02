package io.retake.engine.agent;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.edit.picture.LowerThird;
import io.retake.core.edit.picture.Title;
import io.retake.core.edit.value.Position;
import io.retake.core.edit.value.TitleStyle;
import java.time.Duration;

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
        return Result.of(
                Layers.text(draft, title), "Added the title \"%s\" at %s.", "添加了标题“%s”（%s）。", edit.text(), span);
    }

    static Result lowerThird(Project project, LowerThird edit) {
        Draft draft = project.draft();
        int characters = edit.name().length() + edit.role().length();
        if (characters > MOST_CHARACTERS) {
            throw Impossible.of(
                    "A lower third has at most %s characters; this one has %s.",
                    "人名条最多 %s 个字符，这个有 %s 个。", MOST_CHARACTERS, characters);
        }
        Span span = Targets.range(draft, edit.from(), edit.to());
        Segment name = Segment.ofText(
                Ids.of(draft).next(),
                edit.name(),
                Duration.ofMillis(span.startMs()),
                Duration.ofMillis(span.lengthMs()),
                Position.LOWER_THIRD,
                TitleStyle.BOX);
        Segment both = edit.role().isBlank() ? name : name.withSubline(edit.role());
        return Result.of(
                Layers.text(draft, both), "Added the lower third \"%s\" at %s.", "添加了人名条“%s”（%s）。", edit.name(), span);
    }
}

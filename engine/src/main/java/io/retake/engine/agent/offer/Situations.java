package io.retake.engine.agent.offer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;
import io.retake.core.draft.TrackType;
import io.retake.core.edit.value.Position;
import io.retake.core.vocabulary.Vocabulary;
import io.retake.engine.timeline.Asset;
import io.retake.engine.timeline.Dialogue;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.Scenes;
import io.retake.engine.timeline.Timelines;
import io.retake.nlu.situation.Situation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A project as the parser of plain words sees it. */
final class Situations {
    private Situations() {}

    static Situation of(Project project) {
        Draft draft = project.draft();
        List<Segment> clips = Timelines.video(draft).segments();
        List<ObjectNode> last =
                project.dialogue().last().stream().map(Vocabulary::toJson).toList();
        return new Situation(
                Duration.ofMillis(Math.max(0, Timelines.lengthMs(draft))),
                clips.stream().map(Situations::item).toList(),
                texts(draft, s -> s.position() != Position.LOWER_THIRD),
                texts(draft, s -> s.position() == Position.LOWER_THIRD),
                segments(draft, TrackType.VIDEO, Track::overlay)
                        .map(Situations::item)
                        .toList(),
                music(draft),
                segments(draft, TrackType.TEXT, Track::captions).findAny().isPresent(),
                IntStream.range(1, clips.size())
                        .filter(i -> clips.get(i).blend().isPresent())
                        .boxed()
                        .toList(),
                PartEffects.of(clips),
                project.media().stream().map(Asset::name).toList(),
                Scenes.last(clips),
                last,
                project.dialogue().offers().stream().map(Dialogue::text).toList());
    }

    /** Returns a segment by its name and its place, which is never before 0: only undo can repair a broken timeline. */
    static Situation.Item item(Segment segment) {
        return new Situation.Item(
                segment.text().or(segment::title).orElse(""), notNegative(segment.start()), notNegative(segment.end()));
    }

    private static Duration notNegative(Duration time) {
        return time.isNegative() ? Duration.ZERO : time;
    }

    private static List<Situation.Item> texts(Draft draft, Predicate<Segment> which) {
        return segments(draft, TrackType.TEXT, t -> !t.captions())
                .filter(which)
                .map(Situations::item)
                .toList();
    }

    private static Optional<String> music(Draft draft) {
        return segments(draft, TrackType.AUDIO, Timelines::isMusic).findFirst().flatMap(Segment::title);
    }

    private static Stream<Segment> segments(Draft draft, TrackType type, Predicate<Track> which) {
        return draft.tracks(type).stream().filter(which).flatMap(t -> t.segments().stream());
    }
}

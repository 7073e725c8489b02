package io.retake.engine.timeline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.engine.phrase.Phrase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The scenes of a timeline: pieces that carry the same number. The number is given once, by looking at the footage, and
 * stays with a piece wherever edits move it, so that "scene 3" means the same picture after scene 1 is gone.
 */
public final class Scenes {
    private static final int NAMED_IN_A_MESSAGE = 12;

    private Scenes() {}

    /** Returns the pieces of a scene, in timeline order. */
    public static List<Segment> pieces(List<Segment> clips, int number) {
        return clips.stream().filter(s -> s.scene().orElse(0) == number).toList();
    }

    /**
     * Returns the groups that stay together when clips are reordered: adjacent pieces of one scene, and each other
     * clip.
     */
    public static List<List<Segment>> units(List<Segment> clips) {
        List<List<Segment>> units = new ArrayList<>();
        int last = 0;
        for (Segment clip : clips) {
            int number = clip.scene().orElse(0);
            if (number == 0 || number != last) {
                units.add(new ArrayList<>());
            }
            units.get(units.size() - 1).add(clip);
            last = number;
        }
        return units;
    }

    /** Returns the highest scene number; 0 before scenes were detected. */
    public static int last(List<Segment> clips) {
        return clips.stream().mapToInt(s -> s.scene().orElse(0)).max().orElse(0);
    }

    /** The pieces of a scene, which must be on the timeline. */
    public static List<Segment> named(Draft draft, int number) {
        List<Segment> clips = Timelines.video(draft).segments();
        List<Segment> found = pieces(clips, number);
        if (found.isEmpty()) {
            throw EditRejected.of("scene.missing", number, numbers(clips));
        }
        return found;
    }

    private static String numbers(List<Segment> clips) {
        List<String> numbers = clips.stream()
                .filter(s -> s.scene().isPresent())
                .map(s -> String.valueOf(s.scene().getAsInt()))
                .distinct()
                .toList();
        String first =
                String.join(", ", numbers.stream().limit(NAMED_IN_A_MESSAGE).toList());
        return numbers.size() > NAMED_IN_A_MESSAGE ? first + " …" : first;
    }

    /** Returns a message that lists the scenes found. */
    public static Phrase told(Draft draft) {
        SortedMap<Integer, TimeRange> scenes = spans(draft);
        List<String> lines = new ArrayList<>();
        scenes.forEach((number, span) -> lines.add(String.format(
                Locale.ROOT, "%d (%s–%s)", number, Timelines.time(span.startMs()), Timelines.time(span.endMs()))));
        String list = String.join(", ", lines.stream().limit(NAMED_IN_A_MESSAGE).toList())
                + (lines.size() > NAMED_IN_A_MESSAGE ? " …" : "");
        return Phrase.of(scenes.size() == 1 ? "scene.one-found" : "scene.found", scenes.size(), list);
    }

    /** Returns the range of each scene, from the start of its first piece to the end of its last. */
    private static SortedMap<Integer, TimeRange> spans(Draft draft) {
        SortedMap<Integer, TimeRange> scenes = new TreeMap<>();
        Timelines.video(draft)
                .segments()
                .forEach(clip -> clip.scene().ifPresent(number -> {
                    TimeRange span =
                            new TimeRange(clip.start().toMillis(), clip.end().toMillis());
                    scenes.merge(number, span, (a, b) -> new TimeRange(a.startMs(), b.endMs()));
                }));
        return scenes;
    }

    /** Returns the API's JSON, in timeline order; empty before scenes were detected. */
    static Optional<ObjectNode> json(Draft draft) {
        List<Segment> clips = Timelines.video(draft).segments();
        SortedMap<Integer, TimeRange> spans = spans(draft);
        if (spans.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("kind", "scenes");
        ArrayNode scenes = json.putArray("scenes");
        spans.entrySet().stream()
                .sorted(Comparator.comparingLong(scene -> scene.getValue().startMs()))
                .forEach(scene -> {
                    List<Segment> pieces = pieces(clips, scene.getKey());
                    scenes.addObject()
                            .put("number", scene.getKey())
                            .put("fromMs", scene.getValue().startMs())
                            .put("toMs", scene.getValue().endMs())
                            .put(
                                    "durationMs",
                                    pieces.stream()
                                            .mapToLong(s -> s.duration().toMillis())
                                            .sum())
                            .put("filename", pieces.get(0).title().orElse(""));
                });
        return Optional.of(json);
    }
}

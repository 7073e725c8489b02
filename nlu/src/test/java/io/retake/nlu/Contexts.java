package io.retake.nlu;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.nlu.situation.Situation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The situations in which the corpus's requests are made: see the corpus's README. */
final class Contexts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Contexts() {}

    static final Map<String, Situation> ALL = Map.of(
            "A", footage(120, List.of(item("talk.mp4", 0, 120)), List.of("talk.mp4")),
            "B", b(),
            "C", footage(300, List.of(item("old.mpg", 0, 300)), List.of("old.mpg")),
            "D", d(),
            "E", e(),
            "F", f(),
            "G", Situation.EMPTY,
            "H",
                    footage(
                            30,
                            List.of(item("a.mp4", 0, 10), item("b.mov", 10, 30)),
                            List.of("a.mp4", "b.mov", "song.mp3")));

    private static Situation.Item item(String name, int from, int to) {
        return new Situation.Item(name, Duration.ofSeconds(from), Duration.ofSeconds(to));
    }

    private static ObjectNode op(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Situation footage(int length, List<Situation.Item> clips, List<String> files) {
        return new Situation(
                Duration.ofSeconds(length),
                clips,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                List.of(),
                List.of(),
                files,
                0,
                List.of(),
                List.of());
    }

    private static Situation b() {
        return new Situation(
                Duration.ofSeconds(45),
                List.of(item("beach.mp4", 0, 12), item("dinner.mp4", 12, 30), item("sunset.mov", 30, 45)),
                List.of(item("Summer 2024", 0, 4)),
                List.of(),
                List.of(),
                Optional.of("song.mp3"),
                false,
                List.of(),
                List.of(),
                List.of("beach.mp4", "dinner.mp4", "sunset.mov", "song.mp3"),
                0,
                List.of(op("{\"op\":\"title\",\"text\":\"Summer 2024\",\"to\":\"0:04\"}")),
                List.of());
    }

    private static Situation d() {
        return new Situation(
                Duration.ofSeconds(20),
                List.of(
                        item("gen2.mp4", 0, 4),
                        item("gen1.mp4", 4, 8),
                        item("gen3.mp4", 8, 12),
                        item("gen4.mp4", 12, 16),
                        item("gen5.mp4", 16, 20)),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                List.of(),
                List.of(),
                List.of("gen1.mp4", "gen2.mp4", "gen3.mp4", "gen4.mp4", "gen5.mp4", "voice.wav", "logo.png"),
                0,
                List.of(op("{\"op\":\"reorder\",\"order\":\"2, 1, 3, 4, 5\"}")),
                List.of());
    }

    private static Situation e() {
        return new Situation(
                Duration.ofSeconds(528),
                List.of(item("interview.mp4", 0, 240), item("interview.mp4", 239, 527)),
                List.of(),
                List.of(item("Dr. Lin", 5, 10)),
                List.of(item("logo.png", 0, 527)),
                Optional.empty(),
                true,
                List.of(1),
                List.of(),
                List.of("interview.mp4", "captions.srt", "logo.png"),
                0,
                List.of(op("{\"op\":\"volume\",\"level\":\"80%\"}")),
                List.of());
    }

    private static Situation f() {
        return new Situation(
                Duration.ofSeconds(195),
                List.of(item("ride.mp4", 0, 195)),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                List.of(),
                List.of(item("grayscale", 30, 60), item("speed", 30, 60)),
                List.of("ride.mp4"),
                0,
                List.of(op("{\"op\":\"speed\",\"factor\":\"0.5x\",\"from\":\"0:30\",\"to\":\"0:45\"}")),
                List.of());
    }

    /** Returns the situation with a letter. */
    static Situation of(String letter) {
        return Optional.ofNullable(ALL.get(letter)).orElseThrow();
    }
}

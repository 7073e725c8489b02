package io.retake.repl.completion;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;
import io.retake.core.draft.TrackType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is known of a session without asking anybody. Immutable.
 *
 * @param draft the timeline as it was last seen
 * @param files the names of the files in the session
 * @param checkpoints the names that versions were given
 * @param names variables and methods that were declared
 * @param recipes scripts that can be used by name
 */
public record CompletionContext(
        Optional<Draft> draft, List<String> files, List<String> checkpoints, Set<String> names, List<Script> recipes) {
    /** Nothing yet. */
    public static final CompletionContext NOTHING =
            new CompletionContext(Optional.empty(), List.of(), List.of(), Set.of(), List.of());

    /** Copies the lists. */
    public CompletionContext {
        files = List.copyOf(new LinkedHashSet<>(files));
        checkpoints = List.copyOf(new LinkedHashSet<>(checkpoints));
        names = Set.copyOf(names);
        recipes = List.copyOf(recipes);
    }

    /** A clip or a scene: a part of the timeline with a number. */
    public record Part(int number, String name, Duration from, Duration to) {}

    /**
     * A script that can be used.
     *
     * @param parameters their names, each with what it is for
     */
    public record Script(String name, String about, Map<String, String> parameters) {
        /** Copies the map. */
        public Script {
            parameters = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(parameters));
        }
    }

    /** The clips, counted from 1. */
    public List<Part> clips() {
        List<Part> clips = new ArrayList<>();
        for (Segment segment : footage()) {
            clips.add(new Part(clips.size() + 1, segment.title().orElse(""), segment.start(), segment.end()));
        }
        return clips;
    }

    /** The scenes that were found; a scene that was cut reaches from its first piece to its last. */
    public List<Part> scenes() {
        Map<Integer, Part> scenes = new TreeMap<>();
        for (Segment segment : footage()) {
            segment.scene()
                    .ifPresent(number -> scenes.merge(
                            number,
                            new Part(number, segment.title().orElse(""), segment.start(), segment.end()),
                            (before, after) -> new Part(number, before.name, before.from, after.to)));
        }
        return List.copyOf(scenes.values());
    }

    /** The names that an edit can be {@code on:}, files and clips, each once. */
    public List<String> media() {
        Set<String> media = new LinkedHashSet<>();
        clips().stream().map(Part::name).filter(name -> !name.isBlank()).forEach(media::add);
        media.addAll(files);
        return List.copyOf(media);
    }

    /** The segments that are clips. */
    private List<Segment> footage() {
        return draft.map(d -> d.tracks(TrackType.VIDEO)).orElse(List.of()).stream()
                .filter(track -> !track.overlay())
                .findFirst()
                .map(Track::segments)
                .orElse(List.of());
    }
}

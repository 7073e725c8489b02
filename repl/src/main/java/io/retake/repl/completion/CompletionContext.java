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
 * The state of a session that is known locally, without a request to the backend. Immutable.
 *
 * @param draft the last known timeline
 * @param files the names of the files in the session
 * @param checkpoints the names of checkpoints
 * @param names declared variables and methods
 * @param recipes the scripts that {@code use} accepts by name
 */
public record CompletionContext(
        Optional<Draft> draft, List<String> files, List<String> checkpoints, Set<String> names, List<Script> recipes) {
    /** An empty context. */
    public static final CompletionContext NOTHING =
            new CompletionContext(Optional.empty(), List.of(), List.of(), Set.of(), List.of());

    /** Copies the lists. */
    public CompletionContext {
        files = List.copyOf(new LinkedHashSet<>(files));
        checkpoints = List.copyOf(new LinkedHashSet<>(checkpoints));
        names = Set.copyOf(names);
        recipes = List.copyOf(recipes);
    }

    /** A clip or a scene: a numbered range of the timeline. */
    public record NumberedRange(int number, String name, Duration from, Duration to) {}

    /**
     * A recipe.
     *
     * @param parameters name to description
     */
    public record Script(String name, String about, Map<String, String> parameters) {
        /** Copies the map. */
        public Script {
            parameters = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(parameters));
        }
    }

    /** Returns the clips, numbered from 1. */
    public List<NumberedRange> clips() {
        List<NumberedRange> clips = new ArrayList<>();
        for (Segment segment : footage()) {
            clips.add(new NumberedRange(clips.size() + 1, segment.title().orElse(""), segment.start(), segment.end()));
        }
        return clips;
    }

    /** Returns the detected scenes; a scene that was split reaches from its first piece to its last. */
    public List<NumberedRange> scenes() {
        Map<Integer, NumberedRange> scenes = new TreeMap<>();
        for (Segment segment : footage()) {
            segment.scene()
                    .ifPresent(number -> scenes.merge(
                            number,
                            new NumberedRange(number, segment.title().orElse(""), segment.start(), segment.end()),
                            (before, after) -> new NumberedRange(number, before.name, before.from, after.to)));
        }
        return List.copyOf(scenes.values());
    }

    /** Returns the distinct names that {@code on:} accepts: clips and files. */
    public List<String> media() {
        Set<String> media = new LinkedHashSet<>();
        clips().stream()
                .map(NumberedRange::name)
                .filter(name -> !name.isBlank())
                .forEach(media::add);
        media.addAll(files);
        return List.copyOf(media);
    }

    /** Returns the segments of the main video track. */
    private List<Segment> footage() {
        return draft.map(d -> d.tracks(TrackType.VIDEO)).orElse(List.of()).stream()
                .filter(track -> !track.overlay())
                .findFirst()
                .map(Track::segments)
                .orElse(List.of());
    }
}

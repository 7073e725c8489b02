package io.retake.core.draft;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The timeline in one line: {@code Timeline (3 tracks): 1. Video: city timelapse (0-10s) 2. BGM: Lo-fi (0-10s, 35%) 3.
 * Title: "Urban Dreams" (0-3s)}. Format: protocol, section "The draft".
 */
final class Summary {
    /**
     * The maximum number of segments named for one track; the others are counted, so that the summary stays one line.
     */
    private static final int NAMED = 12;

    private Summary() {}

    static String of(Draft draft) {
        int count = draft.tracks().size();
        StringBuilder line = new StringBuilder("Timeline (" + count + (count == 1 ? " track" : " tracks") + ")");
        for (int i = 0; i < count; i++) {
            Track track = draft.tracks().get(i);
            line.append(i == 0 ? ": " : " ").append(i + 1).append(". ").append(track(track));
        }
        return line.toString();
    }

    private static String track(Track track) {
        String label = track.captions() && track.is(TrackType.TEXT)
                ? "Captions"
                : track.type().map(TrackType::label).orElse("Track");
        List<Segment> segments = track.segments();
        List<String> named = new ArrayList<>(
                segments.stream().limit(NAMED).map(s -> segment(track, s)).toList());
        if (segments.size() > NAMED) {
            named.add("and " + (segments.size() - NAMED) + " more");
        }
        return label + ": " + (named.isEmpty() ? "empty" : String.join(", ", named));
    }

    private static String segment(Track track, Segment segment) {
        String range = seconds(segment.start()) + "-" + seconds(segment.end()) + "s";
        String level =
                segment.gain() == 1 ? "" : ", " + decimal(BigDecimal.valueOf(Math.round(segment.gain() * 100))) + "%";
        return name(track, segment) + " (" + range + level + ")";
    }

    private static String name(Track track, Segment segment) {
        String name = segment.text().or(segment::title).or(track::title).orElse("untitled");
        String line = name.lines().map(String::strip).collect(Collectors.joining(" "));
        return track.is(TrackType.TEXT) ? '"' + line + '"' : line;
    }

    private static String seconds(Duration time) {
        return decimal(BigDecimal.valueOf(time.toMillis(), 3));
    }

    private static String decimal(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}

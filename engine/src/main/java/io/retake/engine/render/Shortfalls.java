package io.retake.engine.render;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;
import io.retake.core.draft.TrackType;
import io.retake.engine.media.MediaEnds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds where a timeline uses more of a medium than it holds, or less of its sound than it holds. */
public final class Shortfalls {
    /** A clip that ends so close to its picture's end shows all of it. */
    private static final Duration CLOSE = Duration.ofMillis(100);

    private final Function<String, Optional<Medium>> media;
    private final boolean seen;
    private final boolean heard;
    private final List<Shortfall> found = new ArrayList<>();

    private Shortfalls(Function<String, Optional<Medium>> media, boolean seen, boolean heard) {
        this.media = media;
        this.seen = seen;
        this.heard = heard;
    }

    /** The properties of a medium that are needed here. */
    public record Medium(String name, MediaEnds ends) {}

    /**
     * Finds the shortfalls of a timeline.
     *
     * @param media by content hash
     * @param seen whether the film has a picture
     * @param heard whether the film has sound
     */
    public static List<Shortfall> of(
            Draft draft, Function<String, Optional<Medium>> media, boolean seen, boolean heard) {
        Shortfalls shortfalls = new Shortfalls(media, seen, heard);
        for (Track track : draft.tracks()) {
            if (track.is(TrackType.VIDEO) || track.is(TrackType.AUDIO)) {
                track.segments().forEach(segment -> shortfalls.look(segment, track.is(TrackType.VIDEO)));
            }
        }
        shortfalls.found.sort((a, b) -> a.kind().compareTo(b.kind()));
        return List.copyOf(shortfalls.found);
    }

    private void look(Segment segment, boolean shown) {
        Optional<Medium> medium = segment.media().flatMap(media);
        if (medium.isPresent() && !segment.loops() && !segment.frozen()) {
            look(segment, medium.get(), shown);
        }
    }

    private void look(Segment segment, Medium medium, boolean shown) {
        Duration end = segment.in().plus(scaled(segment.duration(), segment.speed()));
        Optional<Duration> picture = medium.ends().picture().filter(any -> shown);
        Optional<Duration> sound = medium.ends().sound().filter(any -> heard && segment.gain() > 0);
        picture.filter(last -> seen && MediaEnds.isAfter(end, last))
                .ifPresent(last -> add(Shortfall.ShortfallKind.PICTURE_HELD, segment, medium, last, end));
        Duration wanted = picture.filter(last -> last.compareTo(end) < 0).orElse(end);
        sound.filter(last -> MediaEnds.isAfter(wanted, last))
                .ifPresent(last -> add(Shortfall.ShortfallKind.SOUND_MISSING, segment, medium, last, wanted));
        if (picture.isPresent() && wanted.plus(CLOSE).compareTo(picture.get()) >= 0) {
            sound.filter(last -> MediaEnds.isAfter(last, end))
                    .ifPresent(last -> add(Shortfall.ShortfallKind.SOUND_LEFT_OUT, segment, medium, end, last));
        }
    }

    /** Adds a shortfall from a time in the medium, or from the clip's in point if that is later. */
    private void add(Shortfall.ShortfallKind kind, Segment segment, Medium medium, Duration at, Duration to) {
        Duration from = at.compareTo(segment.in()) > 0 ? at : segment.in();
        Shortfall next = new Shortfall(kind, medium.name(), at, scaled(to.minus(from), 1 / segment.speed()));
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).isOfTheSame(next)) {
                found.set(i, found.get(i).with(next));
                return;
            }
        }
        found.add(next);
    }

    private static Duration scaled(Duration time, double factor) {
        return Duration.ofNanos(Math.round(time.toNanos() * factor));
    }
}

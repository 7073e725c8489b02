package io.retake.engine.render.graph;

import io.retake.engine.render.timeline.Clip;
import io.retake.engine.render.timeline.MediaInput;
import io.retake.engine.render.timeline.RenderTimeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Assigns clips to as few inputs as is efficient: see {@link MediaInput}. Each clip is on exactly one. */
public final class MediaInputs {
    /** The number of inputs above which another one (decoder, threads, open file) costs more than reading on. */
    private static final int MANY = 48;

    /** Bytes of pictures and sound that one input may buffer for later use. */
    private static final long KEPT_BYTES = 256L << 20;

    private static final List<Duration> SKIPS =
            List.of(Duration.ofSeconds(4), Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofHours(200));

    private final List<MediaInput> reels;
    private final IdentityHashMap<Clip, Integer> places = new IdentityHashMap<>();

    private MediaInputs(List<MediaInput> reels) {
        this.reels = reels;
        for (int i = 0; i < reels.size(); i++) {
            for (Clip clip : reels.get(i).clips()) {
                places.put(clip, i);
            }
        }
    }

    public static MediaInputs of(RenderTimeline scene, boolean picture, boolean sound) {
        List<Clip> found = new ArrayList<>();
        if (picture) {
            scene.shots().forEach(shot -> found.addAll(scene.read(shot)));
            found.addAll(scene.overlays());
        }
        if (sound) {
            Stream.concat(scene.voices().stream(), scene.music().stream())
                    .flatMap(List::stream)
                    .filter(Clip::isHeard)
                    .forEach(found::add);
        }
        // An identity set has no order of its own: clips of one time would be opened in another order in each process.
        Set<Clip> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Clip> clips = found.stream()
                .filter(wanted::add)
                .filter(clip -> clip.start() < scene.frames())
                .filter(clip -> !scene.overlays().contains(clip))
                .sorted(Comparator.comparingLong(Clip::start).thenComparing(clip -> clip.in()))
                .toList();
        List<MediaInput> all = new ArrayList<>(fewest(clips, KEPT_BYTES / bytes(scene)));
        // What lies over the picture has a size and an alpha of its own.
        scene.overlays().stream().filter(wanted::contains).map(MediaInput::new).forEach(all::add);
        return new MediaInputs(all);
    }

    /** Reading further for nothing, or keeping what is read, only where they would be many. */
    private static List<MediaInput> fewest(List<Clip> clips, long mostKept) {
        List<MediaInput> best = List.of();
        for (Duration skip : SKIPS) {
            for (long kept : new long[] {0, mostKept}) {
                List<MediaInput> reels = assign(clips, skip, kept);
                if (reels.size() <= MANY) {
                    return reels;
                }
                best = best.isEmpty() || reels.size() < best.size() ? reels : best;
            }
        }
        OpenInputs.check(best);
        return best;
    }

    /** Each clip goes to the reel that ended nearest before it: the fewest reels, as in patience sorting. */
    private static List<MediaInput> assign(List<Clip> clips, Duration mostSkipped, long mostKept) {
        List<MediaInput> reels = new ArrayList<>();
        for (Clip clip : clips) {
            reels.stream()
                    .filter(reel -> reel.takes(clip, mostSkipped))
                    .max(Comparator.comparing(MediaInput::end))
                    .or(() -> reels.stream()
                            .filter(reel -> reel.keeps(clip, mostSkipped, mostKept))
                            .findFirst())
                    .ifPresentOrElse(reel -> reel.add(clip), () -> reels.add(new MediaInput(clip)));
        }
        return reels;
    }

    /** Returns the bytes of a frame of the canvas in 4:2:0 and of stereo sound of the same length. */
    private static long bytes(RenderTimeline scene) {
        long pixels = (long) scene.canvas().width() * scene.canvas().height();
        return pixels * 3 / 2 + 2L * Float.BYTES * scene.clock().sample(1);
    }

    public List<MediaInput> all() {
        return reels;
    }

    int indexOf(Clip clip) {
        Integer index = places.get(clip);
        if (index == null) {
            throw new IllegalStateException("no input was opened for " + clip.segment());
        }
        return index;
    }
}

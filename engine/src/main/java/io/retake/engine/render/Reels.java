package io.retake.engine.render;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Shares out clips to as few inputs as is good: see {@link Reel}. Each clip is on exactly one. */
final class Reels {
    /** More inputs than this cost more (decoders, threads, open files) than reading on. */
    private static final int MANY = 48;

    /** What one of them may keep of pictures and sound that are seen later. */
    private static final long KEPT_BYTES = 256L << 20;

    private static final List<Duration> SKIPS =
            List.of(Duration.ofSeconds(4), Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofHours(200));

    private final List<Reel> reels;
    private final IdentityHashMap<Clip, Integer> places = new IdentityHashMap<>();

    private Reels(List<Reel> reels) {
        this.reels = reels;
        for (int i = 0; i < reels.size(); i++) {
            for (Clip clip : reels.get(i).clips()) {
                places.put(clip, i);
            }
        }
    }

    static Reels of(Scene scene, boolean picture, boolean sound) {
        Set<Clip> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
        if (picture) {
            scene.shots().forEach(shot -> wanted.addAll(scene.read(shot)));
            scene.overlays().forEach(wanted::add);
        }
        if (sound) {
            Stream.concat(scene.voices().stream(), scene.music().stream())
                    .flatMap(List::stream)
                    .filter(Clip::isHeard)
                    .forEach(wanted::add);
        }
        List<Clip> clips = wanted.stream()
                .filter(clip -> clip.start() < scene.frames())
                .filter(clip -> !scene.overlays().contains(clip))
                .sorted(Comparator.comparingLong(Clip::start).thenComparing(clip -> clip.in()))
                .toList();
        List<Reel> all = new ArrayList<>(fewest(clips, KEPT_BYTES / bytes(scene)));
        // What lies over the picture has a size and an alpha of its own.
        scene.overlays().stream().filter(wanted::contains).map(Reel::new).forEach(all::add);
        return new Reels(all);
    }

    /** Reading further for nothing, or keeping what is read, only where they would be many. */
    private static List<Reel> fewest(List<Clip> clips, long mostKept) {
        List<Reel> best = List.of();
        for (Duration skip : SKIPS) {
            for (long kept : new long[] {0, mostKept}) {
                List<Reel> reels = assign(clips, skip, kept);
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
    private static List<Reel> assign(List<Clip> clips, Duration mostSkipped, long mostKept) {
        List<Reel> reels = new ArrayList<>();
        for (Clip clip : clips) {
            reels.stream()
                    .filter(reel -> reel.takes(clip, mostSkipped))
                    .max(Comparator.comparing(Reel::end))
                    .or(() -> reels.stream()
                            .filter(reel -> reel.keeps(clip, mostSkipped, mostKept))
                            .findFirst())
                    .ifPresentOrElse(reel -> reel.add(clip), () -> reels.add(new Reel(clip)));
        }
        return reels;
    }

    /** A frame of the canvas in 4:2:0, and as long of stereo sound. */
    private static long bytes(Scene scene) {
        long pixels = (long) scene.canvas().width() * scene.canvas().height();
        return pixels * 3 / 2 + 2L * Float.BYTES * scene.clock().sample(1);
    }

    List<Reel> all() {
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

package io.retake.engine.render.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Layers clips: each frame shows the clip painted last. */
final class ClipLayers {
    private final TreeMap<Long, Shot> shots = new TreeMap<>();

    /** Paints a clip over the earlier ones. */
    void paint(Clip clip) {
        if (clip.end() <= clip.start()) {
            return;
        }
        clear(clip.start(), clip.end());
        shots.put(clip.start(), new Shot(clip.start(), clip.end() - clip.start(), clip));
    }

    /** The picture from 0 to that frame without a hole: what nothing covers is black. */
    List<Shot> flat(long frames) {
        List<Shot> flat = new ArrayList<>();
        long at = 0;
        for (Shot shot : shots.values()) {
            if (shot.start() >= frames) {
                break;
            }
            if (shot.start() > at) {
                flat.add(new Shot(at, shot.start() - at, null));
            }
            long end = Math.min(shot.end(), frames);
            flat.add(new Shot(shot.start(), end - shot.start(), shot.clip()));
            at = end;
        }
        if (at < frames) {
            flat.add(new Shot(at, frames - at, null));
        }
        return flat;
    }

    private void clear(long from, long to) {
        Map.Entry<Long, Shot> before = shots.lowerEntry(from);
        if (before != null && before.getValue().end() > from) {
            put(before.getValue(), before.getKey(), from);
            put(before.getValue(), to, before.getValue().end());
        }
        Map.Entry<Long, Shot> last = shots.lowerEntry(to);
        if (last != null && last.getKey() >= from && last.getValue().end() > to) {
            put(last.getValue(), to, last.getValue().end());
        }
        shots.subMap(from, to).clear();
    }

    private void put(Shot shot, long from, long to) {
        if (to > from) {
            shots.put(from, new Shot(from, to - from, shot.clip()));
        }
    }
}

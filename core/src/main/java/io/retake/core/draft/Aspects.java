package io.retake.core.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Compares two segments by picture and sound, not by their JSON. */
final class Aspects {
    private static final Map<SegmentAspect, Function<Segment, Object>> VALUES = new EnumMap<>(SegmentAspect.class);
    /** The keys of these values, and one that is neither picture nor sound; the remaining fields are compared as JSON. */
    private static final Set<String> KNOWN = Set.of(
            "id", "s", "d", "md", "in", "m", "tx", "tx2", "pos", "sty", "w", "sp", "vol", "fx", "tr", "fz", "lp", "up");

    static {
        VALUES.put(SegmentAspect.START, Segment::start);
        VALUES.put(SegmentAspect.LENGTH, Segment::duration);
        VALUES.put(SegmentAspect.MEDIA, Segment::media);
        VALUES.put(SegmentAspect.SOURCE, Segment::in);
        VALUES.put(SegmentAspect.NAME, Segment::title);
        VALUES.put(SegmentAspect.TEXT, segment -> List.of(segment.text(), segment.subline()));
        VALUES.put(
                SegmentAspect.PLACE, segment -> List.of(segment.position(), segment.style(), segment.widthPercent()));
        VALUES.put(SegmentAspect.SPEED, Segment::speed);
        VALUES.put(SegmentAspect.LEVEL, Segment::gain);
        VALUES.put(SegmentAspect.EFFECTS, Segment::effects);
        VALUES.put(SegmentAspect.TRANSITION, Segment::blend);
        VALUES.put(SegmentAspect.FREEZE, Segment::frozen);
        VALUES.put(SegmentAspect.LOOP, Segment::loops);
        VALUES.put(SegmentAspect.OTHER, Aspects::unknown);
    }

    private Aspects() {}

    /** Returns the aspects in which two segments differ, except their tracks. */
    static Set<SegmentAspect> between(Segment before, Segment after) {
        Set<SegmentAspect> aspects = EnumSet.noneOf(SegmentAspect.class);
        // Most are unchanged, and comparing the JSON is faster than reading it.
        if (before.equals(after)) {
            return aspects;
        }
        VALUES.forEach((aspect, value) -> {
            if (!value.apply(before).equals(value.apply(after))) {
                aspects.add(aspect);
            }
        });
        return aspects;
    }

    private static Object unknown(Segment segment) {
        ObjectNode rest = JsonTrees.object();
        segment.node().properties().stream()
                .filter(entry -> !KNOWN.contains(entry.getKey()))
                .forEach(entry -> rest.set(entry.getKey(), entry.getValue()));
        ObjectNode meta = JsonTrees.without(JsonTrees.child(segment.node(), "m"), "title");
        if (!meta.isEmpty()) {
            rest.set("m", meta);
        }
        return Segment.view(rest); // which is equal when its JSON is, in value
    }
}

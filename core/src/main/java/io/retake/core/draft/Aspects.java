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
    private static final Map<Aspect, Function<Segment, Object>> VALUES = new EnumMap<>(Aspect.class);
    /** The keys of these values; the remaining fields are compared as JSON. */
    private static final Set<String> KNOWN = Set.of(
            "id", "s", "d", "md", "in", "m", "tx", "tx2", "pos", "sty", "w", "sp", "vol", "fx", "tr", "fz", "lp");

    static {
        VALUES.put(Aspect.START, Segment::start);
        VALUES.put(Aspect.LENGTH, Segment::duration);
        VALUES.put(Aspect.MEDIA, Segment::media);
        VALUES.put(Aspect.SOURCE, Segment::in);
        VALUES.put(Aspect.NAME, Segment::title);
        VALUES.put(Aspect.TEXT, segment -> List.of(segment.text(), segment.subline()));
        VALUES.put(Aspect.PLACE, segment -> List.of(segment.position(), segment.style(), segment.widthPercent()));
        VALUES.put(Aspect.SPEED, Segment::speed);
        VALUES.put(Aspect.LEVEL, Segment::gain);
        VALUES.put(Aspect.EFFECTS, Segment::effects);
        VALUES.put(Aspect.TRANSITION, Segment::blend);
        VALUES.put(Aspect.FREEZE, Segment::frozen);
        VALUES.put(Aspect.LOOP, Segment::loops);
        VALUES.put(Aspect.OTHER, Aspects::unknown);
    }

    private Aspects() {}

    /** Returns the aspects in which two segments differ, except their tracks. */
    static Set<Aspect> between(Segment before, Segment after) {
        Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
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
        ObjectNode rest = Json.object();
        segment.node().properties().stream()
                .filter(entry -> !KNOWN.contains(entry.getKey()))
                .forEach(entry -> rest.set(entry.getKey(), entry.getValue()));
        ObjectNode meta = Json.without(Json.child(segment.node(), "m"), "title");
        if (!meta.isEmpty()) {
            rest.set("m", meta);
        }
        return Segment.view(rest); // which is equal when its JSON is, in value
    }
}

package io.retake.core.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** In which respect a segment of one timeline differs from the same segment of another. */
public enum Aspect {
    /** It begins elsewhere on the timeline. */
    START(Segment::start, "s"),
    /** It is longer or shorter on the timeline. */
    LENGTH(Segment::duration, "d"),
    /** It shows another medium. */
    MEDIA(Segment::media, "md"),
    /** It shows its medium from another place. */
    SOURCE(Segment::in, "in"),
    /** Another name. */
    NAME(Segment::title, "m"),
    /** Another text, or another line under it. */
    TEXT(segment -> List.of(segment.text(), segment.subline()), "tx", "tx2"),
    /** Its text or its overlay stands elsewhere, is drawn otherwise, or has another size. */
    PLACE(segment -> List.of(segment.position(), segment.style(), segment.widthPercent()), "pos", "sty", "w"),
    /** Another speed. */
    SPEED(Segment::speed, "sp"),
    /** Another level. */
    LEVEL(Segment::gain, "vol"),
    /** Something else is done to it. */
    EFFECTS(Segment::effects, "fx"),
    /** The one before becomes it in another way. */
    TRANSITION(Segment::blend, "tr"),
    /** It holds one frame now, or no longer. */
    FREEZE(Segment::frozen, "fz"),
    /** Its medium starts over at its end now, or no longer. */
    LOOP(Segment::loops, "lp"),
    /** It is on another track. */
    TRACK(segment -> Optional.empty()),
    /** Something that this version does not know. */
    OTHER(segment -> Optional.empty());

    private static final Set<String> KNOWN = new HashSet<>();

    static {
        Arrays.stream(values()).forEach(aspect -> KNOWN.addAll(aspect.keys));
        KNOWN.add("id");
    }

    private final Function<Segment, Object> value;
    private final Set<String> keys;

    Aspect(Function<Segment, Object> value, String... keys) {
        this.value = value;
        this.keys = Set.of(keys);
    }

    /** In what two segments differ, tracks aside: as they are seen and heard, not as they are written. */
    static Set<Aspect> between(Segment before, Segment after) {
        Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
        for (Aspect aspect : values()) {
            if (!aspect.value.apply(before).equals(aspect.value.apply(after))) {
                aspects.add(aspect);
            }
        }
        if (!Json.same(unknown(before.node()), unknown(after.node()))) {
            aspects.add(OTHER);
        }
        return aspects;
    }

    private static ObjectNode unknown(ObjectNode json) {
        ObjectNode rest = Json.object();
        json.properties().stream()
                .filter(entry -> !KNOWN.contains(entry.getKey()))
                .forEach(entry -> rest.set(entry.getKey(), entry.getValue()));
        JsonNode meta = json.path("m");
        if (meta instanceof ObjectNode object && object.size() > (object.has("title") ? 1 : 0)) {
            rest.set("m", Json.without(object, "title"));
        }
        return rest;
    }
}

package io.retake.nlu.frame;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Brings what a message asks for into as few operations as it means. */
final class Merging {
    static final Set<String> PLACES = Set.of("on", "from", "to", "ranges", "except");
    private static final Set<String> ADDING_UP =
            Set.of("undo", "redo", "append", "insert", "duplicate", "repeat", "rotate", "flip", "reverse");

    private Merging() {}

    /** Returns the operations: what is said twice once, changes of color of the same part as one. */
    static List<ObjectNode> merged(List<Request> requests) {
        List<ObjectNode> merged = new ArrayList<>();
        for (Request request : requests) {
            if (!request.filling().operation().equals("nothing")) {
                add(merged, json(request.filling()));
            }
        }
        return merged;
    }

    private static void add(List<ObjectNode> merged, ObjectNode request) {
        int last = merged.size() - 1;
        boolean follows = last >= 0 && merged.get(last).path("op").equals(request.path("op"));
        if (!follows) {
            merged.add(request);
            return;
        }
        ObjectNode before = merged.get(last);
        boolean same = PLACES.stream().allMatch(k -> before.path(k).equals(request.path(k)));
        boolean adds = ADDING_UP.contains(request.path("op").asText());
        if (before.equals(request) && !adds) {
            return; // "those lines are ugly, deinterlace"
        }
        if (same && !adds && (isPartOf(request, before) || isPartOf(before, request))) {
            merged.set(last, request.size() > before.size() ? request : before);
            return; // "vertical, fill the sides with blur"
        }
        boolean joins = isColor(request) || isOtherFade(before, request);
        if (same && (joins || isVague(before))) {
            ObjectNode both = joins ? before.deepCopy() : JsonNodeFactory.instance.objectNode();
            request.properties().forEach(e -> both.set(e.getKey(), e.getValue()));
            merged.set(last, both);
        } else {
            merged.add(request);
        }
    }

    private static boolean isPartOf(ObjectNode less, ObjectNode more) {
        boolean names = less.size() > 1 || !more.has("between"); // "transitions, a wipe between 1 and 2" are two
        return names && less.properties().stream().allMatch(e -> e.getValue().equals(more.get(e.getKey())));
    }

    /** "Speed it up so that it lasts 10 s" asks for one change of speed. */
    private static boolean isVague(ObjectNode request) {
        return request.size() > 1
                && request.properties().stream()
                        .filter(e -> !e.getKey().equals("op"))
                        .allMatch(e -> e.getValue().asText().endsWith("some"));
    }

    /** "In over 1 s, out over 2 s" is one fade. */
    private static boolean isOtherFade(ObjectNode before, ObjectNode request) {
        return request.path("op").asText().startsWith("fade")
                && before.has("in") != request.has("in")
                && before.has("out") != request.has("out");
    }

    private static boolean isColor(ObjectNode request) {
        return request.path("op").asText().equals("color");
    }

    private static ObjectNode json(Filling request) {
        boolean amends = request.operation().startsWith(Amendment.PREFIX);
        ObjectNode edit = JsonNodeFactory.instance
                .objectNode()
                .put("op", amends ? request.operation().substring(Amendment.PREFIX.length()) : request.operation());
        request.arguments().forEach(edit::put);
        if (!amends) {
            return edit;
        }
        ObjectNode amend = JsonNodeFactory.instance.objectNode().put("op", "amend");
        amend.set("edit", edit);
        return amend;
    }
}

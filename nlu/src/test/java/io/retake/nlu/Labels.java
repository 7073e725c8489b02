package io.retake.nlu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.edit.value.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings operations that mean the same into one notation. */
final class Labels {
    private static final Pattern CLIP = Pattern.compile("clip (\\d+)");

    private Labels() {}

    /** Returns the operations as comparable text. */
    static List<String> of(Iterable<? extends JsonNode> operations, Situation situation) {
        List<String> all = new ArrayList<>();
        operations.forEach(o -> all.add(one((ObjectNode) o, situation)));
        return all;
    }

    private static String one(ObjectNode operation, Situation situation) {
        TreeMap<String, String> values = new TreeMap<>();
        operation.properties().forEach(e -> values.put(
                e.getKey(),
                e.getValue().isObject()
                        ? one((ObjectNode) e.getValue(), situation)
                        : value(e.getKey(), e.getValue().asText(), situation)));
        String op = values.get("op");
        values.computeIfPresent("on", (k, v) -> onClip(v, situation));
        clipAsRange(values, situation);
        if ("0 s".equals(values.get("from")) || "the start".equals(values.get("from"))) {
            values.remove("from");
        }
        if (isEnd(values.get("to"), situation)) {
            values.remove("to");
        }
        String on = values.get("on");
        if (on != null && (on.equals("the video") || on.equals("everything") || on.equals("clip 1") && situation.clips().size() == 1)) {
            values.remove("on");
        }
        if (on != null && op != null && (op.equals("mute") || op.equals("volume")) && on.equals("the sound")) {
            values.remove("on");
        }
        if ("medium".equals(values.get("strength"))) {
            values.remove("strength");
        }
        if ("transition".equals(op) && "crossfade".equals(values.get("kind"))) {
            values.remove("kind");
        }
        if ("transition".equals(op) && "1 s".equals(values.get("duration"))) {
            values.remove("duration");
        }
        if ("flip".equals(op) && "horizontal".equals(values.get("direction"))) {
            values.remove("direction");
        }
        if ("undo".equals(op) && "1".equals(values.get("steps"))) {
            values.remove("steps");
        }
        return values.toString();
    }

    private static boolean isEnd(String to, Situation situation) {
        return to != null && (to.equals("the end") || to.equals(Times.writeLength(situation.length())));
    }

    private static String onClip(String on, Situation situation) {
        for (int i = 0; i < situation.clips().size(); i++) {
            if (situation.clips().get(i).name().equals(on)) {
                return "clip " + (i + 1);
            }
        }
        return on;
    }

    /** A whole clip is the range in which it is shown, for what can have either. */
    private static void clipAsRange(TreeMap<String, String> values, Situation situation) {
        String on = values.get("on");
        if (on == null || values.containsKey("ranges") || values.containsKey("except")) {
            return;
        }
        Matcher clip = CLIP.matcher(on);
        boolean plain = List.of(
                        "move", "duplicate", "replace", "repeat", "rotate", "flip", "clear", "change", "volume")
                .contains(values.get("op"));
        if (!clip.matches() || plain || values.containsKey("from") || values.containsKey("to")) {
            return;
        }
        int number = Integer.parseInt(clip.group(1));
        if (number < 1 || number > situation.clips().size()) {
            return;
        }
        values.remove("on");
        values.put("from", Times.writeLength(situation.clips().get(number - 1).from()));
        values.put("to", Times.writeLength(situation.clips().get(number - 1).to()));
    }

    private static String value(String key, String text, Situation situation) {
        String said = text.strip();
        if (key.equals("shift") || key.equals("offset")) {
            String sign = said.startsWith("-") ? "-" : "+";
            return sign + Times.writeLength(Times.read(said.replaceFirst("^[+-]", "")).orElseThrow());
        }
        Optional<Duration> time = Times.read(said);
        if (time.isPresent() && !key.equals("text") && !key.equals("ratio") && !key.equals("name")) {
            return Times.writeLength(time.get());
        }
        if (said.endsWith(" before the end")) {
            Optional<Duration> before = Times.read(said.replace(" before the end", ""));
            if (before.isPresent()) {
                return Times.writeLength(situation.length().minus(before.get()));
            }
        }
        if (said.endsWith(" of the way")) {
            String[] parts = said.replace(" of the way", "").split("/");
            return Times.writeLength(situation.length()
                    .multipliedBy(Integer.parseInt(parts[0]))
                    .dividedBy(Integer.parseInt(parts[1])));
        }
        if (key.equals("ranges") || key.equals("except")) {
            return String.join(
                    ",",
                    java.util.Arrays.stream(said.split(",\\s*"))
                            .map(r -> java.util.Arrays.stream(r.split("-(?=[\\d])|-(?=the)"))
                                    .map(t -> value("from", t, situation))
                                    .reduce((a, b) -> a + "-" + b)
                                    .orElse(r))
                            .toList());
        }
        if (key.equals("order")) {
            return said.replaceAll("\\s+", "");
        }
        if (key.equals("rate") || key.equals("fps")) {
            return said.replace(" fps", "");
        }
        return key.equals("file") || key.equals("with") || key.equals("text") ? said : said.toLowerCase(java.util.Locale.ROOT);
    }

    static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }
}

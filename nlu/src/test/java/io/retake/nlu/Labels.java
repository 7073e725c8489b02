package io.retake.nlu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.edit.value.Times;
import io.retake.nlu.situation.Situation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Brings operations that mean the same into one notation. */
final class Labels {
    private static final Pattern CLIP = Pattern.compile("clip (\\d+)");

    /** The arguments that mean the same as none, by operation: labels leave them out. */
    private static final Map<String, Map<String, String>> DEFAULTS = Map.of(
            "transition", Map.of("kind", "crossfade", "duration", "1 s"),
            "flip", Map.of("direction", "horizontal"),
            "undo", Map.of("steps", "1"),
            "freeze", Map.of("hold", "2 s"),
            "cutsilence", Map.of("longerThan", "0.5 s"),
            "loudness", Map.of("target", "-14 lufs"),
            "aspect", Map.of("fit", "crop"),
            "title", Map.of("position", "center", "style", "outline"),
            "overlay", Map.of("position", "top right", "size", "25%"),
            "music", Map.of("volume", "35%"));

    private Labels() {}

    /** Returns the operations as comparable text. */
    static List<String> of(Iterable<? extends JsonNode> operations, Situation situation) {
        List<String> all = new ArrayList<>();
        List<ObjectNode> plain = new ArrayList<>();
        operations.forEach(o -> pieces((ObjectNode) o)
                .forEach(p -> add(plain, plain(p, situation).deepCopy())));
        plain.forEach(p -> all.add(one(p, situation)));
        return all;
    }

    /** Changes of one thing, said one after another, are one change. */
    private static void add(List<ObjectNode> operations, ObjectNode next) {
        ObjectNode last =
                operations.isEmpty() ? JsonNodeFactory.instance.objectNode() : operations.get(operations.size() - 1);
        boolean mergeable = List.of("change", "fade", "color")
                        .contains(next.path("op").asText())
                && last.path("op").equals(next.path("op"))
                && List.of("on", "from", "to", "ranges", "except").stream()
                        .allMatch(k -> last.path(k).equals(next.path(k))
                                || (k.length() > 2 && last.path("op").asText().equals("change")))
                && next.properties().stream()
                        .allMatch(e -> List.of("op", "on").contains(e.getKey())
                                || !last.has(e.getKey())
                                || last.path(e.getKey()).equals(e.getValue()));
        if (mergeable) {
            last.setAll(next);
        } else {
            operations.add(next);
        }
    }

    /** Ranges that are removed are as many edits. */
    private static List<ObjectNode> pieces(ObjectNode operation) {
        if (!operation.path("op").asText().equals("remove") || !operation.has("ranges")) {
            return List.of(operation);
        }
        List<ObjectNode> pieces = new ArrayList<>();
        for (String range : operation.path("ranges").asText().split(",\\s*", -1)) {
            String[] ends = range.split("-(?=[\\d])|-(?=the)", 2);
            ObjectNode piece = operation.deepCopy();
            piece.remove("ranges");
            pieces.add(piece.put("from", ends[0]).put("to", ends[1]));
        }
        return pieces;
    }

    /** A correction that does the same as an edit of what is there is that edit. */
    private static ObjectNode plain(ObjectNode operation, Situation situation) {
        if (operation.path("op").asText().equals("amend")
                && operation.path("edit").isObject()) {
            ObjectNode edit = (ObjectNode) operation.path("edit");
            if (edit.path("op").asText().equals("volume")) {
                return edit;
            }
            if (edit.path("op").asText().equals("title") && situation.titles().size() == 1) {
                ObjectNode change = edit.deepCopy().put("op", "change").put("on", "title 1");
                ObjectNode last = situation.last().get(situation.last().size() - 1);
                last.properties().forEach(e -> {
                    if (!e.getKey().equals("op") && e.getValue().equals(change.path(e.getKey()))) {
                        change.remove(e.getKey());
                    }
                });
                return change;
            }
        }
        if (operation.path("op").asText().equals("move")) {
            int clips = situation.clips().size();
            ObjectNode move = operation.deepCopy();
            if (move.path("to").asText().equals("after clip " + clips)) {
                move.put("to", "last");
            } else if (move.path("to").asText().equals("before clip 1")) {
                move.put("to", "first");
            }
            return move;
        }
        return operation;
    }

    private static String one(ObjectNode operation, Situation situation) {
        TreeMap<String, String> values = new TreeMap<>();
        operation
                .properties()
                .forEach(e -> values.put(
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
        exceptAsRange(values, situation);
        String on = values.get("on");
        if (on != null
                && (on.equals("the video")
                        || on.equals("everything")
                        || (on.equals("clip 1") && situation.clips().size() == 1))) {
            values.remove("on");
        }
        if (on != null && op != null && (op.equals("mute") || op.equals("volume")) && on.startsWith("the sound of ")) {
            on = on.substring("the sound of ".length()); // the sound of a clip is all that these can change of it
            values.put("on", on);
            clipAsRange(values, situation);
            on = values.get("on");
        }
        if (on != null && op != null && (op.equals("mute") || op.equals("volume")) && on.equals("the sound")) {
            values.remove("on");
        }
        if (DEFAULTS.containsKey(op)) {
            DEFAULTS.get(op).forEach(values::remove);
        }
        values.remove("strength", "medium");
        if ("captions".equals(op)) {
            values.remove("position", "bottom"); // captions at the bottom are where they always are
        }
        return values.toString();
    }

    /** All but a start or an end is the rest. */
    private static void exceptAsRange(Map<String, String> values, Situation situation) {
        String except = values.getOrDefault("except", "");
        String[] ends = except.split("-", -1);
        if (ends.length != 2 || except.contains(",")) {
            return;
        }
        if (ends[0].equals("0 s")) {
            values.remove("except");
            values.put("from", ends[1]);
        } else if (isEnd(ends[1], situation)) {
            values.remove("except");
            values.put("to", ends[0]);
        }
    }

    private static boolean isEnd(@Nullable String to, Situation situation) {
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
    private static void clipAsRange(Map<String, String> values, Situation situation) {
        String on = values.get("on");
        if (on == null || values.containsKey("ranges") || values.containsKey("except")) {
            return;
        }
        Matcher clip = CLIP.matcher(on);
        boolean plain = List.of("move", "duplicate", "replace", "repeat", "rotate", "flip", "clear", "change", "volume")
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
        if (said.matches("[+-][\\d.]+ (s|ms|min)")) {
            return Times.read(said.substring(1))
                    .map(t -> said.charAt(0) + Times.writeLength(t))
                    .orElse(said);
        }
        if (said.equals("the start")) {
            return "0 s";
        }
        if (said.equals("the end") && key.equals("at")) {
            return Times.writeLength(situation.length());
        }
        if (key.equals("shift") || key.equals("offset")) {
            String sign = said.startsWith("-") ? "-" : "+";
            return sign
                    + Times.writeLength(
                            Times.read(said.replaceFirst("^[+-]", "")).orElseThrow());
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
            String[] parts = said.replace(" of the way", "").split("/", -1);
            return Times.writeLength(
                    situation.length().multipliedBy(Integer.parseInt(parts[0])).dividedBy(Integer.parseInt(parts[1])));
        }
        if (key.equals("ranges") || key.equals("except")) {
            return String.join(
                    ",",
                    java.util.Arrays.stream(said.split(",\\s*", -1))
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
        return key.equals("file") || key.equals("with") || key.equals("text")
                ? said
                : said.toLowerCase(java.util.Locale.ROOT);
    }
}

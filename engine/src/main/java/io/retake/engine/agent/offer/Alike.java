package io.retake.engine.agent.offer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.retake.core.edit.Edit;
import io.retake.core.edit.arrange.Speed;
import io.retake.core.edit.picture.Color;
import io.retake.core.edit.sound.Volume;
import io.retake.core.edit.value.Target;
import io.retake.core.vocabulary.Vocabulary;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Compares two readings: one may be the other but for how much ("a bit brighter"), or for where. */
public final class Alike {
    private static final Pattern NUMBER = Pattern.compile("\\d");
    /** The arguments that say how much. */
    private static final Set<String> AMOUNTS = Set.of(
            "brightness", "contrast", "saturation", "temperature", "level", "factor", "strength", "in", "out", "size");

    private static final Set<String> PLACES = Set.of("on", "from", "to", "ranges", "except");

    private Alike() {}

    /**
     * Returns whether edits do the same the same way, if the words name no amount.
     *
     * @param gain the gain of a target's sound, which "louder" refers to
     */
    public static boolean are(List<Edit> some, List<Edit> others, String words, ToDoubleFunction<Target> gain) {
        return !NUMBER.matcher(words).find()
                && some.size() == others.size()
                && IntStream.range(0, some.size()).allMatch(i -> are(some.get(i), others.get(i), gain));
    }

    private static boolean are(Edit one, Edit other, ToDoubleFunction<Target> gain) {
        return without(one, AMOUNTS).equals(without(other, AMOUNTS))
                && way(one, gain).equals(way(other, gain));
    }

    /** Returns whether an edit of everything is another one of a part: the words name one. */
    public static boolean isNarrower(List<Edit> some, List<Edit> others) {
        boolean same = some.size() == others.size()
                && IntStream.range(0, some.size())
                        .allMatch(i -> without(some.get(i), PLACES).equals(without(others.get(i), PLACES)));
        return same && IntStream.range(0, some.size()).anyMatch(i -> isOfPart(some.get(i)) && !isOfPart(others.get(i)));
    }

    private static boolean isOfPart(Edit edit) {
        ObjectNode json = Vocabulary.toJson(edit);
        return PLACES.stream().anyMatch(json::has);
    }

    private static ObjectNode without(Edit edit, Set<String> arguments) {
        ObjectNode json = Vocabulary.toJson(edit);
        json.remove(arguments);
        return json;
    }

    /** Returns the signs of what an edit changes. */
    private static List<Double> way(Edit edit, ToDoubleFunction<Target> gain) {
        if (edit instanceof Color color) {
            return Stream.of(color.brightness(), color.contrast(), color.saturation(), color.temperature())
                    .map(c -> Math.signum(c.percent()))
                    .toList();
        }
        if (edit instanceof Speed speed) {
            return List.of(Math.signum(speed.factor().map(f -> f.value() - 1).orElse(0.0)));
        }
        return edit instanceof Volume volume
                ? List.of(Math.signum(volume.level().gain() - gain.applyAsDouble(volume.on())))
                : List.of();
    }
}

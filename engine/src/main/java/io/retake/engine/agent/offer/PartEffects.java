package io.retake.engine.agent.offer;

import io.retake.core.draft.Effect;
import io.retake.core.draft.Segment;
import io.retake.nlu.situation.Situation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The effects that only a part of the timeline has, by the names of their operations: what "the slow part" means. */
final class PartEffects {
    private PartEffects() {}

    static List<Situation.Item> of(List<Segment> clips) {
        List<Situation.Item> items = new ArrayList<>();
        Set<String> all = new LinkedHashSet<>();
        clips.forEach(clip -> all.addAll(names(clip)));
        for (String name : all) {
            List<Segment> with =
                    clips.stream().filter(c -> names(c).contains(name)).toList();
            if (with.size() < clips.size()) {
                with.forEach(clip -> {
                    Situation.Item place = Situations.item(clip);
                    items.add(new Situation.Item(name, place.from(), place.to()));
                });
            }
        }
        return items;
    }

    private static Set<String> names(Segment clip) {
        Set<String> names = new LinkedHashSet<>();
        clip.effects().forEach(effect -> names.add(name(effect)));
        if (clip.speed() != 1) {
            names.add("speed");
        }
        if (clip.gain() != 1) {
            names.add(clip.gain() == 0 ? "mute" : "volume");
        }
        return names;
    }

    /** Returns the operation that makes an effect: nearly always the effect's own name. */
    private static String name(Effect effect) {
        if (effect instanceof Effect.GradeFx || effect instanceof Effect.LutFx) {
            return "color";
        }
        if (effect instanceof Effect.AutoColorFx) {
            return "color-auto";
        }
        String type = effect.getClass().getSimpleName();
        String name = type.endsWith("Fx") ? type.substring(0, type.length() - 2) : type;
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}

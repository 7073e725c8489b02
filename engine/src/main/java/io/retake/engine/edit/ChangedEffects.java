package io.retake.engine.edit;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Effect;
import io.retake.core.draft.Segment;
import io.retake.core.draft.Track;
import io.retake.core.edit.object.ChangeObject;
import io.retake.core.edit.value.Amount;
import io.retake.core.edit.value.Level;
import io.retake.core.edit.value.Target;
import io.retake.core.edit.value.Times;
import io.retake.core.vocabulary.Operation;
import io.retake.core.vocabulary.Vocabulary;
import io.retake.engine.effect.EffectList;
import io.retake.engine.effect.naming.EffectNames;
import io.retake.engine.effect.naming.EffectValues;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.Project;
import io.retake.engine.timeline.Retiming;
import io.retake.engine.timeline.Selection;
import io.retake.engine.timeline.Timelines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Changes an effect wherever it is; its places stay. */
final class ChangedEffects {
    private final Project project;
    private final Draft draft;
    private final ChangeObject edit;
    private final String name;
    private final Optional<Double> amount;

    ChangedEffects(Project project, ChangeObject edit, String name) {
        this.project = project;
        this.draft = project.draft();
        this.edit = edit;
        this.name = name;
        this.amount = edit.amount().map(Amount::factor);
    }

    Result changed() {
        Draft next = switch (name) {
            case "speed" -> paced();
            case "volume" -> levelled();
            case "zoom" -> zoomed();
            default -> effects();
        };
        return next.equals(draft)
                ? Result.of(draft, "change.effect-same", name)
                : Result.of(next, "change.effect", name, settings(), length(next));
    }

    private Phrase length(Draft next) {
        long now = Timelines.lengthMs(next);
        return now == Timelines.lengthMs(draft) ? Phrase.NOTHING : Phrase.of("change.length-now", Timelines.time(now));
    }

    private String settings() {
        Operation operation = Vocabulary.of(edit);
        List<String> said = new ArrayList<>();
        ChangeRule.values(edit).forEach((argument, value) -> {
            if (value instanceof Optional<?> given && given.isPresent()) {
                said.add(argument + " "
                        + operation.argument(argument).orElseThrow().write(value));
            }
        });
        return String.join(", ", said);
    }

    private void requireOnly(String... arguments) {
        ChangeRule.requireOnly(edit, Phrase.of("target.effect", name), List.of(arguments));
    }

    private EditRejected none() {
        return EditRejected.of("change.no-effect", name);
    }

    /** Each speed on its own: half of what each is. */
    private Draft paced() {
        requireOnly("factor", "amount");
        Set<Double> speeds = new TreeSet<>();
        Timelines.video(draft).segments().stream()
                .filter(segment -> segment.speed() != 1 && !segment.frozen())
                .forEach(segment -> speeds.add(segment.speed()));
        if (speeds.isEmpty()) {
            throw none();
        }
        Draft next = draft;
        List<Segment> clips = Timelines.video(draft).segments();
        for (double speed : speeds) {
            double wanted = edit.factor().map(factor -> factor.value()).orElse(speed) * amount.orElse(1.0);
            if (wanted < 0.05 || wanted > 100) {
                throw EditRejected.of("change.speed", Times.decimal(wanted));
            }
            List<Integer> numbers = new ArrayList<>();
            for (int i = 0; i < clips.size(); i++) {
                if (clips.get(i).speed() == speed && !clips.get(i).frozen()) {
                    numbers.add(i + 1);
                }
            }
            Selection chosen = Selection.of(next, new Target.Clips(numbers));
            next = new Retiming(next, chosen, clip -> wanted).retimed(project.media());
        }
        return next;
    }

    private Draft levelled() {
        requireOnly("level", "amount");
        List<Segment> clips = Timelines.video(draft).segments();
        if (clips.stream().noneMatch(ChangedEffects::isLevelled)) {
            throw none();
        }
        return Timelines.withVideo(
                draft,
                clips.stream()
                        .map(clip -> isLevelled(clip) ? levelled(clip) : clip)
                        .toList());
    }

    private static boolean isLevelled(Segment segment) {
        return segment.gain() != 1 && segment.gain() != 0;
    }

    private Segment levelled(Segment clip) {
        double gain = edit.level().map(Level::gain).orElse(clip.gain()) * amount.orElse(1.0);
        if (gain > 10) {
            throw EditRejected.of("change.too-loud", Times.decimal(Math.rint(gain * 100)) + "%");
        }
        return gain == clip.gain() ? clip : clip.withGain(gain);
    }

    /** Zooms that go on from clip to clip are one, and end where they are asked to. */
    private Draft zoomed() {
        requireOnly("factor", "amount");
        List<Segment> clips = new ArrayList<>(Timelines.video(draft).segments());
        boolean any = false;
        for (int i = 0; i < clips.size(); i++) {
            int end = i;
            while (end < clips.size() && zoom(clips.get(end)).isPresent() && (end == i || goesOn(clips, end))) {
                end++;
            }
            if (end > i) {
                any = true;
                double peak = clips.subList(i, end).stream()
                        .flatMap(clip -> zoom(clip).stream())
                        .mapToDouble(zoom -> Math.max(zoom.from(), zoom.to()))
                        .max()
                        .orElse(1);
                double wanted = edit.factor().map(factor -> factor.value()).orElse(peak);
                double ratio = peak == 1 ? 1 : (wanted - 1) / (peak - 1) * amount.orElse(1.0);
                for (int piece = i; piece < end; piece++) {
                    clips.set(piece, zoomed(clips.get(piece), ratio));
                }
                i = end - 1;
            }
        }
        if (!any) {
            throw none();
        }
        return Timelines.withVideo(draft, clips);
    }

    private static boolean goesOn(List<Segment> clips, int clip) {
        return zoom(clips.get(clip - 1))
                .filter(before ->
                        before.to() == zoom(clips.get(clip)).orElseThrow().from())
                .isPresent();
    }

    private static Optional<Effect.ZoomFx> zoom(Segment clip) {
        return clip.effects().stream()
                .filter(Effect.ZoomFx.class::isInstance)
                .map(Effect.ZoomFx.class::cast)
                .findFirst();
    }

    private static Segment zoomed(Segment clip, double ratio) {
        return clip.withEffects(clip.effects().stream()
                .map(effect -> effect instanceof Effect.ZoomFx zoom
                        ? new Effect.ZoomFx(size(zoom.from(), ratio), size(zoom.to(), ratio))
                        : effect)
                .toList());
    }

    private static double size(double zoom, double ratio) {
        double size = 1 + (zoom - 1) * ratio;
        if (size < 1 || size > 10) {
            throw EditRejected.of("change.zoom", Times.decimal(Math.round(size * 100) / 100.0));
        }
        return size;
    }

    private Draft effects() {
        Set<Class<? extends Effect>> kinds = kinds();
        List<String> arguments = arguments(kinds);
        if (arguments.isEmpty()) {
            throw EditRejected.of("change.effect-fixed", name, name);
        }
        requireOnly(arguments.toArray(String[]::new));
        boolean any = draft.effects().stream().anyMatch(effect -> kinds.contains(effect.getClass()))
                || draft.tracks().stream()
                        .flatMap(track -> track.segments().stream())
                        .flatMap(segment -> segment.effects().stream())
                        .anyMatch(effect -> kinds.contains(effect.getClass()));
        if (!any) {
            throw none();
        }
        List<Track> tracks = draft.tracks().stream()
                .map(track -> track.withSegments(track.segments().stream()
                        .map(segment -> changed(segment, kinds))
                        .toList()))
                .toList();
        return draft.withTracks(tracks).withEffects(changed(draft.effects(), kinds));
    }

    /** Cropping and turning change the frame too: they are taken off and done again instead. */
    private Set<Class<? extends Effect>> kinds() {
        if (!EffectNames.isEffect(name) || name.equals("all") || name.equals("mute")) {
            throw EditRejected.of("change.not-effect", name, String.join(", ", EffectNames.all()));
        }
        return EffectNames.kinds(name);
    }

    private List<String> arguments(Set<Class<? extends Effect>> kinds) {
        boolean fixed = List.of("crop", "rotate", "flip", "syncAudio", "fadeIn", "fadeOut")
                .contains(name);
        Set<String> known = ChangeRule.values(edit).keySet();
        List<String> names = new ArrayList<>();
        kinds.stream()
                .filter(kind -> !fixed)
                .flatMap(kind -> EffectValues.names(kind).stream())
                .filter(known::contains)
                .distinct()
                .forEach(names::add);
        if (!fixed && kinds.stream().anyMatch(EffectValues::canScale)) {
            names.add("amount");
        }
        return names;
    }

    private Segment changed(Segment segment, Set<Class<? extends Effect>> kinds) {
        List<Effect> effects = segment.effects();
        List<Effect> next = changed(effects, kinds);
        return next.equals(effects) ? segment : segment.withEffects(EffectList.within(next, segment.duration()));
    }

    private List<Effect> changed(List<Effect> effects, Set<Class<? extends Effect>> kinds) {
        return effects.stream()
                .map(effect -> kinds.contains(effect.getClass()) ? changed(effect) : effect)
                .filter(effect -> !isNothing(effect))
                .toList();
    }

    /** All of the picture seen and the recorded pitch are as if nothing had been said. */
    private static boolean isNothing(Effect effect) {
        return (effect instanceof Effect.OpacityFx opacity && opacity.level().percent() == 100)
                || (effect instanceof Effect.PitchFx pitch && pitch.semitones().count() == 0);
    }

    private Effect changed(Effect effect) {
        Map<String, Object> values = new LinkedHashMap<>();
        ChangeRule.values(edit).forEach((argument, value) -> {
            if (value instanceof Optional<?> given
                    && given.isPresent()
                    && EffectValues.names(effect.getClass()).contains(argument)) {
                values.put(argument, given.get());
            }
        });
        try {
            Effect set = values.isEmpty() ? effect : EffectValues.with(effect, values);
            return amount.isPresent() ? EffectValues.scaled(set, amount.get()) : set;
        } catch (IllegalArgumentException wrong) {
            throw EditRejected.of("change.effect-value", name, String.valueOf(wrong.getMessage()));
        }
    }
}

package io.retake.engine.agent.read;

import io.retake.core.draft.Canvas;
import io.retake.core.edit.Edit;
import io.retake.core.edit.picture.Aspect;
import io.retake.core.edit.picture.Resize;
import io.retake.core.edit.picture.Upscale;
import io.retake.core.edit.value.Fit;
import io.retake.core.edit.value.FrameSize;
import io.retake.core.edit.value.Ratio;
import io.retake.core.edit.value.UpscaleMethod;
import io.retake.engine.phrase.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules for size and shape. A size without a verb is an upscale if it is larger than the picture, else a resize. */
final class FrameRules {
    private FrameRules() {}

    static Optional<Reading> size(Slots slots) {
        Optional<Token> token = slots.one(Kind.SIZE);
        boolean only = slots.only(
                Kind.SIZE,
                Kind.METHOD,
                Kind.UPSCALE,
                Kind.RESIZE,
                Kind.RESOLUTION,
                Kind.INCREASE,
                Kind.DECREASE,
                Kind.SMALLER,
                Kind.BIGGER);
        List<UpscaleMethod> methods = slots.all(Kind.METHOD).stream()
                .map(t -> t.as(UpscaleMethod.class))
                .distinct()
                .toList();
        boolean torn = (slots.has(Kind.UPSCALE) && slots.has(Kind.RESIZE)) || methods.size() > 1;
        if (token.isEmpty() || !only || torn) {
            return Optional.empty();
        }
        return sized(slots, token.get(), methods)
                .map(edit -> isHd(slots, token.get())
                        ? new Reading(List.of(edit), Optional.empty(), Optional.of(Phrase.of("task.hd")))
                        : new Reading(List.of(edit), Optional.empty()));
    }

    /** Returns whether a size is the word that many use for 1080 lines, and others for 720. */
    static boolean isHd(Slots slots, Token size) {
        return List.of("hd", "高清").contains(slots.words(size).toLowerCase(Locale.ROOT));
    }

    private static Optional<Edit> sized(Slots slots, Token token, List<UpscaleMethod> methods) {
        FrameSize size = token.as(FrameSize.class);
        boolean up = slots.has(Kind.UPSCALE) || (!slots.has(Kind.RESIZE) && isLarger(slots, size));
        if (!up) {
            return methods.isEmpty() ? Optional.of(new Resize(size)) : Optional.empty();
        }
        return Optional.of(new Upscale(size, methods.isEmpty() ? UpscaleMethod.AUTO : methods.get(0)));
    }

    private static boolean isLarger(Slots slots, FrameSize size) {
        Optional<Canvas> canvas = slots.surroundings().canvas();
        int lines = size instanceof FrameSize.Lines l
                ? l.count()
                : Math.min(((FrameSize.Pixels) size).width(), ((FrameSize.Pixels) size).height());
        return canvas.isEmpty() || lines >= canvas.get().lines();
    }

    /** Returns the clause without a rejected alternative, as in "no cropping, pad it"; empty if there is none. */
    static Optional<Slots> uncropped(Slots slots) {
        List<Token> tokens = slots.tokens();
        boolean otherwise = slots.all(Kind.FIT).stream().anyMatch(t -> t.value() != Fit.CROP);
        for (int i = 0; i + 1 < tokens.size() && otherwise; i++) {
            boolean crops =
                    tokens.get(i + 1).value() == Fit.CROP || tokens.get(i + 1).is(Kind.TRIM);
            boolean without = tokens.get(i).is(Kind.NOT)
                    || List.of("without", "不")
                            .contains(slots.words(tokens.get(i)).toLowerCase(Locale.ROOT));
            if (without && crops) {
                List<Token> next = new ArrayList<>(tokens.subList(0, i));
                next.addAll(tokens.subList(i + 2, tokens.size()));
                return Optional.of(slots.with(next));
            }
        }
        return Optional.empty();
    }

    static Optional<Reading> shape(Slots slots) {
        boolean only = slots.only(
                        Kind.SHAPE,
                        Kind.ADD,
                        Kind.RATIO,
                        Kind.CLOCK,
                        Kind.ASPECT,
                        Kind.FIT,
                        Kind.RESIZE,
                        Kind.RESOLUTION,
                        Kind.BACKGROUND)
                || (slots.has(Kind.FIT)
                        && slots.only(Kind.SHAPE, Kind.RATIO, Kind.CLOCK, Kind.ASPECT, Kind.FIT, Kind.SIDE));
        List<Ratio> ratios = Stream.concat(
                        slots.all(Kind.SHAPE, Kind.RATIO).stream().map(t -> t.as(Ratio.class)),
                        slots.all(Kind.CLOCK).stream().flatMap(t -> t.as(Clock.class).ratio().stream()))
                .distinct()
                .toList();
        boolean added = slots.adds() && !slots.has(Kind.FIT); // "add black bars"
        if (!only || added || ratios.size() != 1) {
            return Optional.empty();
        }
        boolean asShape = slots.has(Kind.SHAPE, Kind.RATIO, Kind.ASPECT, Kind.FIT, Kind.RESIZE, Kind.LIGHT);
        List<Fit> fits = slots.all(Kind.FIT).stream()
                .map(t -> t.as(Fit.class))
                .distinct()
                .toList();
        return asShape && fits.size() <= 1
                ? Reading.of(new Aspect(ratios.get(0), fits.isEmpty() ? Fit.CROP : fits.get(0)))
                : Optional.empty();
    }
}

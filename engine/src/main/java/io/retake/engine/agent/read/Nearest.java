package io.retake.engine.agent.read;

import io.retake.engine.phrase.Phrase;
import java.util.List;
import java.util.Map;

/** Suggests sentences that Retake understands, chosen by the words that it recognized. */
final class Nearest {
    private static final Phrase ANYTHING = Phrase.of("nearest.any");

    private static final Phrase CUT = Phrase.of("nearest.cut");
    private static final Phrase SPEED = Phrase.of("nearest.speed");
    private static final Phrase SIZE = Phrase.of("nearest.size");
    private static final Phrase SHAPE = Phrase.of("nearest.aspect");
    private static final Phrase COLOR = Phrase.of("nearest.color");
    private static final Phrase VOLUME = Phrase.of("nearest.volume");
    private static final Phrase MUSIC = Phrase.of("nearest.music");
    private static final Phrase TITLE = Phrase.of("nearest.title");
    private static final Phrase FADE = Phrase.of("nearest.fade");
    private static final Phrase UNDO = Phrase.of("nearest.undo");

    private static final List<Map.Entry<Kind, Phrase>> BY_WORD = List.of(
            Map.entry(Kind.UNDO, UNDO),
            Map.entry(Kind.TITLE, TITLE),
            Map.entry(Kind.QUOTED, TITLE),
            Map.entry(Kind.SAYING, TITLE),
            Map.entry(Kind.MUSIC, MUSIC),
            Map.entry(Kind.FADE, FADE),
            Map.entry(Kind.FADE_IN, FADE),
            Map.entry(Kind.FADE_OUT, FADE),
            Map.entry(Kind.FADE_BOTH, FADE),
            Map.entry(Kind.SPEED, SPEED),
            Map.entry(Kind.FASTER, SPEED),
            Map.entry(Kind.SLOWER, SPEED),
            Map.entry(Kind.SLOW_MOTION, SPEED),
            Map.entry(Kind.VOLUME, VOLUME),
            Map.entry(Kind.MUTE, VOLUME),
            Map.entry(Kind.SOUND, VOLUME),
            Map.entry(Kind.ORIGINAL, VOLUME),
            Map.entry(Kind.LOUDER, VOLUME),
            Map.entry(Kind.QUIETER, VOLUME),
            Map.entry(Kind.UPSCALE, SIZE),
            Map.entry(Kind.RESIZE, SIZE),
            Map.entry(Kind.SIZE, SIZE),
            Map.entry(Kind.RESOLUTION, SIZE),
            Map.entry(Kind.ASPECT, SHAPE),
            Map.entry(Kind.SHAPE, SHAPE),
            Map.entry(Kind.FIT, SHAPE),
            Map.entry(Kind.GRADING, COLOR),
            Map.entry(Kind.COLOR, COLOR),
            Map.entry(Kind.DIMENSION, COLOR),
            Map.entry(Kind.LOOK, COLOR),
            Map.entry(Kind.GRAY, COLOR),
            Map.entry(Kind.REMOVE, CUT),
            Map.entry(Kind.KEEP, CUT),
            Map.entry(Kind.CUT, CUT),
            Map.entry(Kind.TRIM, CUT),
            Map.entry(Kind.STRETCH, CUT));

    private Nearest() {}

    static Phrase of(List<Token> tokens) {
        return BY_WORD.stream()
                .filter(e -> tokens.stream().anyMatch(t -> t.is(e.getKey())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(ANYTHING);
    }
}

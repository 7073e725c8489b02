package io.retake.repl.view.timeline;

import io.retake.core.draft.Segment;
import io.retake.repl.view.OneLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What there is to say about a segment, in words. */
final class SegmentText {
    private SegmentText() {}

    /** Its text in quotes, or its name. */
    static String name(Segment segment) {
        return segment.text()
                .map(text -> '"' + OneLine.of(text) + '"')
                .or(() -> segment.title().map(OneLine::of).filter(title -> !title.isEmpty()))
                .orElse("untitled");
    }

    /** {@code 1.5x}; empty at its own speed. */
    static String speed(Segment segment) {
        return segment.speed() == 1 ? "" : decimal(segment.speed(), 3) + "x";
    }

    /** {@code 35%}, {@code mute}; empty at its own level. */
    static String level(Segment segment) {
        double gain = segment.gain();
        return gain == 1 ? "" : gain == 0 ? "mute" : decimal(gain * 100, 1) + "%";
    }

    /** What is done to it, by name. */
    static String effectNames(Segment segment) {
        return segment.effects().stream().map(EffectText::name).collect(Collectors.joining(", "));
    }

    /** What is done to it, with what was given. */
    static String effects(Segment segment) {
        return segment.effects().stream().map(EffectText::full).collect(Collectors.joining(", "));
    }

    /** How it differs from its medium as it is, effects aside, in a few words. */
    static List<String> marks(Segment segment) {
        List<String> marks = new ArrayList<>();
        marks.add(speed(segment));
        marks.add(level(segment));
        marks.add(segment.frozen() ? "freeze" : "");
        marks.add(segment.loops() ? "loop" : "");
        marks.removeIf(String::isEmpty);
        return marks;
    }

    private static String decimal(double value, int digits) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}

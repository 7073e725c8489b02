package io.retake.repl.view.timeline;

import io.retake.core.draft.Segment;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.view.OneLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Describes segments. */
final class SegmentText {
    private SegmentText() {}

    /** Returns the text in quotes, or the name. */
    static String name(Segment segment) {
        return segment.text()
                .map(text -> '"' + OneLine.of(text) + '"')
                .or(() -> segment.title().map(OneLine::of).filter(title -> !title.isEmpty()))
                .orElse(ProgramMessages.text("segment.untitled"));
    }

    /** Returns the speed as {@code 1.5x}; empty at normal speed. */
    static String speed(Segment segment) {
        return segment.speed() == 1 ? "" : decimal(segment.speed(), 3) + "x";
    }

    /** Returns the level as {@code 35%} or {@code mute}; empty at 100 %. */
    static String level(Segment segment) {
        double gain = segment.gain();
        return gain == 1 ? "" : gain == 0 ? ProgramMessages.text("segment.mute") : decimal(gain * 100, 1) + "%";
    }

    /** Returns the names of its effects. */
    static String effectNames(Segment segment) {
        return segment.effects().stream().map(EffectText::name).collect(Collectors.joining(", "));
    }

    /** Returns its effects with their parameters. */
    static String effects(Segment segment) {
        return segment.effects().stream().map(EffectText::full).collect(Collectors.joining(", "));
    }

    /** Returns its speed, level, freeze and loop, as far as they aren't the default. */
    static List<String> marks(Segment segment) {
        List<String> marks = new ArrayList<>();
        marks.add(speed(segment));
        marks.add(level(segment));
        marks.add(segment.frozen() ? ProgramMessages.text("segment.freeze") : "");
        marks.add(segment.loops() ? ProgramMessages.text("segment.loop") : "");
        marks.removeIf(String::isEmpty);
        return marks;
    }

    private static String decimal(double value, int digits) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}

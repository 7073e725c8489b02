package io.retake.repl.view.timeline;

import io.retake.core.draft.Draft;
import io.retake.core.draft.DraftDiff.Changed;
import io.retake.core.draft.DraftDiff.Whole;
import io.retake.core.draft.DraftDiff.WholeChange;
import io.retake.core.draft.Effect;
import io.retake.core.draft.Segment;
import io.retake.core.draft.SegmentAspect;
import io.retake.core.edit.value.Times;
import io.retake.core.vocabulary.Notations;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.view.OneLine;
import io.retake.repl.view.Theme;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Describes changes: {@code speed 1x → 1.5x}. */
final class ChangeText {
    private final Theme theme;

    ChangeText(Theme theme) {
        this.theme = theme;
    }

    /** Describes the changes of a segment. */
    String of(Changed change, Draft before) {
        List<String> parts = new ArrayList<>();
        for (SegmentAspect aspect : change.aspects()) {
            parts.add(
                    aspect == SegmentAspect.TRACK
                            ? ProgramMessages.text(
                                    "change.was-on",
                                    change.trackBefore(),
                                    TrackKind.of(before.tracks().get(change.trackBefore() - 1))
                                            .label())
                            : of(aspect, change.before(), change.segment()));
        }
        return String.join(", ", parts);
    }

    private String of(SegmentAspect aspect, Segment before, Segment after) {
        return switch (aspect) {
            case START ->
                ProgramMessages.text("change.starts", shift(after.start().minus(before.start())));
            case LENGTH ->
                values(
                        ProgramMessages.text("change.length"),
                        Times.writeLength(before.duration()),
                        Times.writeLength(after.duration()));
            case MEDIA -> ProgramMessages.text("change.other-file");
            case SOURCE ->
                ProgramMessages.text(
                        "change.source",
                        values(ProgramMessages.text("change.from"), Times.write(before.in()), Times.write(after.in())));
            case NAME -> values(ProgramMessages.text("change.name"), SegmentText.name(before), SegmentText.name(after));
            case TEXT -> values(ProgramMessages.text("change.text"), text(before), text(after));
            case PLACE -> values(ProgramMessages.text("change.position"), place(before), place(after));
            case SPEED ->
                values(
                        ProgramMessages.text("change.speed"),
                        or(SegmentText.speed(before), "1x"),
                        or(SegmentText.speed(after), "1x"));
            case LEVEL ->
                values(
                        ProgramMessages.text("change.level"),
                        or(SegmentText.level(before), "100%"),
                        or(SegmentText.level(after), "100%"));
            case EFFECTS -> effects(before.effects(), after.effects());
            case TRANSITION -> values(ProgramMessages.text("change.transition"), blend(before), blend(after));
            case FREEZE -> after.frozen() ? ProgramMessages.text("change.holds") : ProgramMessages.text("change.plays");
            case LOOP -> after.loops() ? ProgramMessages.text("change.loops") : ProgramMessages.text("change.no-loop");
            case TRACK, OTHER -> ProgramMessages.text("change.other");
        };
    }

    /** Describes a change of the whole timeline. */
    String of(WholeChange change) {
        Draft before = change.before();
        Draft after = change.after();
        String name = name(change.what());
        return switch (change.what()) {
            case TITLE -> values(name, title(before), title(after));
            case CANVAS -> values(name, canvas(before), canvas(after));
            case FPS -> values(name, fps(before), fps(after));
            case EFFECTS -> ProgramMessages.text("effect.global", effects(before.effects(), after.effects()));
            case DURATION -> values(name, Times.write(before.duration()), Times.write(after.duration()));
            case TRACKS ->
                values(
                        name,
                        String.valueOf(before.tracks().size()),
                        String.valueOf(after.tracks().size()));
            case OTHER -> name;
        };
    }

    static String name(Whole what) {
        return switch (what) {
            case TITLE -> ProgramMessages.text("change.title");
            case CANVAS -> ProgramMessages.text("change.picture");
            case FPS -> ProgramMessages.text("change.frame-rate");
            case EFFECTS -> ProgramMessages.text("change.global-effects");
            case DURATION -> ProgramMessages.text("change.length");
            case TRACKS -> ProgramMessages.text("change.tracks");
            case OTHER -> ProgramMessages.text("change.other");
        };
    }

    /** Formats a shift as {@code 2 s earlier}. */
    static String shift(Duration shift) {
        return shift.isNegative()
                ? ProgramMessages.text("change.earlier", Times.writeLength(shift.abs()))
                : ProgramMessages.text("change.later", Times.writeLength(shift.abs()));
    }

    private String values(String name, String before, String after) {
        return name + " " + before + " " + theme.arrow() + " " + after;
    }

    private static String effects(List<Effect> before, List<Effect> after) {
        List<Effect> gone = new ArrayList<>(before);
        List<Effect> come = new ArrayList<>();
        for (Effect effect : after) {
            if (!gone.remove(effect)) {
                come.add(effect);
            }
        }
        List<String> parts = new ArrayList<>();
        gone.forEach(effect -> parts.add("-" + EffectText.full(effect)));
        come.forEach(effect -> parts.add("+" + EffectText.full(effect)));
        return parts.isEmpty() ? ProgramMessages.text("change.effects-reordered") : String.join(", ", parts);
    }

    private static String text(Segment segment) {
        return SegmentText.name(segment)
                + segment.subline().map(line -> " / " + OneLine.of(line)).orElse("");
    }

    private static String place(Segment segment) {
        String place = word(segment.position());
        return segment.widthPercent()
                .map(width -> place + " " + plain(width) + "%")
                .orElse(segment.text().isPresent() ? place + " " + word(segment.style()) : place);
    }

    private static String blend(Segment segment) {
        return segment.blend()
                .map(blend -> word(blend.kind()) + " " + Times.writeLength(blend.duration()))
                .orElse(ProgramMessages.text("change.cut"));
    }

    private static String title(Draft draft) {
        return '"' + OneLine.of(draft.title().orElse("")) + '"';
    }

    private static String canvas(Draft draft) {
        return draft.canvas()
                .map(canvas -> TimelineView.canvas(canvas) + " "
                        + canvas.fit().name().toLowerCase(Locale.ROOT)
                        + (canvas.sharpen() ? ProgramMessages.text("change.upscaled") : ""))
                .orElse(ProgramMessages.text("change.from-footage"));
    }

    private static String fps(Draft draft) {
        return draft.fps().map(ChangeText::plain).orElse(ProgramMessages.text("change.from-footage"));
    }

    private static String word(Enum<?> constant) {
        return Notations.of(constant.getDeclaringClass()).write(constant);
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}

package io.retake.engine.agent.read;

import io.retake.core.edit.picture.Captions;
import io.retake.core.edit.value.Position;
import io.retake.core.edit.value.Shift;
import io.retake.core.edit.value.TitleStyle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Rules for captions from a file, which is named or the only caption file of the session. */
final class CaptionRules {
    private CaptionRules() {}

    static Optional<Reading> read(Slots slots) {
        Optional<String> file = FileWords.captions(slots);
        boolean asked = file.isPresent() || (slots.has(Kind.CAPTIONS) && slots.has(Kind.ADD, Kind.LIGHT));
        boolean only = slots.only(
                Kind.CAPTIONS,
                Kind.ADD,
                Kind.TITLE,
                Kind.FILE,
                Kind.QUOTED,
                Kind.REPLACE,
                Kind.POSITION,
                Kind.STYLE,
                Kind.SHIFT,
                Kind.DELAY,
                Kind.EARLIER,
                Kind.LAG,
                Kind.LENGTH,
                Kind.NUMBER,
                Kind.UNIT);
        boolean several = slots.all(Kind.POSITION).size() > 1
                || slots.all(Kind.STYLE).size() > 1
                || slots.all(Kind.FILE, Kind.QUOTED).size() > 1;
        if (!asked || !only || several || (file.isEmpty() && slots.has(Kind.FILE, Kind.QUOTED))) {
            return Optional.empty();
        }
        return file.isPresent() ? laid(slots, file.get()) : onlyFile(slots);
    }

    private static Optional<Reading> onlyFile(Slots slots) {
        List<String> files = slots.surroundings().captions();
        return files.size() == 1
                ? laid(slots, files.get(0))
                : files.isEmpty()
                        ? Optional.empty() // captions from speech: another rule reports them
                        : Reading.problem("caption.which", String.join(", ", files), files.get(0));
    }

    private static Optional<Reading> laid(Slots slots, String file) {
        Position position =
                slots.one(Kind.POSITION).map(t -> t.as(Position.class)).orElse(Position.BOTTOM);
        TitleStyle style =
                slots.one(Kind.STYLE).map(t -> t.as(TitleStyle.class)).orElse(TitleStyle.OUTLINE);
        return offset(slots).flatMap(by -> Reading.of(new Captions(file, new Shift(by), position, style)));
    }

    /** Returns the requested shift, zero for none; empty if the words don't describe a shift. */
    private static Optional<Duration> offset(Slots slots) {
        // "They come half a second too early" is corrected by delaying them as much.
        String lag = slots.one(Kind.LAG).map(Token::text).orElse("");
        if (lag.length() > 1 || (slots.has(Kind.LAG) && slots.has(Kind.EARLIER, Kind.DELAY, Kind.SHIFT))) {
            return Optional.empty();
        }
        boolean earlier = slots.has(Kind.EARLIER) || lag.equals("-");
        boolean later = slots.has(Kind.DELAY, Kind.SHIFT) || lag.equals("+");
        if (!earlier && !later) {
            return slots.has(Kind.LENGTH, Kind.NUMBER, Kind.UNIT) ? Optional.empty() : Optional.of(Duration.ZERO);
        }
        Optional<Duration> time = AudioRules.time(slots);
        boolean contrary = slots.has(Kind.DELAY)
                && (earlier || time.filter(Duration::isNegative).isPresent());
        return contrary ? Optional.empty() : time.map(t -> earlier ? t.negated() : t);
    }
}

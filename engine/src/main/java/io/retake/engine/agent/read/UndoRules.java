package io.retake.engine.agent.read;

import io.retake.core.edit.session.Undo;
import java.util.Optional;

/** Rules for undo. */
final class UndoRules {
    private UndoRules() {}

    static Optional<Reading> read(Slots slots) {
        if (!slots.has(Kind.UNDO)
                || !slots.only(Kind.UNDO, Kind.STEP, Kind.LAST, Kind.NUMBER, Kind.FACTOR, Kind.BEFORE)) {
            return Optional.empty();
        }
        if (slots.has(Kind.EVERYTHING)) {
            return Reading.of(new Undo(Math.max(1, slots.surroundings().changes())));
        }
        if (slots.has(Kind.FACTOR)) {
            return Reading.of(new Undo(slots.one(Kind.FACTOR)
                    .map(t -> t.as(Double.class).intValue())
                    .orElse(0)));
        }
        if (!slots.has(Kind.NUMBER)) {
            return Reading.of(new Undo(1));
        }
        double steps = slots.one(Kind.NUMBER).map(Token::number).orElse(0.5);
        return steps == (int) steps ? Reading.of(new Undo((int) steps)) : Optional.empty();
    }
}

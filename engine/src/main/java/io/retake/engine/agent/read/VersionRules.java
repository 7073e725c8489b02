package io.retake.engine.agent.read;

import io.retake.core.edit.session.Checkpoint;
import io.retake.core.edit.session.Redo;
import io.retake.core.edit.session.Restore;
import java.util.Optional;

/** Rules for redo and for checkpoints. */
final class VersionRules {
    private VersionRules() {}

    static Optional<Reading> redo(Slots slots) {
        if (!slots.has(Kind.REDO) || !slots.only(Kind.REDO, Kind.STEP, Kind.LAST, Kind.NUMBER, Kind.FACTOR)) {
            return Optional.empty();
        }
        double steps = slots.one(Kind.NUMBER)
                .map(Token::number)
                .or(() -> slots.one(Kind.FACTOR).map(t -> t.as(Double.class)))
                .orElse(slots.has(Kind.NUMBER, Kind.FACTOR) ? 0.5 : 1.0);
        return steps == (int) steps ? Reading.of(new Redo((int) steps)) : Optional.empty();
    }

    static Optional<Reading> checkpoint(Slots slots) {
        Optional<Token> name = slots.one(Kind.QUOTED);
        boolean only = slots.only(Kind.CHECKPOINT, Kind.ADD, Kind.KEEP, Kind.QUOTED);
        return name.isPresent() && slots.has(Kind.CHECKPOINT) && only
                ? Reading.of(new Checkpoint(name.get().text()))
                : Optional.empty();
    }

    static Optional<Reading> restore(Slots slots) {
        Optional<Token> name = slots.one(Kind.QUOTED);
        boolean back = slots.has(Kind.RESTORE, Kind.UNDO);
        return name.isPresent() && back && slots.only(Kind.RESTORE, Kind.UNDO, Kind.CHECKPOINT, Kind.QUOTED)
                ? Reading.of(new Restore(name.get().text()))
                : Optional.empty();
    }
}

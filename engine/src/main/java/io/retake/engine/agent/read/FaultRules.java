package io.retake.engine.agent.read;

import io.retake.core.edit.Edit;
import io.retake.core.edit.arrange.SmoothJumpCuts;
import io.retake.core.edit.picture.AutoColor;
import io.retake.core.edit.picture.Deinterlace;
import io.retake.core.edit.picture.Denoise;
import io.retake.core.edit.picture.Stabilize;
import io.retake.core.edit.sound.AutoSyncAudio;
import io.retake.core.edit.sound.DenoiseAudio;
import io.retake.core.edit.value.Strength;
import io.retake.core.edit.value.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses several faults in one clause: "fix the sync issues, the jump cuts and the shaky footage". */
final class FaultRules {
    /** Values of the words for sound that is out of sync. */
    private static final Set<String> OUT_OF_SYNC = Set.of("fault", "auto", "sync");

    private FaultRules() {}

    static Optional<Reading> read(Slots slots) {
        List<Token> faults = slots.all(Kind.SYNC, Kind.UNSUPPORTED, Kind.JUMPCUTS, Kind.FLAW, Kind.COLOR, Kind.GRADING);
        boolean only = slots.only(
                Kind.FIX,
                Kind.SMOOTH,
                Kind.STABILIZE,
                Kind.SOUND,
                Kind.SYNC,
                Kind.UNSUPPORTED,
                Kind.JUMPCUTS,
                Kind.FLAW,
                Kind.COLOR,
                Kind.GRADING,
                Kind.JUDGED,
                Kind.COMPLAINT);
        boolean sync = faults.stream().anyMatch(t -> t.text().equals("fault"));
        boolean mends =
                slots.has(Kind.FIX) || faults.stream().anyMatch(t -> t.text().equals("auto"));
        if (!mends || !only || (faults.size() < 2 && !sync)) {
            return Optional.empty();
        }
        List<Edit> edits = new ArrayList<>();
        for (Token fault : faults) {
            Optional<Edit> remedy = remedy(fault, slots.has(Kind.SOUND));
            if (remedy.isEmpty()) {
                return Optional.empty();
            }
            remedy.filter(e -> !edits.contains(e)).ifPresent(edits::add);
        }
        return Reading.of(edits);
    }

    private static Optional<Edit> remedy(Token fault, boolean ofSound) {
        Target all = Target.EVERYTHING;
        return switch (fault.kind()) {
            case SYNC, UNSUPPORTED ->
                (ofSound && fault.text().isEmpty()) || OUT_OF_SYNC.contains(fault.text())
                        ? Optional.of(new AutoSyncAudio(all))
                        : Optional.empty();
            case JUMPCUTS -> Optional.of(new SmoothJumpCuts(all));
            case COLOR, GRADING -> Optional.of(new AutoColor(all));
            default -> remedy(fault.text());
        };
    }

    private static Optional<Edit> remedy(String flaw) {
        Target all = Target.EVERYTHING;
        return switch (flaw) {
            case "shake" -> Optional.of(new Stabilize(Strength.MEDIUM, all));
            case "noise", "noise picture" -> Optional.of(new Denoise(Strength.MEDIUM, all));
            case "noise sound" -> Optional.of(new DenoiseAudio(Strength.MEDIUM, all));
            case "lines" -> Optional.of(new Deinterlace(all));
            default -> Optional.empty();
        };
    }
}

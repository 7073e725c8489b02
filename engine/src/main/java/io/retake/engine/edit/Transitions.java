package io.retake.engine.edit;

import io.retake.core.draft.Blend;
import io.retake.core.draft.Draft;
import io.retake.core.edit.Edit;
import io.retake.core.edit.arrange.SmoothJumpCuts;
import io.retake.core.edit.picture.Transition;
import io.retake.core.edit.value.Times;
import io.retake.core.edit.value.TransitionKind;
import io.retake.engine.agent.read.Phrase;
import io.retake.engine.timeline.Timelines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reports side effects of an edit on transitions. */
final class Transitions {
    private Transitions() {}

    /** Returns sentences, each beginning with a space in English; empty when no transition changed. */
    static Phrase told(Draft before, Draft after, Edit edit) {
        List<Blend> was = of(before);
        List<Blend> is = of(after);
        int gone = was.size() - is.size();
        List<Blend> shorter = new ArrayList<>(is);
        if (gone < 0) {
            shorter.removeAll(was); // what is repeated comes with its own
        } else {
            was.forEach(shorter::remove);
        }
        shorter.removeIf(blend -> isMade(blend, edit));
        List<Phrase> said = new ArrayList<>();
        if (gone > 0) {
            said.add(gone(was, gone));
        }
        if (!shorter.isEmpty()) {
            said.add(shorter(shorter));
        }
        return new Phrase(
                String.join(
                        "", said.stream().map(phrase -> " " + phrase.english()).toList()),
                String.join("", said.stream().map(Phrase::chinese).toList()));
    }

    private static List<Blend> of(Draft draft) {
        return Timelines.video(draft).segments().stream()
                .flatMap(segment -> segment.blend().stream())
                .toList();
    }

    private static boolean isMade(Blend blend, Edit edit) {
        return edit instanceof Transition transition
                ? blend.kind() == transition.kind() && blend.duration().equals(transition.duration())
                : edit instanceof SmoothJumpCuts
                        && blend.kind() == TransitionKind.CROSSFADE
                        && blend.duration().compareTo(Duration.ofMillis(AnalysisEdits.SOFT_MS)) <= 0;
    }

    private static Phrase gone(List<Blend> was, int gone) {
        if (was.size() == 1) {
            return Phrase.of(
                    "The %s of %s was removed.",
                    "%s转场（%s）已移除。",
                    kind(was.get(0).kind()),
                    Times.writeLength(was.get(0).duration()));
        }
        return gone == 1
                ? Phrase.of("One of the %s transitions was removed.", "%s 个转场中的 1 个已移除。", was.size())
                : gone == was.size()
                        ? Phrase.of("All %s transitions were removed.", "全部 %s 个转场都已移除。", was.size())
                        : Phrase.of(
                                "%2$s of the %1$s transitions were removed.", "%s 个转场中的 %s 个已移除。", was.size(), gone);
    }

    private static Phrase shorter(List<Blend> shorter) {
        String length = Times.writeLength(shorter.get(0).duration());
        return shorter.size() == 1
                ? Phrase.of("One transition was shortened with its clips: %s.", "片段变短，1 个转场缩短为 %s。", length)
                : Phrase.of("%s transitions were shortened with their clips.", "片段变短，%s 个转场也缩短了。", shorter.size());
    }

    /** Returns a transition's name for the middle of a sentence. */
    static Phrase kind(TransitionKind kind) {
        return switch (kind) {
            case CROSSFADE -> Phrase.of("crossfade", "叠化");
            case DIP_TO_BLACK -> Phrase.of("dip to black", "闪黑");
            case DIP_TO_WHITE -> Phrase.of("dip to white", "闪白");
            case WIPE -> Phrase.of("wipe", "划像");
            case SLIDE -> Phrase.of("slide", "滑动");
        };
    }
}

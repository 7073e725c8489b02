package io.retake.engine.timeline;

import io.retake.core.draft.Blend;
import io.retake.core.draft.Draft;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Targeted;
import io.retake.core.edit.arrange.Remove;
import io.retake.core.edit.arrange.SmoothJumpCuts;
import io.retake.core.edit.object.ChangeObject;
import io.retake.core.edit.picture.Transition;
import io.retake.core.edit.value.ObjectKind;
import io.retake.core.edit.value.Target;
import io.retake.core.edit.value.Times;
import io.retake.core.edit.value.TransitionKind;
import io.retake.engine.phrase.Phrase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reports side effects of an edit on transitions. */
public final class Transitions {
    /** The crossfade over a jump cut, in ms: long enough to soften it, short enough that nobody sees two pictures. */
    public static final long SOFT_MS = 200;

    private Transitions() {}

    /** Returns sentences, each beginning with a space in English; empty when no transition changed. */
    public static Phrase told(Draft before, Draft after, Edit edit) {
        if (isAbout(edit)) {
            return Phrase.NOTHING;
        }
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
        return said.isEmpty() ? Phrase.NOTHING : new Phrase(" ", "").and(Phrase.sentences(said));
    }

    /** Returns whether the answer to an edit says itself what becomes of transitions. */
    private static boolean isAbout(Edit edit) {
        return (edit instanceof Remove || edit instanceof ChangeObject) && isTransition(((Targeted) edit).on());
    }

    private static boolean isTransition(Target on) {
        return (on instanceof Target.Item item && item.kind() == ObjectKind.TRANSITION)
                || on.equals(new Target.Every(ObjectKind.TRANSITION))
                || on.equals(new Target.Last(ObjectKind.TRANSITION));
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
                        && blend.duration().compareTo(Duration.ofMillis(SOFT_MS)) <= 0;
    }

    private static Phrase gone(List<Blend> was, int gone) {
        if (was.size() == 1) {
            return Phrase.of(
                    "transition.removed",
                    kind(was.get(0).kind()),
                    Times.writeLength(was.get(0).duration()));
        }
        return gone == 1
                ? Phrase.of("transition.one-removed", was.size())
                : gone == was.size()
                        ? Phrase.of("transition.all-removed", was.size())
                        : Phrase.of("transition.some-removed", was.size(), gone);
    }

    private static Phrase shorter(List<Blend> shorter) {
        String length = Times.writeLength(shorter.get(0).duration());
        return shorter.size() == 1
                ? Phrase.of("transition.one-shortened", length)
                : Phrase.of("transition.some-shortened", shorter.size());
    }

    /** Returns a transition's name for the middle of a sentence. */
    public static Phrase kind(TransitionKind kind) {
        return switch (kind) {
            case CROSSFADE -> Phrase.of("transition.crossfade");
            case DIP_TO_BLACK -> Phrase.of("transition.dip-black");
            case DIP_TO_WHITE -> Phrase.of("transition.dip-white");
            case WIPE -> Phrase.of("transition.wipe");
            case SLIDE -> Phrase.of("transition.slide");
        };
    }
}

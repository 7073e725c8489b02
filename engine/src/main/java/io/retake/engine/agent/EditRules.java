package io.retake.engine.agent;

import static io.retake.engine.agent.EditRule.changing;
import static io.retake.engine.agent.EditRule.measured;
import static io.retake.engine.agent.EditRule.onFootage;
import static io.retake.engine.agent.EditRule.plain;

import io.retake.core.edit.Edit;
import io.retake.core.edit.arrange.Append;
import io.retake.core.edit.arrange.CutSilence;
import io.retake.core.edit.arrange.Freeze;
import io.retake.core.edit.arrange.Insert;
import io.retake.core.edit.arrange.Length;
import io.retake.core.edit.arrange.Remove;
import io.retake.core.edit.arrange.Reorder;
import io.retake.core.edit.arrange.Repeat;
import io.retake.core.edit.arrange.Reverse;
import io.retake.core.edit.arrange.SmoothJumpCuts;
import io.retake.core.edit.arrange.Speed;
import io.retake.core.edit.arrange.Split;
import io.retake.core.edit.arrange.Swap;
import io.retake.core.edit.arrange.Trim;
import io.retake.core.edit.picture.Aspect;
import io.retake.core.edit.picture.Captions;
import io.retake.core.edit.picture.Fps;
import io.retake.core.edit.picture.LowerThird;
import io.retake.core.edit.picture.Overlay;
import io.retake.core.edit.picture.Resize;
import io.retake.core.edit.picture.Title;
import io.retake.core.edit.picture.Transition;
import io.retake.core.edit.picture.Upscale;
import io.retake.core.edit.session.Checkpoint;
import io.retake.core.edit.session.Diagnose;
import io.retake.core.edit.session.FindScenes;
import io.retake.core.edit.session.Redo;
import io.retake.core.edit.session.Restore;
import io.retake.core.edit.session.Undo;
import io.retake.core.edit.sound.AutoSyncAudio;
import io.retake.core.edit.sound.Music;
import io.retake.core.edit.sound.Mute;
import io.retake.core.edit.sound.ReplaceAudio;
import io.retake.core.edit.sound.SyncAudio;
import io.retake.core.edit.sound.Volume;
import io.retake.engine.effect.EffectKinds;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rule of every edit, found by the edit's type: those of effects are in {@link EffectKinds}, the others are listed
 * here. A specification says which one is missing. Thread-safe.
 */
final class EditRules {
    private static final List<EditRule<?>> LISTED = List.of(
            new EditRule<>(Undo.class, (project, undo, measurements) -> History.undo(project, undo)),
            new EditRule<>(Redo.class, (project, redo, measurements) -> History.redo(project, redo)),
            new EditRule<>(Restore.class, (project, restore, measurements) -> History.restore(project, restore)),
            onFootage(Checkpoint.class, (project, mark, measurements) -> History.checkpoint(project, mark)),
            onFootage(Diagnose.class, TimelineEdits::diagnosed),
            plain(Trim.class, Cuts::trim),
            plain(Remove.class, Cuts::remove),
            plain(Speed.class, Cuts::speed),
            plain(Split.class, Clips::split),
            plain(Length.class, Clips::length),
            plain(Append.class, Clips::append),
            plain(Insert.class, Clips::insert),
            plain(Swap.class, Orders::swap),
            measured(Reorder.class, Measured::reorder),
            plain(Repeat.class, Orders::repeat),
            plain(Transition.class, Clips::transition),
            plain(Reverse.class, Turns::reverse),
            plain(Freeze.class, Turns::freeze),
            measured(FindScenes.class, (measured, find) -> measured.scenes()),
            measured(CutSilence.class, Measured::cutSilence),
            measured(SmoothJumpCuts.class, Measured::smooth),
            plain(Resize.class, Frames::resize),
            plain(Aspect.class, Frames::aspect),
            plain(Fps.class, Shapes::fps),
            measured(Upscale.class, Measured::upscale),
            plain(Overlay.class, Shapes::overlay),
            changing(
                    Title.class,
                    (project, title, measurements) ->
                            Titles.title(project, title).and(Undrawable.in(title.text(), measurements))),
            changing(
                    LowerThird.class,
                    (project, name, measurements) -> Titles.lowerThird(project, name)
                            .and(Undrawable.in(name.name() + name.role(), measurements))),
            measured(Captions.class, Measured::captions),
            plain(Mute.class, Levels::mute),
            plain(Volume.class, Levels::volume),
            plain(Music.class, MusicRule::music),
            plain(ReplaceAudio.class, Sounds::replace),
            measured(AutoSyncAudio.class, Measured::sync),
            measured(SyncAudio.class, Measured::moved));

    private static final Map<Class<?>, EditRule<?>> BY_TYPE = Stream.concat(
                    LISTED.stream(), EffectKinds.edits().stream().map(EffectRule::of))
            .collect(Collectors.toUnmodifiableMap(EditRule::edit, Function.identity(), (listed, effect) -> listed));

    private EditRules() {}

    /** Returns the rule of an edit. */
    static EditRule<?> of(Edit edit) {
        EditRule<?> rule = BY_TYPE.get(edit.getClass());
        if (rule == null) {
            throw new IllegalStateException("EditRules doesn't list a rule for " + edit.getClass());
        }
        return rule;
    }

    /** Whether there is a rule for a type of edit. */
    static boolean has(Class<?> edit) {
        return BY_TYPE.containsKey(edit);
    }
}

package io.retake.engine.edit;

import static io.retake.engine.edit.EditRule.changing;
import static io.retake.engine.edit.EditRule.measured;
import static io.retake.engine.edit.EditRule.onFootage;
import static io.retake.engine.edit.EditRule.placing;
import static io.retake.engine.edit.EditRule.plain;

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
            new EditRule<>(Undo.class, (project, undo, measurements) -> VersionEdits.undo(project, undo)),
            new EditRule<>(Redo.class, (project, redo, measurements) -> VersionEdits.redo(project, redo)),
            new EditRule<>(Restore.class, (project, restore, measurements) -> VersionEdits.restore(project, restore)),
            onFootage(Checkpoint.class, (project, mark, measurements) -> VersionEdits.checkpoint(project, mark)),
            onFootage(Diagnose.class, TimelineEdits::diagnosed),
            plain(Trim.class, CutEdits::trim),
            plain(Remove.class, CutEdits::remove),
            plain(Speed.class, CutEdits::speed),
            plain(Split.class, ClipEdits::split),
            plain(Length.class, ClipEdits::length),
            placing(Append.class, FootageEdits::append),
            placing(Insert.class, FootageEdits::insert),
            plain(Swap.class, OrderEdits::swap),
            measured(Reorder.class, AnalysisEdits::reorder),
            plain(Repeat.class, OrderEdits::repeat),
            plain(Transition.class, ClipEdits::transition),
            plain(Reverse.class, ReverseEdits::reverse),
            plain(Freeze.class, ReverseEdits::freeze),
            measured(FindScenes.class, (measured, find) -> measured.scenes()),
            measured(CutSilence.class, AnalysisEdits::cutSilence),
            measured(SmoothJumpCuts.class, AnalysisEdits::smooth),
            plain(Resize.class, CanvasEdits::resize),
            plain(Aspect.class, CanvasEdits::aspect),
            plain(Fps.class, OverlayEdits::fps),
            measured(Upscale.class, AnalysisEdits::upscale),
            plain(Overlay.class, OverlayEdits::overlay),
            changing(
                    Title.class,
                    (project, title, measurements) ->
                            TitleEdits.title(project, title).and(UndrawableText.in(title.text(), measurements))),
            changing(
                    LowerThird.class,
                    (project, name, measurements) -> TitleEdits.lowerThird(project, name)
                            .and(UndrawableText.in(name.name() + name.role(), measurements))),
            measured(Captions.class, AnalysisEdits::captions),
            plain(Mute.class, LevelEdits::mute),
            plain(Volume.class, LevelEdits::volume),
            plain(Music.class, MusicRule::music),
            plain(ReplaceAudio.class, SoundEdits::replace),
            measured(AutoSyncAudio.class, AnalysisEdits::sync),
            measured(SyncAudio.class, AnalysisEdits::moved));

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

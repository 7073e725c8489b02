package io.retake.engine.agent;

import io.retake.core.edit.Edit;
import io.retake.core.edit.Targeted;
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
import io.retake.core.edit.picture.AutoColor;
import io.retake.core.edit.picture.Captions;
import io.retake.core.edit.picture.Color;
import io.retake.core.edit.picture.Crop;
import io.retake.core.edit.picture.Deinterlace;
import io.retake.core.edit.picture.Denoise;
import io.retake.core.edit.picture.Fade;
import io.retake.core.edit.picture.Flip;
import io.retake.core.edit.picture.Fps;
import io.retake.core.edit.picture.Grayscale;
import io.retake.core.edit.picture.LowerThird;
import io.retake.core.edit.picture.Overlay;
import io.retake.core.edit.picture.Resize;
import io.retake.core.edit.picture.Rotate;
import io.retake.core.edit.picture.Sharpen;
import io.retake.core.edit.picture.Stabilize;
import io.retake.core.edit.picture.Title;
import io.retake.core.edit.picture.Transition;
import io.retake.core.edit.picture.Upscale;
import io.retake.core.edit.picture.Zoom;
import io.retake.core.edit.session.Checkpoint;
import io.retake.core.edit.session.Diagnose;
import io.retake.core.edit.session.FindScenes;
import io.retake.core.edit.session.Redo;
import io.retake.core.edit.session.Restore;
import io.retake.core.edit.session.Undo;
import io.retake.core.edit.sound.AutoSyncAudio;
import io.retake.core.edit.sound.DenoiseAudio;
import io.retake.core.edit.sound.FadeAudio;
import io.retake.core.edit.sound.Loudness;
import io.retake.core.edit.sound.Music;
import io.retake.core.edit.sound.Mute;
import io.retake.core.edit.sound.ReplaceAudio;
import io.retake.core.edit.sound.SyncAudio;
import io.retake.core.edit.sound.Volume;
import io.retake.core.edit.value.Order;
import io.retake.core.edit.value.Target;
import io.retake.core.vocabulary.Vocabulary;
import io.retake.engine.agent.read.Phrase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** What every edit does to a project. Pure: the same project and edit always give the same outcome. Thread-safe. */
final class Applier {
    private static final Map<Class<? extends Edit>, BiFunction<Project, Edit, Result>> RULES = new HashMap<>();

    static {
        rule(Trim.class, Cuts::trim);
        rule(Remove.class, Cuts::remove);
        rule(Speed.class, Cuts::speed);
        rule(Resize.class, Frames::resize);
        rule(Aspect.class, Frames::aspect);
        rule(AutoColor.class, Looks::auto);
        rule(Color.class, Looks::grade);
        rule(Grayscale.class, Looks::grayscale);
        rule(Fade.class, Fades::fade);
        rule(Title.class, Titles::title);
        rule(Mute.class, Levels::mute);
        rule(Volume.class, Levels::volume);
        rule(Music.class, MusicRule::music);
        rule(Split.class, Clips::split);
        rule(Length.class, Clips::length);
        rule(Append.class, Clips::append);
        rule(Insert.class, Clips::insert);
        rule(Swap.class, Orders::swap);
        rule(Reorder.class, Orders::reorder);
        rule(Repeat.class, Orders::repeat);
        rule(Transition.class, Clips::transition);
        rule(Reverse.class, Turns::reverse);
        rule(Freeze.class, Turns::freeze);
        rule(Crop.class, Shapes::crop);
        rule(Rotate.class, Shapes::rotate);
        rule(Flip.class, Shapes::flip);
        rule(Zoom.class, Shapes::zoom);
        rule(Fps.class, Shapes::fps);
        rule(Overlay.class, Shapes::overlay);
        rule(Denoise.class, Repairs::denoise);
        rule(Sharpen.class, Repairs::sharpen);
        rule(Deinterlace.class, Repairs::deinterlace);
        rule(Stabilize.class, Repairs::stabilize);
        rule(DenoiseAudio.class, Repairs::denoiseAudio);
        rule(LowerThird.class, Titles::lowerThird);
        rule(FadeAudio.class, Fades::sound);
        rule(Loudness.class, Sounds::loudness);
        rule(ReplaceAudio.class, Sounds::replace);
        rule(SyncAudio.class, Sounds::sync);
    }

    private Applier() {}

    private static <E extends Edit> void rule(Class<E> type, BiFunction<Project, E, Result> rule) {
        RULES.put(type, (project, edit) -> rule.apply(project, type.cast(edit)));
    }

    /** One step of history for an edit that was done; none for any other outcome. */
    static Outcome apply(Project project, Edit edit) {
        return apply(project, edit, Measurements.NONE);
    }

    /** The same, with what can be measured. */
    static Outcome apply(Project project, Edit edit, Measurements measurements) {
        try {
            if (edit instanceof Undo undo) {
                return History.undo(project, undo);
            }
            if (edit instanceof Redo redo) {
                return History.redo(project, redo);
            }
            if (edit instanceof Restore restore) {
                return History.restore(project, restore);
            }
            requireFootage(project);
            TimelineRules.requireKept(project.draft());
            if (edit instanceof Checkpoint checkpoint) {
                return History.checkpoint(project, checkpoint);
            }
            if (edit instanceof Diagnose diagnose) {
                return diagnosed(project, diagnose, measurements);
            }
            Result result = namesScenes(edit)
                            && Scenes.last(Timelines.video(project.draft()).segments()) == 0
                    ? afterFinding(project, edit, measurements)
                    : result(project, edit, new Measured(project, measurements));
            if (result.isUnchangedFrom(project.draft())) {
                return new Outcome.Unchanged(project, result.phrase());
            }
            TimelineRules.requireKeptBy(result.draft());
            Phrase told =
                    Phrase.of("%s%s", "%s%s", result.phrase(), Transitions.told(project.draft(), result.draft(), edit));
            return new Outcome.Done(project.commit(result.draft()), warned(told, edit, measurements));
        } catch (Impossible e) {
            return new Outcome.Refused(project, e.phrase());
        }
    }

    private static boolean namesScenes(Edit edit) {
        boolean target = edit instanceof Targeted targeted && targeted.on() instanceof Target.Scene;
        return target
                || (edit instanceof Swap swap && swap.first() instanceof Target.Scene)
                || (edit instanceof Reorder reorder && isOfScenes(reorder.order()));
    }

    private static boolean isOfScenes(Order order) {
        return order instanceof Order.Scenes
                || (order instanceof Order.Moved moved && moved.piece() instanceof Target.Scene);
    }

    private static Outcome diagnosed(Project project, Diagnose edit, Measurements measurements) {
        if (!namesScenes(edit) || Scenes.last(Timelines.video(project.draft()).segments()) > 0) {
            return new Measured(project, measurements).diagnose(edit);
        }
        Project numbered =
                project.commit(new Measured(project, measurements).scenes().draft());
        Outcome told = new Measured(numbered, measurements).diagnose(edit);
        return new Outcome.Done(told.project(), told.phrase());
    }

    /** A scene is spoken of before any were looked for. */
    private static Result afterFinding(Project project, Edit edit, Measurements measurements) {
        Result found = new Measured(project, measurements).scenes();
        Project numbered = project.amend(found.draft());
        Result result = result(numbered, edit, new Measured(numbered, measurements));
        return new Result(result.draft(), Phrase.join(List.of(found.phrase(), result.phrase())));
    }

    private static Phrase warned(Phrase phrase, Edit edit, Measurements measurements) {
        String text = edit instanceof Title title
                ? title.text()
                : edit instanceof LowerThird name ? name.name() + name.role() : "";
        return Phrase.of("%s%s", "%s%s", phrase, Undrawable.in(text, measurements));
    }

    private static Result result(Project project, Edit edit, Measured measured) {
        if (edit instanceof Captions captions) {
            return measured.captions(captions);
        }
        if (edit instanceof CutSilence silence) {
            return measured.cutSilence(silence);
        }
        if (edit instanceof Upscale upscale) {
            return measured.upscale(upscale);
        }
        if (edit instanceof FindScenes) {
            return measured.scenes();
        }
        if (edit instanceof AutoSyncAudio sync) {
            return measured.sync(sync);
        }
        if (edit instanceof SmoothJumpCuts jumps) {
            return measured.smooth(jumps);
        }
        if (edit instanceof SyncAudio sync && !sync.reference().isBlank()) {
            return measured.match(sync);
        }
        boolean loudness = edit instanceof Reorder reorder
                && reorder.order() instanceof Order.By by
                && (by.rule() == Order.Rule.QUIETEST_FIRST || by.rule() == Order.Rule.LOUDEST_FIRST);
        if (loudness) {
            return measured.byLoudness(((Order.By) ((Reorder) edit).order()).rule());
        }
        BiFunction<Project, Edit, Result> rule = RULES.get(edit.getClass());
        if (rule == null) {
            throw Impossible.of(
                    "%s can't be done here.", "这里做不了“%s”。", Vocabulary.of(edit).name());
        }
        return rule.apply(project, edit);
    }

    private static void requireFootage(Project project) {
        if (Timelines.lengthMs(project.draft()) == 0) {
            throw Impossible.of(
                    "There is nothing on the timeline yet. Upload a video or an image first.", "时间线上还没有内容。请先上传视频或图片。");
        }
    }
}

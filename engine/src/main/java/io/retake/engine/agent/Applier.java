package io.retake.engine.agent;

import io.retake.core.edit.Aspect;
import io.retake.core.edit.AutoColor;
import io.retake.core.edit.Color;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Fade;
import io.retake.core.edit.Grayscale;
import io.retake.core.edit.Music;
import io.retake.core.edit.Mute;
import io.retake.core.edit.Remove;
import io.retake.core.edit.Resize;
import io.retake.core.edit.Speed;
import io.retake.core.edit.Title;
import io.retake.core.edit.Trim;
import io.retake.core.edit.Undo;
import io.retake.core.edit.Upscale;
import io.retake.core.edit.Volume;
import io.retake.engine.agent.read.Phrase;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** What every edit does to a project. Pure: the same project and edit always give the same outcome. Thread-safe. */
final class Applier {
    private static final Map<Class<? extends Edit>, BiFunction<Project, Edit, Result>> RULES = new HashMap<>();

    static {
        rule(Trim.class, Cuts::trim);
        rule(Remove.class, Cuts::remove);
        rule(Speed.class, Cuts::speed);
        rule(Upscale.class, Frames::upscale);
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
    }

    private Applier() {}

    private static <E extends Edit> void rule(Class<E> type, BiFunction<Project, E, Result> rule) {
        RULES.put(type, (project, edit) -> rule.apply(project, type.cast(edit)));
    }

    /** One step of history for an edit that was done; none for any other outcome. */
    static Outcome apply(Project project, Edit edit) {
        try {
            if (edit instanceof Undo undo) {
                return undo(project, undo);
            }
            requireFootage(project);
            BiFunction<Project, Edit, Result> rule = RULES.get(edit.getClass());
            if (rule == null) {
                throw new IllegalStateException("no rule for " + edit.getClass());
            }
            Result result = rule.apply(project, edit);
            return result.isUnchangedFrom(project.draft())
                    ? new Outcome.Unchanged(project, result.phrase())
                    : new Outcome.Done(project.commit(result.draft()), result.phrase());
        } catch (Impossible e) {
            return new Outcome.Refused(project, e.phrase());
        }
    }

    private static void requireFootage(Project project) {
        if (Timelines.lengthMs(project.draft()) == 0) {
            throw Impossible.of(
                    "There is nothing on the timeline yet. Upload a video or an image first.", "时间线上还没有内容。请先上传视频或图片。");
        }
    }

    private static Outcome undo(Project project, Undo undo) {
        int possible = project.past().size();
        if (possible == 0) {
            throw Impossible.of("There is no change to take back yet.", "还没有可以撤销的修改。");
        }
        if (undo.steps() > possible) {
            throw Impossible.of(
                    "%s changes can't be taken back: there are only %s. Say undo %s to take back all of them.",
                    "无法撤销 %s 步：一共只有 %s 步修改。要全部撤销，请说“撤销 %s 步”。", undo.steps(), possible, possible);
        }
        return new Outcome.Done(
                project.undo(undo.steps()),
                undo.steps() == 1
                        ? Phrase.of("Took back the last change.", "撤销了上一步修改。")
                        : Phrase.of("Took back the last %s changes.", "撤销了最近 %s 步修改。", undo.steps()));
    }
}

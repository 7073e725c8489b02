package io.retake.engine.agent;

import io.retake.core.draft.Draft;
import io.retake.core.draft.Effect;
import io.retake.core.edit.picture.Deinterlace;
import io.retake.core.edit.picture.Denoise;
import io.retake.core.edit.picture.Sharpen;
import io.retake.core.edit.picture.Stabilize;
import io.retake.core.edit.sound.DenoiseAudio;
import io.retake.core.edit.value.Strength;
import io.retake.core.edit.value.Target;
import io.retake.engine.agent.read.Phrase;

/** Edits that mend the footage: its noise, its edges, its fields, its camera. */
final class Repairs {
    private Repairs() {}

    static Result denoise(Project project, Denoise edit) {
        return set(
                project,
                edit.on(),
                new Effect.Denoise(edit.strength()),
                Phrase.of("Takes noise out of the picture (%s).", "画面已降噪（%s）。", strength(edit.strength())));
    }

    static Result sharpen(Project project, Sharpen edit) {
        return set(
                project,
                edit.on(),
                new Effect.Sharpen(edit.strength()),
                Phrase.of("Makes edges crisper (%s).", "画面已锐化（%s）。", strength(edit.strength())));
    }

    static Result deinterlace(Project project, Deinterlace edit) {
        return set(
                project,
                edit.on(),
                new Effect.Deinterlace(),
                Phrase.of("Makes whole frames out of the fields.", "已去除隔行扫描。"));
    }

    static Result stabilize(Project project, Stabilize edit) {
        return set(
                project,
                edit.on(),
                new Effect.Stabilize(edit.strength()),
                Phrase.of("Steadies the camera on export (%s).", "导出时会稳定画面（%s）。", strength(edit.strength())));
    }

    static Result denoiseAudio(Project project, DenoiseAudio edit) {
        return set(
                project,
                edit.on(),
                new Effect.DenoiseAudio(edit.strength()),
                Phrase.of("Takes noise out of the sound (%s).", "声音已降噪（%s）。", strength(edit.strength())));
    }

    private static Result set(Project project, Target on, Effect effect, Phrase done) {
        Draft draft = project.draft();
        Draft next = Effects.on(draft, on, effects -> Effects.replaced(effects, effect));
        return next.equals(draft) ? Result.of(draft, "That is done already.", "已经这样处理过了。") : new Result(next, done);
    }

    private static Phrase strength(Strength strength) {
        return switch (strength) {
            case LIGHT -> Phrase.of("light", "轻");
            case MEDIUM -> Phrase.of("medium", "中");
            case STRONG -> Phrase.of("strong", "强");
        };
    }
}

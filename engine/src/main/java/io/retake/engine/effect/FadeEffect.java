package io.retake.engine.effect;

import io.retake.core.draft.Effect;
import io.retake.core.edit.picture.Fade;
import io.retake.engine.effect.kind.EffectEdit;
import io.retake.engine.effect.kind.PictureEffect;
import io.retake.engine.effect.kind.Stage;
import io.retake.engine.effect.target.EffectLayer;
import io.retake.engine.effect.target.EffectTarget;
import io.retake.engine.effect.target.FadeLengths;
import io.retake.engine.effect.target.Portion;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.PictureStretch;
import io.retake.engine.phrase.Phrase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fades picture and sound in from black and out to black. */
final class FadeEffect implements PictureEffect<Effect.FadeFx>, EffectEdit<Fade> {
    @Override
    public Class<Effect.FadeFx> type() {
        return Effect.FadeFx.class;
    }

    @Override
    public Stage stage() {
        return Stage.ANY;
    }

    @Override
    public boolean isCounted() {
        return true;
    }

    @Override
    public List<Filter> filters(Effect.FadeFx fade, PictureStretch on) {
        return on.isStill() ? atTimes(fade, on) : atFrames(fade, on);
    }

    private static List<Filter> atFrames(Effect.FadeFx fade, PictureStretch on) {
        boolean begins = on.before() == 0;
        boolean ends = on.before() + on.shown() == on.frames();
        long head = begins ? Math.min(on.frame(fade.in()), on.shown()) : 0;
        long tail = ends ? Math.min(on.frame(fade.out()), on.shown()) : 0;
        List<Filter> filters = new ArrayList<>();
        if (head > 0) {
            filters.add(Filter.of("fade").with("t", "in").with("s", 0).with("n", head));
        }
        if (tail > 0) {
            filters.add(Filter.of("fade")
                    .with("t", "out")
                    .with("s", on.shown() - tail)
                    .with("n", tail));
        }
        return filters;
    }

    /** Fades by time instead of frame count: a still has one frame, at its own time. */
    private static List<Filter> atTimes(Effect.FadeFx fade, PictureStretch on) {
        long head = Math.min(on.frame(fade.in()), on.frames());
        long tail = Math.min(on.frame(fade.out()), on.frames());
        List<Filter> filters = new ArrayList<>();
        if (head > 0) {
            filters.add(Filter.of("fade").with("t", "in").with("st", 0).with("d", on.seconds(head)));
        }
        if (tail > 0) {
            filters.add(Filter.of("fade")
                    .with("t", "out")
                    .with("st", on.seconds(on.frames() - tail))
                    .with("d", on.seconds(tail)));
        }
        return filters;
    }

    @Override
    public Duration soundIn(Effect.FadeFx fade) {
        return fade.in();
    }

    @Override
    public Duration soundOut(Effect.FadeFx fade) {
        return fade.out();
    }

    @Override
    public Optional<Effect> backwards(Effect.FadeFx fade) {
        return Optional.of(new Effect.FadeFx(fade.out(), fade.in()));
    }

    @Override
    public Optional<Effect> held(Effect.FadeFx fade, boolean first) {
        return Optional.empty();
    }

    @Override
    public Effect part(Effect.FadeFx fade, double share, boolean head) {
        return fade.cutOff(!head, head);
    }

    @Override
    public Optional<Effect> within(Effect.FadeFx fade, Duration length) {
        FadeLengths lengths = new FadeLengths(fade.in(), fade.out()).within(length);
        return lengths.isNone() ? Optional.empty() : Optional.of(new Effect.FadeFx(lengths.in(), lengths.out()));
    }

    @Override
    public Class<Fade> edit() {
        return Fade.class;
    }

    @Override
    public EffectLayer layer(Fade edit) {
        return EffectLayer.isWhole(edit.on()) ? EffectLayer.TIMELINE : EffectLayer.CLIPS;
    }

    @Override
    public void require(Fade edit, EffectTarget on) {
        new FadeLengths(edit.in(), edit.out()).requireRoom(on);
    }

    @Override
    public List<Effect> changed(Fade edit, List<Effect> effects, Portion portion, EffectTarget on) {
        FadeLengths lengths = new FadeLengths(edit.in(), edit.out());
        for (Effect effect : effects) {
            if (effect instanceof Effect.FadeFx earlier) {
                lengths = lengths.or(earlier.in(), earlier.out());
            }
        }
        List<Effect> next = new ArrayList<>(EffectList.without(effects, Effect.FadeFx.class));
        next.add(new Effect.FadeFx(lengths.in(), lengths.out()));
        return next;
    }

    @Override
    public Phrase done(Fade edit, EffectTarget on) {
        return new FadeLengths(edit.in(), edit.out()).words();
    }

    @Override
    public Optional<Phrase> already(Fade edit) {
        return Optional.of(Phrase.of("fade.same"));
    }
}

package io.retake.engine.measure;

import io.retake.core.edit.AutoSyncAudio;
import io.retake.core.edit.CutSilence;
import io.retake.core.edit.Deinterlace;
import io.retake.core.edit.Denoise;
import io.retake.core.edit.Edit;
import io.retake.core.edit.Fps;
import io.retake.core.edit.FrameRate;
import io.retake.core.edit.FrameSize;
import io.retake.core.edit.Loudness;
import io.retake.core.edit.Lufs;
import io.retake.core.edit.SmoothJumpCuts;
import io.retake.core.edit.Stabilize;
import io.retake.core.edit.Strength;
import io.retake.core.edit.Target;
import io.retake.core.edit.Upscale;
import io.retake.engine.measure.Finding.What;
import io.retake.engine.media.VideoInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Turns figures into findings. Each figure comes with the limit from which a person sees or hears it. */
final class Doctor {
    private static final Target ALL = new Target.Everything();
    private static final double SHAKY = 0.008;
    private static final double VERY_SHAKY = 0.02;
    private static final double NOISY = 4;
    private static final double VERY_NOISY = 9;
    private static final int SMALL = 720;
    private static final Duration LONG_PAUSE = Duration.ofSeconds(1);

    private final List<Finding> findings = new ArrayList<>();

    Diagnosis diagnosis() {
        findings.sort((a, b) -> a.what().compareTo(b.what()));
        return new Diagnosis(findings);
    }

    void sync(SyncRepair repair) {
        if (!repair.earlier().isZero()) {
            String how = repair.earlier().isNegative() ? "earlier" : "later";
            tell(
                    What.SYNC,
                    "The sound begins %d ms %s than the picture.",
                    List.of(new AutoSyncAudio(ALL)),
                    repair.earlier().abs().toMillis(),
                    how);
        }
        if (repair.stretch() != 1) {
            tell(
                    What.DRIFT,
                    "The sound is %.2f %% %s than the picture and drifts.",
                    List.of(new AutoSyncAudio(ALL)),
                    Math.abs(repair.stretch() - 1) * 100,
                    repair.stretch() > 1 ? "shorter" : "longer");
        }
    }

    void cuts(List<Cut> cuts) {
        List<Cut> jumps = cuts.stream().filter(Cut::insideShot).toList();
        if (!jumps.isEmpty()) {
            tell(
                    What.JUMP_CUTS,
                    jumps.size() == 1
                            ? "There is a jump cut at %2$.2f s."
                            : "There are %1$d jump cuts, the first at %2$.2f s.",
                    List.of(new SmoothJumpCuts(ALL)),
                    jumps.size(),
                    Seconds.of(jumps.get(0).at()));
        }
    }

    void shake(double shake) {
        if (shake > SHAKY) {
            tell(
                    What.SHAKE,
                    "The camera shakes by %.1f %% of the picture's width.",
                    List.of(new Stabilize(shake > VERY_SHAKY ? Strength.STRONG : Strength.MEDIUM, ALL)),
                    shake * 100);
        }
    }

    void tags(VideoInfo video) {
        if (video.variable()) {
            double rate = video.frameRate().snappedRate().value();
            tell(
                    What.VARIABLE_FRAME_RATE,
                    "Its frames come at uneven times, %.2f a second on average.",
                    List.of(new Fps(new FrameRate(Math.max(1, Math.min(120, Math.round(rate)))))),
                    video.frameRate().value());
        }
        matrix(video);
        if (video.rotation() != 0) {
            tell(
                    What.ROTATION,
                    "It is stored turned by %d degrees, which every export puts upright.",
                    List.of(),
                    video.rotation());
        }
        if (Math.min(video.width(), video.height()) < SMALL) {
            tell(
                    What.LOW_RESOLUTION,
                    "The picture is small: %dx%d.",
                    List.of(new Upscale(new FrameSize.Lines(1080))),
                    video.width(),
                    video.height());
        }
    }

    /** An export reads what the tags say, takes the usual for the size where they say nothing, and writes right ones. */
    private void matrix(VideoInfo video) {
        String matrix = video.color().matrix().orElse("");
        boolean large = video.codedHeight() >= SMALL;
        if (matrix.isEmpty()) {
            tell(
                    What.COLOR_MATRIX,
                    "It doesn't say its colour matrix; players guess %s from its size, and an export says it.",
                    List.of(),
                    large ? "BT.709" : "BT.601");
        } else if (large && Arrays.asList("smpte170m", "bt470bg", "fcc").contains(matrix)) {
            tell(
                    What.COLOR_MATRIX,
                    "It says the colour matrix of SD (%s) at %d lines; if greens and reds look wrong, correct its colours.",
                    List.of(),
                    matrix,
                    video.codedHeight());
        }
    }

    /** Sharp still edges look like fields too, so a file that doesn't say it must show it in nearly every frame. */
    void state(PictureState state, boolean saysInterlaced) {
        if (state.interlaced() > (saysInterlaced ? 0.3 : 0.92)) {
            tell(
                    What.INTERLACED,
                    "%.0f %% of its frames are interlaced.",
                    List.of(new Deinterlace(ALL)),
                    state.interlaced() * 100);
        }
        if (state.noise() > NOISY) {
            tell(
                    What.NOISE,
                    "The picture is noisy (%.1f of 255).",
                    List.of(new Denoise(state.noise() > VERY_NOISY ? Strength.STRONG : Strength.MEDIUM, ALL)),
                    state.noise());
        }
    }

    void loudness(LoudnessFigures figures) {
        if (figures.integrated() <= -69) {
            return; // silence is told by the pauses
        }
        if (figures.clips()) {
            tell(
                    What.CLIPPING,
                    "The sound was recorded too loud: %d samples are cut off. What is lost stays lost.",
                    List.of(),
                    figures.clipped());
        }
        if (figures.integrated() < -24 || figures.integrated() > -9) {
            tell(
                    What.LOUDNESS,
                    "The sound is %s: %.1f LUFS.",
                    List.of(new Loudness(new Lufs(-14))),
                    figures.integrated() < -24 ? "quiet" : "very loud",
                    figures.integrated());
        }
    }

    void pauses(SoundLevels levels) {
        List<Span> pauses = levels.pauses(LONG_PAUSE);
        Duration silent = pauses.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
        if (levels.threshold() >= 0) {
            tell(What.SILENCE, "There is a sound track, but nothing to hear on it.", List.of());
        } else if (!pauses.isEmpty()) {
            tell(
                    What.SILENCE,
                    pauses.size() == 1
                            ? "There is a pause of %2$.1f s."
                            : "There are %1$d pauses of a second and more, %2$.1f s in all.",
                    List.of(new CutSilence(LONG_PAUSE, ALL)),
                    pauses.size(),
                    Seconds.of(silent));
        }
    }

    @SuppressWarnings("AnnotateFormatMethod") // one and many are two patterns: no caller has a constant
    private void tell(What what, String sentence, List<Edit> remedies, Object... figures) {
        findings.add(new Finding(what, String.format(Locale.ROOT, sentence, figures), remedies));
    }
}

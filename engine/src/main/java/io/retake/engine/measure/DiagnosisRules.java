package io.retake.engine.measure;

import io.retake.core.edit.Edit;
import io.retake.core.edit.arrange.CutSilence;
import io.retake.core.edit.arrange.SmoothJumpCuts;
import io.retake.core.edit.picture.Deinterlace;
import io.retake.core.edit.picture.Denoise;
import io.retake.core.edit.picture.Fps;
import io.retake.core.edit.picture.Stabilize;
import io.retake.core.edit.picture.Upscale;
import io.retake.core.edit.sound.AutoSyncAudio;
import io.retake.core.edit.sound.Loudness;
import io.retake.core.edit.value.FrameRate;
import io.retake.core.edit.value.FrameSize;
import io.retake.core.edit.value.Lufs;
import io.retake.core.edit.value.Strength;
import io.retake.core.edit.value.Target;
import io.retake.engine.measure.Finding.What;
import io.retake.engine.media.VideoInfo;
import io.retake.engine.phrase.Phrase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns figures into findings. Each figure comes with the limit from which viewers see or hear it. */
final class DiagnosisRules {
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

    void add(List<Finding> more) {
        findings.addAll(more);
    }

    void sync(SyncRepair repair) {
        if (!repair.earlier().isZero()) {
            Phrase how = repair.earlier().isNegative() ? Phrase.of("diagnosis.earlier") : Phrase.of("diagnosis.later");
            tell(
                    What.SYNC,
                    "diagnosis.sound-offset",
                    List.of(new AutoSyncAudio(ALL)),
                    repair.earlier().abs().toMillis(),
                    how);
        }
        if (repair.stretch() != 1) {
            tell(
                    What.DRIFT,
                    "diagnosis.sound-drift",
                    List.of(new AutoSyncAudio(ALL)),
                    Math.abs(repair.stretch() - 1) * 100,
                    repair.stretch() > 1 ? Phrase.of("diagnosis.shorter") : Phrase.of("diagnosis.longer"));
        }
    }

    void cuts(List<Cut> cuts) {
        List<Cut> jumps = cuts.stream().filter(Cut::insideShot).toList();
        if (!jumps.isEmpty()) {
            tell(
                    What.JUMP_CUTS,
                    jumps.size() == 1 ? "diagnosis.one-jump-cut" : "diagnosis.jump-cuts",
                    List.of(new SmoothJumpCuts(ALL)),
                    jumps.size(),
                    Seconds.of(jumps.get(0).at()));
        }
    }

    void shake(double shake) {
        if (shake > SHAKY) {
            tell(
                    What.SHAKE,
                    "diagnosis.shake",
                    List.of(new Stabilize(shake > VERY_SHAKY ? Strength.STRONG : Strength.MEDIUM, ALL)),
                    shake * 100);
        }
    }

    void tags(VideoInfo video) {
        if (video.variable()) {
            double rate = video.frameRate().snappedRate().value();
            tell(
                    What.VARIABLE_FRAME_RATE,
                    "diagnosis.uneven-frames",
                    List.of(new Fps(new FrameRate(Math.max(1, Math.min(120, Math.round(rate)))))),
                    video.frameRate().value());
        }
        matrix(video);
        if (video.rotation() != 0) {
            tell(What.ROTATION, "diagnosis.stored-rotated", List.of(), video.rotation());
        }
        if (Math.min(video.width(), video.height()) < SMALL) {
            tell(
                    What.LOW_RESOLUTION,
                    "diagnosis.small",
                    List.of(new Upscale(new FrameSize.Lines(1080))),
                    video.width(),
                    video.height());
        }
    }

    /**
     * An export reads what the tags say, takes the usual for the size where they say nothing, and writes right ones.
     */
    private void matrix(VideoInfo video) {
        String matrix = video.color().matrix().orElse("");
        boolean large = video.codedHeight() >= SMALL;
        if (matrix.isEmpty()) {
            tell(What.COLOR_MATRIX, "diagnosis.no-color-matrix", List.of(), large ? "BT.709" : "BT.601");
        } else if (large && Arrays.asList("smpte170m", "bt470bg", "fcc").contains(matrix)) {
            tell(What.COLOR_MATRIX, "diagnosis.odd-color-matrix", List.of(), matrix, video.codedHeight());
        }
    }

    /** Sharp still edges look like fields too, so a file that doesn't say it must show it in nearly every frame. */
    void state(PictureState state, boolean saysInterlaced) {
        if (state.interlaced() > (saysInterlaced ? 0.3 : 0.92)) {
            tell(What.INTERLACED, "diagnosis.interlaced", List.of(new Deinterlace(ALL)), state.interlaced() * 100);
        }
        if (state.noise() > NOISY) {
            tell(
                    What.NOISE,
                    "diagnosis.noisy",
                    List.of(new Denoise(state.noise() > VERY_NOISY ? Strength.STRONG : Strength.MEDIUM, ALL)),
                    state.noise());
        }
    }

    void loudness(LoudnessFigures figures) {
        if (figures.integrated() <= -69) {
            return; // silence is reported with the pauses
        }
        if (figures.clips()) {
            tell(What.CLIPPING, "diagnosis.clipped-sound", List.of(), figures.clipped());
        }
        if (figures.integrated() < -24 || figures.integrated() > -9) {
            tell(
                    What.LOUDNESS,
                    "diagnosis.loudness",
                    List.of(new Loudness(new Lufs(-14))),
                    figures.integrated() < -24 ? Phrase.of("diagnosis.quiet") : Phrase.of("diagnosis.very-loud"),
                    figures.integrated());
        }
    }

    void pauses(SoundLevels levels) {
        List<TimeSpan> pauses = levels.pauses(LONG_PAUSE);
        Duration silent = pauses.stream().map(TimeSpan::length).reduce(Duration.ZERO, Duration::plus);
        if (levels.threshold() >= 0) {
            tell(What.SILENCE, "diagnosis.silent-track", List.of());
        } else if (!pauses.isEmpty()) {
            tell(
                    What.SILENCE,
                    pauses.size() == 1 ? "diagnosis.one-pause" : "diagnosis.pauses",
                    List.of(new CutSilence(LONG_PAUSE, ALL)),
                    pauses.size(),
                    Seconds.of(silent));
        }
    }

    private void tell(What what, String sentence, List<Edit> remedies, Object... figures) {
        findings.add(new Finding(what, Phrase.of(sentence, figures), remedies));
    }
}

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
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

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
            Words how = repair.earlier().isNegative() ? new Words("earlier", "早") : new Words("later", "晚");
            tell(
                    What.SYNC,
                    new Words("The sound begins %d ms %s than the picture.", "声音比画面%2$s %1$d 毫秒。"),
                    List.of(new AutoSyncAudio(ALL)),
                    repair.earlier().abs().toMillis(),
                    how);
        }
        if (repair.stretch() != 1) {
            tell(
                    What.DRIFT,
                    new Words("The sound is %.2f %% %s than the picture and drifts.", "声音比画面%2$s %1$.2f %%，会逐渐不同步。"),
                    List.of(new AutoSyncAudio(ALL)),
                    Math.abs(repair.stretch() - 1) * 100,
                    repair.stretch() > 1 ? new Words("shorter", "短") : new Words("longer", "长"));
        }
    }

    void cuts(List<Cut> cuts) {
        List<Cut> jumps = cuts.stream().filter(Cut::insideShot).toList();
        if (!jumps.isEmpty()) {
            tell(
                    What.JUMP_CUTS,
                    jumps.size() == 1
                            ? new Words("There is a jump cut at %2$.2f s.", "%2$.2f 秒处有一个跳切。")
                            : new Words(
                                    "There are %1$d jump cuts, the first at %2$.2f s.", "有 %1$d 个跳切，第一个在 %2$.2f 秒。"),
                    List.of(new SmoothJumpCuts(ALL)),
                    jumps.size(),
                    Seconds.of(jumps.get(0).at()));
        }
    }

    void shake(double shake) {
        if (shake > SHAKY) {
            tell(
                    What.SHAKE,
                    new Words("The camera shakes by %.1f %% of the picture's width.", "镜头抖动，幅度为画面宽度的 %.1f %%。"),
                    List.of(new Stabilize(shake > VERY_SHAKY ? Strength.STRONG : Strength.MEDIUM, ALL)),
                    shake * 100);
        }
    }

    void tags(VideoInfo video) {
        if (video.variable()) {
            double rate = video.frameRate().snappedRate().value();
            tell(
                    What.VARIABLE_FRAME_RATE,
                    new Words("Its frames come at uneven times, %.2f a second on average.", "帧率不恒定，平均每秒 %.2f 帧。"),
                    List.of(new Fps(new FrameRate(Math.max(1, Math.min(120, Math.round(rate)))))),
                    video.frameRate().value());
        }
        matrix(video);
        if (video.rotation() != 0) {
            tell(
                    What.ROTATION,
                    new Words(
                            "It is stored turned by %d degrees, which every export puts upright.",
                            "画面以旋转 %d 度的方式存储，导出时会自动转正。"),
                    List.of(),
                    video.rotation());
        }
        if (Math.min(video.width(), video.height()) < SMALL) {
            tell(
                    What.LOW_RESOLUTION,
                    new Words("The picture is small: %dx%d.", "画面较小：%dx%d。"),
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
            tell(
                    What.COLOR_MATRIX,
                    new Words(
                            "It doesn't say its colour matrix; players guess %s from its size, and an export says it.",
                            "没有标明色彩矩阵；播放器会按尺寸猜作 %s，导出时会写明。"),
                    List.of(),
                    large ? "BT.709" : "BT.601");
        } else if (large && Arrays.asList("smpte170m", "bt470bg", "fcc").contains(matrix)) {
            tell(
                    What.COLOR_MATRIX,
                    new Words(
                            "It says the colour matrix of SD (%s) at %d lines; if greens and reds look wrong, correct its colours.",
                            "标明的是标清色彩矩阵（%s），画面却有 %d 行；如果绿色和红色不对，请校正颜色。"),
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
                    new Words("%.0f %% of its frames are interlaced.", "%.0f %% 的帧是隔行扫描。"),
                    List.of(new Deinterlace(ALL)),
                    state.interlaced() * 100);
        }
        if (state.noise() > NOISY) {
            tell(
                    What.NOISE,
                    new Words("The picture is noisy (%.1f of 255).", "画面有噪点（%.1f/255）。"),
                    List.of(new Denoise(state.noise() > VERY_NOISY ? Strength.STRONG : Strength.MEDIUM, ALL)),
                    state.noise());
        }
    }

    void loudness(LoudnessFigures figures) {
        if (figures.integrated() <= -69) {
            return; // silence is reported with the pauses
        }
        if (figures.clips()) {
            tell(
                    What.CLIPPING,
                    new Words(
                            "The sound was recorded too loud: %d samples are cut off. What is lost stays lost.",
                            "录音过响：有 %d 个采样被削平，无法恢复。"),
                    List.of(),
                    figures.clipped());
        }
        if (figures.integrated() < -24 || figures.integrated() > -9) {
            tell(
                    What.LOUDNESS,
                    new Words("The sound is %s: %.1f LUFS.", "声音%s：%.1f LUFS。"),
                    List.of(new Loudness(new Lufs(-14))),
                    figures.integrated() < -24 ? new Words("quiet", "偏小") : new Words("very loud", "过大"),
                    figures.integrated());
        }
    }

    void pauses(SoundLevels levels) {
        List<TimeSpan> pauses = levels.pauses(LONG_PAUSE);
        Duration silent = pauses.stream().map(TimeSpan::length).reduce(Duration.ZERO, Duration::plus);
        if (levels.threshold() >= 0) {
            tell(
                    What.SILENCE,
                    new Words("There is a sound track, but nothing to hear on it.", "有音轨，但没有声音。"),
                    List.of());
        } else if (!pauses.isEmpty()) {
            tell(
                    What.SILENCE,
                    pauses.size() == 1
                            ? new Words("There is a pause of %2$.1f s.", "有一处 %2$.1f 秒的停顿。")
                            : new Words(
                                    "There are %1$d pauses of a second and more, %2$.1f s in all.",
                                    "有 %1$d 处一秒以上的停顿，共 %2$.1f 秒。"),
                    List.of(new CutSilence(LONG_PAUSE, ALL)),
                    pauses.size(),
                    Seconds.of(silent));
        }
    }

    @SuppressWarnings("AnnotateFormatMethod") // one and many are two patterns: no caller has a constant
    private void tell(What what, Words sentence, List<Edit> remedies, Object... figures) {
        findings.add(new Finding(
                what,
                String.format(Locale.ROOT, sentence.english(), said(figures, Words::english)),
                String.format(Locale.ROOT, sentence.chinese(), said(figures, Words::chinese)),
                remedies));
    }

    private static Object[] said(Object[] figures, Function<Words, String> language) {
        return Arrays.stream(figures)
                .map(f -> f instanceof Words words ? language.apply(words) : f)
                .toArray();
    }

    /** The same in both languages. */
    private record Words(String english, String chinese) {}
}

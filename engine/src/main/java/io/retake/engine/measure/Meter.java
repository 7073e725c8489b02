package io.retake.engine.measure;

import io.retake.engine.ffmpeg.FFmpeg;
import io.retake.engine.media.AudioInfo;
import io.retake.engine.media.MediaInfo;
import io.retake.engine.media.MediaKind;
import io.retake.engine.media.Rational;
import io.retake.engine.media.VideoInfo;
import io.retake.engine.process.CancelSignal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Measures media. Each measurement decodes once, is kept by content hash in the cache folder (from where it may vanish
 * at any time), and ends with {@link io.retake.engine.process.Cancelled} when its signal says so. Thread-safe; two that
 * measure the same at once do it twice.
 */
public final class Meter {
    private final FFmpeg ffmpeg;
    private final Kept kept;

    /** @param cache the engine's folder of measurements */
    public Meter(FFmpeg ffmpeg, Path cache) {
        this.ffmpeg = ffmpeg;
        this.kept = new Kept(cache);
    }

    /** Measures loudness over time; empty when it has no sound. */
    public Optional<SoundLevels> levels(Path file, MediaInfo info, CancelSignal cancel) {
        return info.hasSound() ? Optional.of(new SoundLevels(decibels(file, info, cancel))) : Optional.empty();
    }

    private double[] decibels(Path file, MediaInfo info, CancelSignal cancel) {
        return kept.of("levels1", info.hash(), () -> {
            LevelMeter meter = new LevelMeter();
            decoding(file, info, cancel).samples(LevelMeter.RATE, 2, Decoding.Window.ALL, "", meter);
            return meter.levels();
        });
    }

    /** Measures EBU R128 loudness and clipping; empty when it has no sound. */
    public Optional<LoudnessFigures> loudness(Path file, MediaInfo info, CancelSignal cancel) {
        if (!info.hasSound()) {
            return Optional.empty();
        }
        return Optional.of(LoudnessFigures.of(kept.of("loudness1", info.hash(), () -> {
            AudioInfo sound = info.audio().get(0);
            int rate = sound.sampleRate();
            ClipCounter counter = new ClipCounter(sound.channels());
            String said = decoding(file, info, cancel)
                    .samples(rate, 0, Decoding.Window.ALL, ",ebur128=peak=true:framelog=quiet", counter);
            return LoudnessFigures.read(said, counter.clipped(), (double) counter.length() / rate)
                    .numbers();
        })));
    }

    /** Finds all hard cuts, jump cuts included, in order; none in a still or in sound. */
    public List<Cut> cuts(Path file, MediaInfo info, CancelSignal cancel) {
        if (!moves(info)) {
            return List.of();
        }
        return CutFinder.cuts(differences(file, info, cancel), rate(info.video().orElseThrow()));
    }

    private double[] differences(Path file, MediaInfo info, CancelSignal cancel) {
        return kept.of("cuts2", info.hash(), () -> {
            CutFinder finder = new CutFinder();
            decoding(file, info, cancel)
                    .frames(
                            rate(info.video().orElseThrow()),
                            CutFinder.WIDTH,
                            CutFinder.HEIGHT,
                            "yuv444p",
                            CutFinder.BYTES,
                            finder);
            return finder.numbers();
        });
    }

    /** Finds the scenes, which together are the whole: a jump cut doesn't end a scene. */
    public List<TimeSpan> scenes(Path file, MediaInfo info, CancelSignal cancel) {
        return SceneRanges.between(cuts(file, info, cancel), info.duration());
    }

    /** Measures the camera's path; empty for a still and for sound. */
    public Optional<CameraPath> camera(Path file, MediaInfo info, CancelSignal cancel) {
        if (!moves(info)) {
            return Optional.empty();
        }
        VideoInfo video = info.video().orElseThrow();
        Rational rate = rate(video);
        int wanted = (int) Math.round((double) MotionFinder.WIDTH * video.height() / video.width());
        int height = Math.max(64, Math.min(640, wanted));
        double[] numbers = kept.of("camera1", info.hash(), () -> {
            MotionFinder finder = new MotionFinder(height);
            decoding(file, info, cancel)
                    .frames(rate, MotionFinder.WIDTH, height, "gray", MotionFinder.WIDTH * height, finder);
            return finder.numbers();
        });
        return Optional.of(CameraPath.of(numbers, rate, (double) video.width() / video.height()));
    }

    /** Finds the position of a recording of the same sound in footage; empty when one of them has no sound. */
    public Optional<SoundMatch> match(
            Path footage, MediaInfo footageInfo, Path recording, MediaInfo recordingInfo, CancelSignal cancel) {
        if (!footageInfo.hasSound() || !recordingInfo.hasSound()) {
            return Optional.empty();
        }
        double[] n = kept.of("match1-" + footageInfo.hash(), recordingInfo.hash(), () -> {
            SoundMatch match = new SoundMatcher(
                            decoding(footage, footageInfo, cancel), decoding(recording, recordingInfo, cancel))
                    .match(decibels(footage, footageInfo, cancel), decibels(recording, recordingInfo, cancel));
            // Kept as a float, the stretch as what it is off one: a millionth is 3.6 ms an hour.
            return new double[] {Seconds.of(match.offset()), match.stretch() - 1, match.sure()};
        });
        return Optional.of(new SoundMatch(Seconds.of(n[0]), 1 + n[1], n[2]));
    }

    /** Compares the file's own times of sound and picture; empty unless it has sound and a moving picture. */
    public Optional<SyncRepair> sync(Path file, MediaInfo info, CancelSignal cancel) {
        if (!moves(info) || !info.hasSound()) {
            return Optional.empty();
        }
        VideoInfo video = info.video().orElseThrow();
        double picture = Seconds.of(video.start());
        double sound = Seconds.of(info.audio().get(0).start());
        double zero = Math.min(picture, sound) + Seconds.of(info.lead());
        // Counted, since not every container says the length of each stream.
        int frames = differences(file, info, cancel).length / CutFinder.EACH;
        double pictureEnd = zero + frames / rate(video).value();
        double soundEnd = zero + decibels(file, info, cancel).length * SoundLevels.STEP;
        return Optional.of(SyncRepair.of(picture, pictureEnd, sound, soundEnd));
    }

    /** Diagnoses a medium. Runs all measurements; of a still, checks only the tags. */
    public Diagnosis diagnose(Path file, MediaInfo info, CancelSignal cancel) {
        DiagnosisRules doctor = new DiagnosisRules();
        doctor.add(EndFindings.of(info.ends(), info.duration()));
        info.video().ifPresent(doctor::tags);
        if (moves(info)) {
            doctor.cuts(cuts(file, info, cancel));
            camera(file, info, cancel).ifPresent(path -> doctor.shake(path.shake()));
            doctor.state(state(file, info, cancel), info.video().orElseThrow().interlaced());
        }
        sync(file, info, cancel).ifPresent(doctor::sync);
        loudness(file, info, cancel).ifPresent(doctor::loudness);
        levels(file, info, cancel).ifPresent(doctor::pauses);
        return doctor.diagnosis();
    }

    /** Measures interlacing and noise in four seconds from the middle. */
    private PictureState state(Path file, MediaInfo info, CancelSignal cancel) {
        VideoInfo video = info.video().orElseThrow();
        // Square, since a turned picture comes upright.
        int side = Math.min(480, Math.min(video.codedWidth(), video.codedHeight())) & ~1;
        double[] n = kept.of("state1", info.hash(), () -> {
            NoiseMeter noise = new NoiseMeter(side, side);
            double from = Math.max(0, Seconds.of(info.duration()) / 2 - 2);
            String said = decoding(file, info, cancel).middle(new Decoding.Window(from, 4), side, side, noise);
            return new double[] {PictureState.interlaced(said), noise.noise()};
        });
        return new PictureState(n[0], n[1]);
    }

    /** Measures fine detail; empty for a still and for sound. */
    public Optional<Sharpness> sharpness(Path file, MediaInfo info, CancelSignal cancel) {
        if (!moves(info)) {
            return Optional.empty();
        }
        VideoInfo video = info.video().orElseThrow();
        // Square, since a turned picture comes upright; a multiple of four, since it is halved twice.
        int side = Math.min(480, Math.min(video.codedWidth(), video.codedHeight())) & ~3;
        if (side < 32) {
            return Optional.empty();
        }
        return Optional.of(new Sharpness(kept.of("sharp1", info.hash(), () -> {
            SharpnessMeter meter = new SharpnessMeter(side);
            double from = Math.max(0, Seconds.of(info.duration()) / 2 - 2);
            decoding(file, info, cancel).middle(new Decoding.Window(from, 4), side, side, meter);
            return new double[] {meter.sharpness()};
        })[0]));
    }

    private static boolean moves(MediaInfo info) {
        return info.video().isPresent() && info.kind() != MediaKind.IMAGE;
    }

    static Rational rate(VideoInfo video) {
        return video.variable() ? video.frameRate().snappedRate() : video.frameRate();
    }

    private Decoding decoding(Path file, MediaInfo info, CancelSignal cancel) {
        return new Decoding(ffmpeg, file, info, cancel);
    }
}

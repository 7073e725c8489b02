package io.retake.engine.render.graph;

import io.retake.core.draft.Effect;
import io.retake.core.draft.Segment;
import io.retake.engine.effect.DuckEffect;
import io.retake.engine.effect.EffectKinds;
import io.retake.engine.effect.EffectList;
import io.retake.engine.effect.LoudnessEffect;
import io.retake.engine.filter.FilterNumbers;
import io.retake.engine.media.AudioInfo;
import io.retake.engine.render.timeline.Blends;
import io.retake.engine.render.timeline.Clip;
import io.retake.engine.render.timeline.FrameClock;
import io.retake.engine.render.timeline.MediaInput;
import io.retake.engine.render.timeline.RenderTimeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the sound's part of the graph. Each track is pieces of exactly counted samples, joined; tracks are added up
 * at their own levels, and a limiter holds what would clip.
 */
final class SoundGraph {
    /** A cut through a wave clicks; 6 ms of fade is not heard. */
    private static final int DECLICK = FrameClock.SAMPLE_RATE * 6 / 1000;

    /** A jump of so many samples is not heard: half a millisecond. */
    private static final int SEAM = FrameClock.SAMPLE_RATE / 2000;

    /**
     * The silence that {@code adelay} and {@code apad} make has no time where they have not got a frame yet: {@code atrim}
     * then drops all that follows, and {@code concat} fails with "Invalid data found". The sound is without a gap there,
     * so its samples are counted.
     */
    static final String COUNTED = ",asetpts=N";

    private static final String FORMAT = "aformat=sample_fmts=fltp:channel_layouts=stereo";

    private final RenderTimeline scene;
    private final MediaInputs reels;
    private final double decibels;
    private final SpeechCleaning cleaning;
    /** The clips whose sound belongs to a picture. */
    private final Set<Clip> voices = Collections.newSetFromMap(new IdentityHashMap<>());

    private final List<String> chains = new ArrayList<>();
    private final IdentityHashMap<Clip, String> labels = new IdentityHashMap<>();
    /** Transitions: each later clip, with the one before it. */
    private final IdentityHashMap<Clip, Clip> blended = new IdentityHashMap<>();

    /** The reverse map. */
    private final IdentityHashMap<Clip, Clip> follower = new IdentityHashMap<>();

    private final IdentityHashMap<Clip, Long> cut = new IdentityHashMap<>();
    private int pieces;

    SoundGraph(RenderTimeline scene, MediaInputs reels, RenderFindings findings) {
        this.decibels = findings.decibels();
        this.cleaning = findings.cleaning();
        this.scene = scene;
        this.reels = reels;
        scene.voices().forEach(voices::addAll);
    }

    /** Returns the chains; the whole mix is at {@code [sound]}. */
    List<String> chains() {
        inputs();
        List<String> voices = new ArrayList<>();
        List<String> music = new ArrayList<>();
        scene.voices().forEach(track -> voices.addAll(tracks(track, "v")));
        List<List<Clip>> ducked = new ArrayList<>();
        for (List<Clip> track : scene.music()) {
            if (track.stream().anyMatch(clip -> EffectList.has(clip.effects(), Effect.DuckFx.class))) {
                ducked.add(track);
            } else {
                music.addAll(tracks(track, "m"));
            }
        }
        List<String> lowered = new ArrayList<>();
        ducked.forEach(track -> lowered.addAll(tracks(track, "d")));
        if (!lowered.isEmpty() && !voices.isEmpty()) {
            duck(together(voices), lowered);
        }
        music.addAll(lowered);
        finish(Stream.concat(voices.stream(), music.stream()).toList());
        return chains;
    }

    private void inputs() {
        Map<Integer, List<Clip>> byReel = new TreeMap<>();
        Stream.concat(scene.voices().stream(), scene.music().stream())
                .flatMap(List::stream)
                .filter(Clip::isHeard)
                .filter(clip -> clip.start() < scene.frames())
                .forEach(clip -> byReel.computeIfAbsent(reels.indexOf(clip), key -> new ArrayList<>())
                        .add(clip));
        byReel.forEach((index, clips) -> {
            MediaInput reel = reels.all().get(index);
            List<SplitTree.Branch> branches = new ArrayList<>();
            for (Clip clip : clips) {
                String label = "[a" + labels.size() + "]";
                labels.put(clip, label);
                branches.add(branch(label, clip, reel));
            }
            // Holes in the recording become silence, and a late start too: otherwise all that follows comes early.
            String heard = "[" + index + ":a:0]aresample=" + FrameClock.SAMPLE_RATE
                    + ":async=1:first_pts=0:min_hard_comp=0.03," + stereo(reel) + cleaned(clips.get(0), "n" + index)
                    + paced(reel);
            chains.addAll(SplitTree.sounds(heard, branches, "h" + index));
        });
    }

    /** All that could be heard of a clip, with the sample that the shortest has at least. */
    private SplitTree.Branch branch(String label, Clip clip, MediaInput reel) {
        long first = first(clip, reel);
        return new SplitTree.Branch(label, first, first + samples(clip.start(), clip.end()) + 1);
    }

    private static String paced(MediaInput reel) {
        String tempo = tempo(reel.speed());
        return tempo.isEmpty() ? "" : tempo + COUNTED;
    }

    /** Mono is as loud in both ears as it was in the middle; FFmpeg's own conversion takes 3 dB off. */
    private static String stereo(MediaInput reel) {
        List<AudioInfo> streams = reel.source().info().audio();
        boolean mono = !streams.isEmpty() && streams.get(0).channels() == 1;
        return (mono ? "pan=stereo|c0=c0|c1=c0," : "") + FORMAT;
    }

    private String cleaned(Clip clip, String label) {
        return EffectList.last(clip.effects(), Effect.DenoiseAudioFx.class)
                .map(effect -> "," + cleaning.filters(effect.strength(), label))
                .orElse("");
    }

    /** A track as one or, where clips overlap in a transition, as two that are added up. */
    private List<String> tracks(List<Clip> clips, String kind) {
        List<Clip> even = new ArrayList<>();
        List<Clip> odd = new ArrayList<>();
        boolean second = false;
        Clip before = null;
        for (Clip clip : clips) {
            if (before != null && Blends.frames(before, clip, scene.clock()) > 0) {
                blended.put(clip, before);
                follower.put(before, clip);
                second = !second;
            } else if (before != null && before.end() > clip.start()) {
                cut.put(before, clip.start());
            }
            (second ? odd : even).add(clip);
            before = clip;
        }
        return Stream.of(even, odd).flatMap(l -> track(l, kind).stream()).toList();
    }

    /** Mixes several links into one. */
    private List<String> together(List<String> voices) {
        if (voices.size() > 1) {
            String label = "[v" + pieces++ + "m]";
            chains.add(
                    String.join("", voices) + "amix=inputs=" + voices.size() + ":normalize=0:duration=longest" + label);
            voices.clear();
            voices.add(label);
        }
        return voices;
    }

    /** One track from 0 to the end; empty when nothing on it is heard. */
    private java.util.Optional<String> track(List<Clip> clips, String kind) {
        if (clips.stream().noneMatch(labels::containsKey)) {
            return java.util.Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        long at = 0;
        for (int i = 0; i < clips.size() && at < scene.frames(); i++) {
            Clip clip = clips.get(i);
            long next = i + 1 < clips.size() ? clips.get(i + 1).start() : scene.frames();
            long end = Math.min(Math.min(clip.end(), next), scene.frames());
            end = Math.min(end, cut.getOrDefault(clip, end));
            if (labels.containsKey(clip) && end > clip.start()) {
                silence(at, clip.start()).ifPresent(parts::add);
                parts.add(piece(
                        clip, end, i == 0 ? null : clips.get(i - 1), i + 1 < clips.size() ? clips.get(i + 1) : null));
                at = end;
            } else if (labels.containsKey(clip)) {
                chains.add(labels.get(clip) + "anullsink");
            }
        }
        silence(at, scene.frames()).ifPresent(parts::add);
        String label = "[" + kind + pieces++ + "]";
        chains.add(String.join("", parts)
                + (parts.size() == 1 ? "anull" : "concat=n=" + parts.size() + ":v=0:a=1")
                + label);
        return java.util.Optional.of(label);
    }

    private java.util.Optional<String> silence(long from, long to) {
        if (to <= from) {
            return java.util.Optional.empty();
        }
        String label = "[q" + pieces++ + "]";
        chains.add("anullsrc=r=" + FrameClock.SAMPLE_RATE + ":cl=stereo," + FORMAT + ",atrim=end_sample="
                + samples(from, to) + label);
        return java.util.Optional.of(label);
    }

    private String piece(Clip clip, long end, @Nullable Clip before, @Nullable Clip after) {
        long count = samples(clip.start(), end);
        MediaInput reel = reels.all().get(reels.indexOf(clip));
        boolean backwards = clip.isBackwards();
        long skipped = backwards ? samples(end, clip.end()) : 0;
        long first = first(clip, reel) + skipped;
        long late = Math.min(count, clip.delay().toNanos() * FrameClock.SAMPLE_RATE / 1_000_000_000L);
        String label = "[b" + pieces++ + "]";
        double gain = clip.segment().gain();
        chains.add(labels.get(clip) + "atrim=start_pts=" + first + ":end_pts=" + (first + Math.max(1, count - late))
                + ",asetpts=PTS-STARTPTS" + (late == 0 ? "" : ",adelay=delays=" + late + "S:all=1" + COUNTED)
                + ",apad=whole_len="
                + count + COUNTED + ",atrim=end_sample=" + count + (backwards ? ",areverse" : "")
                + (gain == 1 ? "" : ",volume=" + FilterNumbers.number(gain)) + fades(clip, count, before, after)
                + label);
        return label;
    }

    /** Returns the sample of its medium, at its speed, with which a clip begins. */
    private long begins(Clip clip) {
        MediaInput reel = reels.all().get(reels.indexOf(clip));
        return first(clip, reel) - Math.round(reel.offset(Duration.ZERO) * FrameClock.SAMPLE_RATE);
    }

    /**
     * The sample of its input with which a clip begins: that of the frame with which its picture begins. By its time
     * alone it would be up to half a frame from the picture, another way at each cut.
     */
    private long first(Clip clip, MediaInput reel) {
        double offset = reel.offset(clip.in());
        boolean shown =
                voices.contains(clip) && clip.hasPicture() && clip.sync().isEmpty();
        return Math.max(
                0,
                shown
                        ? scene.clock()
                                .sample(Math.round(offset * scene.clock().fps().value()))
                        : Math.round(offset * FrameClock.SAMPLE_RATE));
    }

    private String fades(Clip clip, long count, @Nullable Clip before, @Nullable Clip after) {
        long in = before != null && goesOn(before, clip) ? 0 : Math.min(DECLICK, count / 4);
        long out = after != null && goesOn(clip, after) ? 0 : Math.min(DECLICK, count / 4);
        for (Effect effect : clip.effects()) {
            in = Math.max(in, Math.min(count, samples(EffectKinds.of(effect).soundIn(effect))));
            out = Math.max(out, Math.min(count, samples(EffectKinds.of(effect).soundOut(effect))));
        }
        long softIn = blended.containsKey(clip) ? shared(blended.get(clip), clip) : 0;
        long softOut = follower.containsKey(clip) ? shared(clip, follower.get(clip)) : 0;
        return softIn == 0 && softOut == 0 ? fade(in, out, count) : soft(softIn, softOut, in, out, count);
    }

    /** Two sounds that have nothing to do with each other stay equally loud when their powers add up to one. */
    private static String soft(long softIn, long softOut, long in, long out, long count) {
        String head = softIn > 0 ? ",afade=t=in:curve=qsin:ss=0:ns=" + Math.min(softIn, count) : "";
        long tail = Math.min(softOut, count);
        return head
                + (softOut > 0 ? ",afade=t=out:curve=qsin:ss=" + (count - tail) + ":ns=" + tail : "")
                + fade(softIn > 0 ? 0 : in, softOut > 0 ? 0 : out, count);
    }

    private long shared(Clip before, Clip clip) {
        long frames = Blends.frames(before, clip, scene.clock());
        return samples(clip.start(), clip.start() + frames);
    }

    private long samples(Duration time) {
        return scene.clock().sample(scene.clock().frame(time));
    }

    private static String fade(long in, long out, long count) {
        return (in > 0 ? ",afade=t=in:ss=0:ns=" + in : "")
                + (out > 0 ? ",afade=t=out:ss=" + (count - out) + ":ns=" + out : "");
    }

    /** Returns whether the sound continues across a cut, so that nothing clicks and a fade would be audible. */
    private boolean goesOn(Clip before, Clip after) {
        Segment a = before.segment();
        Segment b = after.segment();
        return before.source().info().hash().equals(after.source().info().hash())
                && before.end() == after.start()
                && before.isHeard()
                && after.isHeard()
                && Double.compare(a.speed(), b.speed()) == 0
                && Double.compare(a.gain(), b.gain()) == 0
                && !a.loops()
                && !before.isBackwards()
                && !after.isBackwards()
                && before.delay().isZero()
                && after.delay().isZero()
                && Math.abs(begins(before) + samples(before.start(), before.end()) - begins(after)) <= SEAM;
    }

    /** Ducks the music while the footage is loud. */
    private void duck(List<String> voices, List<String> lowered) {
        String key = voices.get(0);
        for (int i = 0; i < lowered.size(); i++) {
            String through = "[k" + pieces + "a]";
            String side = "[k" + pieces + "b]";
            String out = "[k" + pieces + "c]";
            String music = "[k" + pieces + "d]";
            String voice = "[k" + pieces + "e]";
            // When one of its inputs ends, sidechaincompress drops what it still holds of the other: so neither ends.
            chains.add(key + "asplit" + through + side);
            chains.add(side + "apad" + voice);
            chains.add(lowered.get(i) + "apad" + music);
            chains.add(music + voice + DuckEffect.FILTER.text() + ",atrim=end_sample="
                    + scene.clock().sample(scene.frames()) + out);
            pieces++;
            lowered.set(i, out);
            key = through;
        }
        voices.set(0, key);
    }

    private void finish(List<String> tracks) {
        boolean louder = Stream.concat(scene.voices().stream(), scene.music().stream())
                .flatMap(List::stream)
                .anyMatch(clip -> clip.segment().gain() > 1 || isSurround(clip));
        String mix = tracks.size() > 1 ? "amix=inputs=" + tracks.size() + ":normalize=0:duration=longest" : "anull";
        String limit =
                tracks.size() > 1 || louder ? ",alimiter=level=disabled:limit=0.95:attack=5:release=60:latency=1" : "";
        long total = scene.clock().sample(scene.frames());
        StringBuilder fades = new StringBuilder();
        for (Effect effect : scene.draft().effects()) {
            fades.append(fade(
                    Math.min(total, samples(EffectKinds.of(effect).soundIn(effect))),
                    Math.min(total, samples(EffectKinds.of(effect).soundOut(effect))),
                    total));
        }
        String from = tracks.isEmpty()
                ? "anullsrc=r=" + FrameClock.SAMPLE_RATE + ":cl=stereo," + FORMAT + ",atrim=end_sample=" + total + ","
                : String.join("", tracks);
        chains.add(from + mix + limit + ",apad=whole_len=" + total + ",atrim=end_sample=" + total + fades
                + PictureFilters.before(LoudnessEffect.filters(decibels))
                + "[sound]");
    }

    /** Five channels brought to two are added up, to more than two and a half times full scale. */
    private static boolean isSurround(Clip clip) {
        List<AudioInfo> streams = clip.source().info().audio();
        return !streams.isEmpty() && streams.get(0).channels() > 2;
    }

    private long samples(long from, long to) {
        return scene.clock().sample(to) - scene.clock().sample(from);
    }

    /**
     * atempo keeps the pitch; beyond double speed it skips samples, so that is done in steps. It works in windows of
     * 2048 samples and lets what begins be heard up to a window early: 512 samples of silence before each step put the
     * middle of a sound where it belongs. All of it stands before the first, since of two that alternate with it nothing
     * is heard any more.
     */
    static String tempo(double speed) {
        StringBuilder chain = new StringBuilder();
        double rest = speed;
        double early = 0;
        double scale = 1;
        while (rest != 1) {
            double step = Math.max(0.5, Math.min(2, rest));
            chain.append(",atempo=").append(FilterNumbers.number(step));
            early += 512 * scale;
            scale *= step;
            rest /= step;
        }
        return chain.isEmpty() ? "" : ",adelay=delays=" + Math.round(early) + "S:all=1" + chain;
    }
}

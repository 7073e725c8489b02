package io.retake.engine.render.graph;

import io.retake.core.draft.Effect;
import io.retake.core.draft.Segment;
import io.retake.engine.effect.DuckEffect;
import io.retake.engine.effect.EffectKinds;
import io.retake.engine.effect.EffectList;
import io.retake.engine.effect.LoudnessEffect;
import io.retake.engine.effect.PitchEffect;
import io.retake.engine.filter.Chain;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.FilterNumbers;
import io.retake.engine.filter.OpenChain;
import io.retake.engine.filter.Pad;
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
import java.util.Objects;
import java.util.Optional;
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

    /** The whole mix. */
    static final Pad.Link MIX = Pad.link("sound");

    private final RenderTimeline scene;
    private final MediaInputs reels;
    private final double decibels;
    private final SpeechCleaning cleaning;
    /** The clips whose sound belongs to a picture. */
    private final Set<Clip> voices = Collections.newSetFromMap(new IdentityHashMap<>());

    private final List<Chain> chains = new ArrayList<>();
    private final IdentityHashMap<Clip, Pad.Link> labels = new IdentityHashMap<>();
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
    List<Chain> chains() {
        inputs();
        List<Pad.Link> voices = new ArrayList<>();
        List<Pad.Link> music = new ArrayList<>();
        scene.voices().forEach(track -> voices.addAll(tracks(track, "v")));
        List<List<Clip>> ducked = new ArrayList<>();
        for (List<Clip> track : scene.music()) {
            if (track.stream().anyMatch(clip -> EffectList.has(clip.effects(), Effect.DuckFx.class))) {
                ducked.add(track);
            } else {
                music.addAll(tracks(track, "m"));
            }
        }
        List<Pad.Link> lowered = new ArrayList<>();
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
                Pad.Link label = Pad.link("a" + labels.size());
                labels.put(clip, label);
                branches.add(branch(label, clip, reel));
            }
            OpenChain heard = OpenChain.from(Pad.stream(index, "a:0"))
                    .then(SoundFilters.RESAMPLED)
                    .then(SoundFilters.stereo(reel.source().info().audio()));
            int rate = SoundFilters.shiftedRate(PitchEffect.factor(clips.get(0).effects()));
            OpenChain paced = cleaned(heard, clips.get(0), "n" + index)
                    .then(SoundFilters.shifted(rate))
                    .then(SoundFilters.tempo(reel.speed() * FrameClock.SAMPLE_RATE / rate));
            chains.addAll(SplitTree.sounds(paced, branches, "h" + index));
        });
    }

    /** All that could be heard of a clip, with the sample that the shortest has at least. */
    private SplitTree.Branch branch(Pad.Link label, Clip clip, MediaInput reel) {
        long first = first(clip, reel);
        return new SplitTree.Branch(label, first, first + samples(clip.start(), clip.end()) + 1);
    }

    private OpenChain cleaned(OpenChain heard, Clip clip, String label) {
        return EffectList.last(clip.effects(), Effect.DenoiseAudioFx.class)
                .map(effect -> cleaning.clean(heard, effect.strength(), label))
                .orElse(heard);
    }

    /** A track as one or, where clips overlap in a transition, as two that are added up. */
    private List<Pad.Link> tracks(List<Clip> clips, String kind) {
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
    private List<Pad.Link> together(List<Pad.Link> voices) {
        if (voices.size() > 1) {
            Pad.Link label = Pad.link("v" + pieces++ + "m");
            chains.addAll(OpenChain.from(voices)
                    .then(SoundFilters.mixed(voices.size()))
                    .to(label));
            voices.clear();
            voices.add(label);
        }
        return voices;
    }

    /** One track from 0 to the end; empty when nothing on it is heard. */
    private Optional<Pad.Link> track(List<Clip> clips, String kind) {
        if (clips.stream().noneMatch(labels::containsKey)) {
            return Optional.empty();
        }
        List<Pad.Link> parts = new ArrayList<>();
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
                chains.addAll(
                        OpenChain.from(label(clip)).then(Filter.of("anullsink")).to());
            }
        }
        silence(at, scene.frames()).ifPresent(parts::add);
        Pad.Link label = Pad.link(kind + pieces++);
        chains.addAll(
                OpenChain.from(parts).then(SoundFilters.joined(parts.size())).to(label));
        return Optional.of(label);
    }

    private Optional<Pad.Link> silence(long from, long to) {
        if (to <= from) {
            return Optional.empty();
        }
        Pad.Link label = Pad.link("q" + pieces++);
        chains.addAll(SoundFilters.silence(samples(from, to)).to(label));
        return Optional.of(label);
    }

    private Pad.Link label(Clip clip) {
        return Objects.requireNonNull(labels.get(clip));
    }

    private Pad.Link piece(Clip clip, long end, @Nullable Clip before, @Nullable Clip after) {
        long count = samples(clip.start(), end);
        MediaInput reel = reels.all().get(reels.indexOf(clip));
        boolean backwards = clip.isBackwards();
        long skipped = backwards ? samples(end, clip.end()) : 0;
        long first = first(clip, reel) + skipped;
        long late = Math.min(count, clip.delay().toNanos() * FrameClock.SAMPLE_RATE / 1_000_000_000L);
        Pad.Link label = Pad.link("b" + pieces++);
        double gain = clip.segment().gain();
        List<Filter> filters = new ArrayList<>();
        filters.add(Filter.of("atrim").with("start_pts", first).with("end_pts", first + Math.max(1, count - late)));
        filters.add(Filter.of("asetpts", "PTS-STARTPTS"));
        if (late != 0) {
            filters.add(Filter.of("adelay").with("delays", late + "S").with("all", 1));
            filters.add(SoundFilters.COUNTED);
        }
        filters.add(Filter.of("apad").with("whole_len", count));
        filters.add(SoundFilters.COUNTED);
        filters.add(Filter.of("atrim").with("end_sample", count));
        if (backwards) {
            filters.add(Filter.of("areverse"));
        }
        if (gain != 1) {
            filters.add(Filter.of("volume", FilterNumbers.number(gain)));
        }
        filters.addAll(fades(clip, count, before, after));
        chains.addAll(OpenChain.from(label(clip)).then(filters).to(label));
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

    private List<Filter> fades(Clip clip, long count, @Nullable Clip before, @Nullable Clip after) {
        long in = before != null && goesOn(before, clip) ? 0 : Math.min(DECLICK, count / 4);
        long out = after != null && goesOn(clip, after) ? 0 : Math.min(DECLICK, count / 4);
        for (Effect effect : clip.effects()) {
            in = Math.max(in, Math.min(count, samples(EffectKinds.of(effect).soundIn(effect))));
            out = Math.max(out, Math.min(count, samples(EffectKinds.of(effect).soundOut(effect))));
        }
        long softIn = blended.containsKey(clip) ? shared(blended.get(clip), clip) : 0;
        long softOut = follower.containsKey(clip) ? shared(clip, follower.get(clip)) : 0;
        return softIn == 0 && softOut == 0
                ? SoundFilters.fade(in, out, count)
                : SoundFilters.soft(softIn, softOut, in, out, count);
    }

    private long shared(Clip before, Clip clip) {
        long frames = Blends.frames(before, clip, scene.clock());
        return samples(clip.start(), clip.start() + frames);
    }

    private long samples(Duration time) {
        return scene.clock().sample(scene.clock().frame(time));
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
                && Double.compare(PitchEffect.factor(before.effects()), PitchEffect.factor(after.effects())) == 0
                && !a.loops()
                && !before.isBackwards()
                && !after.isBackwards()
                && before.delay().isZero()
                && after.delay().isZero()
                && Math.abs(begins(before) + samples(before.start(), before.end()) - begins(after)) <= SEAM;
    }

    /** Ducks the music while the footage is loud. */
    private void duck(List<Pad.Link> voices, List<Pad.Link> lowered) {
        Pad.Link key = voices.get(0);
        for (int i = 0; i < lowered.size(); i++) {
            Pad.Link through = Pad.link("k" + pieces + "a");
            Pad.Link side = Pad.link("k" + pieces + "b");
            Pad.Link out = Pad.link("k" + pieces + "c");
            Pad.Link music = Pad.link("k" + pieces + "d");
            Pad.Link voice = Pad.link("k" + pieces + "e");
            // When one of its inputs ends, sidechaincompress drops what it still holds of the other: so neither ends.
            chains.addAll(OpenChain.from(key).then(Filter.of("asplit")).to(through, side));
            chains.addAll(OpenChain.from(side).then(Filter.of("apad")).to(voice));
            chains.addAll(OpenChain.from(lowered.get(i)).then(Filter.of("apad")).to(music));
            chains.addAll(OpenChain.from(music, voice)
                    .then(
                            DuckEffect.FILTER,
                            Filter.of("atrim").with("end_sample", scene.clock().sample(scene.frames())))
                    .to(out));
            pieces++;
            lowered.set(i, out);
            key = through;
        }
        voices.set(0, key);
    }

    private void finish(List<Pad.Link> tracks) {
        boolean louder = Stream.concat(scene.voices().stream(), scene.music().stream())
                .flatMap(List::stream)
                .anyMatch(clip -> clip.segment().gain() > 1 || isSurround(clip));
        long total = scene.clock().sample(scene.frames());
        OpenChain mix = (tracks.isEmpty() ? SoundFilters.silence(total) : OpenChain.from(tracks))
                .then(SoundFilters.mixed(tracks.size()))
                .then(tracks.size() > 1 || louder ? List.of(SoundFilters.LIMIT) : List.of())
                .then(
                        Filter.of("apad").with("whole_len", total),
                        Filter.of("atrim").with("end_sample", total));
        for (Effect effect : scene.draft().effects()) {
            mix = mix.then(SoundFilters.fade(
                    Math.min(total, samples(EffectKinds.of(effect).soundIn(effect))),
                    Math.min(total, samples(EffectKinds.of(effect).soundOut(effect))),
                    total));
        }
        chains.addAll(mix.then(LoudnessEffect.filters(decibels)).to(MIX));
    }

    /** Five channels brought to two are added up, to more than two and a half times full scale. */
    private static boolean isSurround(Clip clip) {
        List<AudioInfo> streams = clip.source().info().audio();
        return !streams.isEmpty() && streams.get(0).channels() > 2;
    }

    private long samples(long from, long to) {
        return scene.clock().sample(to) - scene.clock().sample(from);
    }
}

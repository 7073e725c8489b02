package io.retake.repl.view.timeline

import io.retake.core.draft.Blend
import io.retake.core.draft.Canvas
import io.retake.core.draft.Draft
import io.retake.core.draft.Effect
import io.retake.core.draft.Segment
import io.retake.core.draft.Track
import io.retake.core.draft.TrackType
import io.retake.core.edit.value.Fit
import io.retake.core.edit.value.Lufs
import io.retake.core.edit.value.Position
import io.retake.core.edit.value.Strength
import io.retake.core.edit.value.TitleStyle
import io.retake.core.edit.value.TransitionKind
import java.time.Duration

/** Sample timelines. */
class Films {
    static Duration s(Number seconds) {
        Duration.ofMillis(Math.round(seconds.toDouble() * 1000))
    }

    static Segment clip(String id, String name, Number from, Number length) {
        Segment.ofMedia(id, name, "media-$name".toString(), s(from), s(length))
    }

    /** Something of everything: wide characters, right to left, an escape sequence in a name, titles at the same time. */
    static Draft holiday() {
        def video = Track.of(TrackType.VIDEO, [
            clip('a', 'intro.mp4', 0, 6),
            clip('b', '海边的日落 sunset.mp4', 5, 9).withSpeed(1.5)
                .withBlend(Optional.of(new Blend(TransitionKind.CROSSFADE, s(1))))
                .withEffects([new Effect.AutoColorFx(), new Effect.StabilizeFx(Strength.MEDIUM)]),
            clip('c', 'interview-the-directors-cut-final.mov', 14, 12.5).withIn(s(30)).withGain(0.5),
            clip('d', 'שלום עולם.mp4', 26.5, 1),
            clip('e', 'x\u001b[31m\n.mp4', 27.5, 2.5).withGain(0),
        ])
        def overlay = Track.of(TrackType.VIDEO, [clip('o', 'logo.png', 8, 10).withPlace(Position.TOP_RIGHT, 20)]).asOverlay()
        def music = Track.of(TrackType.AUDIO, [
            clip('m', 'song.mp3', 0, 30).withGain(0.35).withLoop(true)
                .withEffects([new Effect.DuckFx(), new Effect.FadeAudioFx(s(0), s(2))]),
        ])
        def text = Track.of(TrackType.TEXT, [
            Segment.ofText('t1', 'Ada Lovelace', s(2), s(6), Position.CENTER, TitleStyle.OUTLINE),
            Segment.ofText('t2', 'Zürich 🎬 第一部分', s(5), s(9), Position.BOTTOM, TitleStyle.OUTLINE),
        ])
        Draft.empty('Holiday film').withTracks([video, overlay, music, text])
            .withCanvas(new Canvas(1920, 1080, Fit.PAD, false)).withFps(29.97)
            .withEffects([new Effect.LoudnessFx(new Lufs(-14)), new Effect.FadeFx(s(1), s(0))])
    }

    static Draft ofClips(int count) {
        def clips = (0..<count).collect { clip("s$it", "clip ${it}.mp4".toString(), it * 0.7, 0.7).withSpeed(1.5) }
        Draft.empty('Long').withTracks([Track.of(TrackType.VIDEO, clips)])
    }
}

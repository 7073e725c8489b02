package io.retake.engine.agent

import io.retake.core.draft.Segment
import io.retake.core.draft.TrackType
import io.retake.core.edit.Edit
import io.retake.core.vocabulary.Sentences
import io.retake.engine.edit.Applier
import io.retake.engine.edit.Outcome
import io.retake.engine.timeline.Asset
import io.retake.engine.timeline.Project
import java.time.Duration

/** Projects to edit in specifications, and short ways to look at them. */
class Given {
    static Asset video(String name, long ms, int width = 1280, int height = 720) {
        new Asset('hash-' + name, name, Asset.AssetKind.VIDEO, Duration.ofMillis(ms), width, height, 30d, true)
    }

    static Asset sound(String name, long ms) {
        new Asset('hash-' + name, name, Asset.AssetKind.AUDIO, Duration.ofMillis(ms), 0, 0, 0d, true)
    }

    static Asset image(String name, int width = 800, int height = 600) {
        new Asset('hash-' + name, name, Asset.AssetKind.IMAGE, Duration.ZERO, width, height, 0d, false)
    }

    /** Two clips of 10 s and 20 s, and a song of 7 s. */
    static Project project() {
        Project.empty('test').withMedia(video('a.mp4', 10_000)).withMedia(video('b.mov', 20_000)).withMedia(sound('song.mp3', 7_000))
    }

    static Edit edit(String sentence) {
        Sentences.read(sentence).orElseThrow { new AssertionError((Object) "no canonical sentence: $sentence") }
    }

    static Outcome apply(Project project, String sentence) {
        Applier.apply(project, edit(sentence))
    }

    /** After all of the sentences, each of which must be done. */
    static Project after(Project project, String... sentences) {
        sentences.inject(project) { p, s ->
            def outcome = apply(p, s)
            assert outcome instanceof Outcome.Done: "$s: ${outcome.phrase().english()}"
            outcome.project()
        }
    }

    static List<Segment> segments(Project project, TrackType type) {
        project.draft().tracks(type).collectMany { it.segments() }
    }

    /** Each clip as title in-point @ start + duration, in ms. */
    static List<String> clips(Project project) {
        segments(project, TrackType.VIDEO).collect { line(it) }
    }

    static List<String> titles(Project project) {
        segments(project, TrackType.TEXT).collect { "${it.text().get()} @${it.start().toMillis()}+${it.duration().toMillis()}".toString() }
    }

    static List<String> music(Project project) {
        segments(project, TrackType.AUDIO).collect { line(it) + (it.loops() ? ' loop' : '') }
    }

    /** How much of the media is seen, in ms of it. */
    static double playedMs(Project project) {
        segments(project, TrackType.VIDEO).sum { it.duration().toMillis() * it.speed() } as double
    }

    private static String line(Segment it) {
        def speed = it.speed() == 1 ? '' : " ${it.speed()}x"
        def gain = it.gain() == 1 ? '' : " ${Math.round(it.gain() * 100)}%"
        "${it.title().get()} ${it.in().toMillis()} @${it.start().toMillis()}+${it.duration().toMillis()}$speed$gain".toString()
    }
}

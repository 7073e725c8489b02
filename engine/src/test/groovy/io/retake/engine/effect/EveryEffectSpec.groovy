package io.retake.engine.effect

import static io.retake.core.draft.TrackType.AUDIO
import static io.retake.core.draft.TrackType.VIDEO

import io.retake.core.draft.Canvas
import io.retake.core.draft.Draft
import io.retake.core.draft.Effect
import io.retake.core.draft.Track
import io.retake.core.edit.value.Fit
import io.retake.engine.process.CancelSignal
import io.retake.engine.media.TestMedia
import io.retake.engine.render.timeline.Container
import io.retake.engine.render.graph.RenderFindings
import io.retake.engine.render.Footage
import io.retake.engine.render.graph.Graph
import io.retake.engine.render.timeline.MediaLookup
import io.retake.engine.render.timeline.Output
import io.retake.engine.render.timeline.Quality
import io.retake.engine.render.Renderer
import io.retake.engine.render.timeline.RenderTimeline
import io.retake.engine.render.timeline.Source
import io.retake.engine.render.graph.SpeechCleaning
import java.nio.file.Files
import java.nio.file.Path
import java.security.MessageDigest
import java.time.Duration
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Every effect that core declares is known here in all its parts: what is forgotten is named. */
class EveryEffectSpec extends Specification {
    @TempDir
    Path folder

    @Shared
    @TempDir
    Path measured

    @Shared
    String plain

    def 'EffectKinds lists a kind for #type.simpleName, and no other for it'() {
        expect:
        EffectKinds.all().count { it.type() == type } == 1

        where:
        type << Effect.permittedSubclasses
    }

    def 'retiming #type.simpleName leaves an effect of its type, or none'() {
        given:
        def effect = AnyEffect.of(type)
        def kind = EffectKinds.of(effect)

        expect:
        [kind.backwards(effect), kind.held(effect, true), kind.held(effect, false), kind.within(effect, Duration.ofMillis(100)),
         Optional.of(kind.part(effect, 0.5, true)), Optional.of(kind.part(effect, 0.5, false))]
                .every { it.empty || it.get().class == type }
        and: 'in something long enough it stays as it is'
        kind.within(effect, Duration.ofHours(1)).get() == effect
        and: 'backwards and backwards again is forwards'
        type == Effect.ReverseFx || kind.backwards(kind.backwards(effect).get()).get() == effect

        where:
        type << AnyEffect.types()
    }

    def 'an effect is seen or heard: #type.simpleName'() {
        given: 'shaken pictures with a cast and noise, and a voice over music'
        def effect = AnyEffect.of(type)
        plain = plain ?: made(film([], [], []))

        expect: 'on a clip, on the whole timeline or on the music'
        [{ film([effect], [], []) }, { film([], [effect], []) }, { film([], [], [effect]) }].any { made(it()) != plain }

        where: 'the network that enlarges is a module of its own'
        type << AnyEffect.types() - Effect.UpscaledFx
    }

    def 'without an effect the same is made twice, so that a difference is the effect'() {
        expect:
        made(film([], [], [])) == made(film([], [], []))
    }

    def 'the network that enlarges is fed with the footage'() {
        given:
        def large = { List effects -> film([], effects, []).withCanvas(new Canvas(640, 360, Fit.PAD, true)) }
        def output = Output.of(Container.MP4)
        def feeds = { Draft draft -> Graph.plan(RenderTimeline.of(draft, media(), output), output, RenderFindings.none(SpeechCleaning.NETWORK, 0)).feeds().size() }

        expect:
        feeds(large([AnyEffect.of(Effect.UpscaledFx)])) == 1
        feeds(large([])) == 0
    }

    private static Path footage() {
        TestMedia.clip('every-effect.mkv',
                '-f', 'lavfi', '-i', 'color=gray:s=400x240:r=25:d=1.2,format=yuv420p,noise=alls=100:all_seed=5,gblur=sigma=4,eq=contrast=8,trim=end_frame=1,loop=loop=29:size=1,setpts=N/25/TB',
                '-f', 'lavfi', '-i', 'anoisesrc=r=48000:a=0.4:c=pink:seed=5:d=1.2',
                '-vf', "crop=320:180:x='40+6*sin(2*PI*t*3)':y='30+5*cos(2*PI*t*4)',eq=brightness=-0.2:contrast=0.5,colorbalance=rm=0.3,noise=alls=12:allf=t:all_seed=3",
                '-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '12', '-pix_fmt', 'yuv420p', '-c:a', 'pcm_s16le')
    }

    private static Draft film(List<Effect> clip, List<Effect> whole, List<Effect> music) {
        def tracks = [Track.of(VIDEO, [Footage.segment(footage(), 0, 1000, 100).withEffects(clip)]),
                      Track.of(AUDIO, [Footage.segment(Footage.tone(400, 2), 0, 1000).withGain(0.3).withEffects(music)])]
        Draft.empty('every').withTracks(tracks).withCanvas(new Canvas(320, 180, Fit.PAD, false)).withEffects(whole)
    }

    private MediaLookup media() {
        def table = folder.resolve('swapped.cube')
        Files.writeString(table, 'LUT_3D_SIZE 2\n' + [0, 1].collectMany { b -> [0, 1].collectMany { g -> [0, 1].collect { r -> "$b $g $r" } } }.join('\n') + '\n')
        new MediaLookup() {
            Optional<Source> find(String hash) { Footage.lookup().find(hash) }

            Optional<Path> file(String hash) { Optional.of(table) }
        }
    }

    /** Renders a draft and returns a digest of its picture and sound. */
    private String made(Draft draft) {
        def file = folder.resolve("${UUID.randomUUID()}.mkv")
        def output = new Output(Container.MKV, Quality.HIGH, Optional.empty(), Optional.empty())
        new Renderer(TestMedia.FFMPEG, measured).render(draft, media(), output, file, {}, new CancelSignal())
        def digest = MessageDigest.getInstance('SHA-256')
        digest.update(Footage.raw(file, '-map', '0:v', '-pix_fmt', 'yuv420p', '-f', 'rawvideo'))
        digest.update(Footage.raw(file, '-map', '0:a', '-f', 's16le'))
        digest.digest().encodeHex().toString()
    }
}

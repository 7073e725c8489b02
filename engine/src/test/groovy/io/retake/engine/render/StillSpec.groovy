package io.retake.engine.render

import static io.retake.core.draft.TrackType.TEXT
import static io.retake.core.draft.TrackType.VIDEO

import io.retake.engine.render.timeline.Output
import io.retake.core.draft.Blend
import io.retake.core.draft.Draft
import io.retake.core.draft.Effect
import io.retake.core.draft.Segment
import io.retake.core.draft.Track
import io.retake.core.edit.value.Position
import io.retake.core.edit.value.TitleStyle
import io.retake.core.edit.value.TransitionKind
import io.retake.core.protocol.OutputFormat
import io.retake.engine.process.CancelSignal
import io.retake.engine.media.TestMedia
import java.nio.file.Path
import java.time.Duration
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** A still reads and draws one frame only; it has to be the one that the film has there. */
class StillSpec extends Specification {
    @Shared
    @TempDir
    Path folder
    @Shared
    Draft draft
    @Shared
    List<byte[]> film

    def setupSpec() {
        def slow = footage(25)
        def fast = footage(30)
        def badge = TestMedia.clip('badge.png', '-f', 'lavfi', '-i', 'color=c=yellow:s=64x36', '-frames:v', '1', '-update', '1')
        def fade = { double in, double out -> new Effect.FadeFx(s(in), s(out)) }
        def clips = [
            Footage.segment(fast, 0, 3000, 4000).withEffects([fade(1, 0)]),
            Footage.segment(slow, 3000, 2000, 1000).withSpeed(1.5),
            Footage.segment(fast, 4500, 2000, 5000).withBlend(Optional.of(new Blend(TransitionKind.CROSSFADE, s(0.5)))).withEffects([new Effect.ZoomFx(1, 3)]),
            Footage.segment(fast, 6500, 1500, 1000).withSpeed(1.37).withEffects([new Effect.ReverseFx()]),
            Footage.segment(slow, 8000, 2000, 2000).withSpeed(0.8).withEffects([fade(0, 1)]),
        ]
        def over = [Footage.segment(badge, 1000, 1000).withPlace(Position.TOP_RIGHT, 30), Footage.segment(slow, 5000, 4000, 500).withPlace(Position.BOTTOM_LEFT, 40)]
        def title = Segment.ofText('t', 'Go', s(2), s(6), Position.CENTER, TitleStyle.OUTLINE)
        draft = Draft.empty('still').withTracks([Track.of(VIDEO, clips), Track.of(VIDEO, over).asOverlay(), Track.of(TEXT, [title])])
            .withFps(30).withEffects([new Effect.FadeFx(s(0), s(2))])
        film = frames(render(OutputFormat.of('mp4')))
    }

    def "the still at #at ms is the film's frame"() {
        when:
        def still = frames(render(OutputFormat.of('png').with('atMs', at)))[0]
        int wanted = Math.round(at * 30 / 1000)
        def nearby = (Math.max(0, wanted - 3)..Math.min(299, wanted + 3)).collectEntries { [it, difference(still, film[it])] }

        then: 'only an encoder is between them; the frames before and after differ by more'
        nearby[wanted] < 6
        nearby.min { it.value }.key == wanted

        where:
        at << [0, 500, 1500, 2900, 3033, 4200, 4700, 4967, 5500, 6400, 7200, 8500, 9500, 9967]
    }

    def "a still of a film near its beginning has a picture where FFmpeg can't seek to a frame (#at ms)"() {
        given: 'an MPEG program stream: a seek lands on any of its packets, and only what comes after can be decoded'
        def tape = AnyFootage.of('fields.mpg').file()
        def clip = Draft.empty('tape').withTracks([Track.of(VIDEO, [Footage.segment(tape, 0, 1416)])]).withFps(12)
        def format = OutputFormat.of('png').with('atMs', at)

        expect:
        difference(frames(render(format, clip))[0], frames(render(OutputFormat.of('mp4'), clip))[Math.round(at * 12 / 1000) as int]) < 6

        where:
        at << [0, 500, 1000, 1167, 1250, 1333]
    }

    private static Path footage(int rate) {
        TestMedia.clip("scroll-${rate}.mp4", '-f', 'lavfi', '-i', "testsrc2=s=192x108:r=$rate:d=10,scroll=h=0.03", '-c:v', 'libx264',
            '-preset', 'ultrafast', '-g', '60', '-crf', '10', '-pix_fmt', 'yuv420p')
    }

    private Path render(OutputFormat format, Draft draft = this.draft) {
        def target = folder.resolve(UUID.randomUUID().toString() + '.' + format.format())
        new Renderer(TestMedia.FFMPEG, folder.resolve('cache')).render(draft, Footage.lookup(), Output.of(format), target, {}, new CancelSignal()).file()
    }

    private static List<byte[]> frames(Path media) {
        def bytes = Footage.raw(media, '-fps_mode', 'passthrough', '-vf', 'scale=48:27:flags=area:in_color_matrix=bt709,format=gray', '-f', 'rawvideo')
        (0..<bytes.length.intdiv(48 * 27)).collect { Arrays.copyOfRange(bytes, it * 48 * 27, (it + 1) * 48 * 27) }
    }

    private static double difference(byte[] one, byte[] other) {
        (0..<one.length).sum { Math.abs((one[it] & 0xff) - (other[it] & 0xff)) } / one.length
    }

    private static Duration s(double seconds) {
        Duration.ofMillis(Math.round(seconds * 1000))
    }
}

package io.retake.engine.effect

import static io.retake.core.draft.TrackType.VIDEO
import static io.retake.engine.agent.Given.*

import io.retake.core.draft.Draft
import io.retake.core.draft.Effect
import io.retake.core.draft.Track
import io.retake.core.edit.value.Position
import io.retake.core.edit.value.Share
import io.retake.engine.edit.Outcome
import io.retake.engine.media.TestMedia
import io.retake.engine.process.CancelSignal
import io.retake.engine.render.Footage
import io.retake.engine.render.Renderer
import io.retake.engine.render.timeline.Container
import io.retake.engine.render.timeline.Output
import io.retake.engine.timeline.Timelines
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Opacity by the colors of pictures of one color. */
class OpacitySpec extends Specification {
    @TempDir
    Path folder

    private static Effect opacity(double percent) { new Effect.OpacityFx(new Share(percent)) }

    private List<Integer> color(Draft draft, String part = 'null') {
        def png = new Renderer(TestMedia.FFMPEG, folder).render(draft, Footage.lookup(), Output.of(Container.PNG),
                folder.resolve("${UUID.randomUUID()}.png"), {}, new CancelSignal()).file()
        Footage.raw(png, '-vf', "$part,scale=1:1:flags=area,format=rgb24", '-f', 'rawvideo').toList()*.toInteger().collect { it & 0xff }
    }

    private static boolean near(List<Integer> a, List<Integer> b) { [a, b].transpose().every { x, y -> Math.abs(x - y) <= 4 } }

    def 'a clip at #percent % is seen over black'() {
        expect:
        near(color(Footage.draft((VIDEO): [Footage.segment(Footage.plain('0xFF8040'), 0, 1000).withEffects([opacity(percent)])])), seen)

        where:
        percent || seen
        100     || [255, 128, 64]
        50      || [128, 64, 32]
        0       || [0, 0, 0]
    }

    def 'an overlay at #percent % lets through what is under it'() {
        given:
        def over = Footage.segment(Footage.plain('red'), 0, 1000).withPlace(Position.TOP_RIGHT, 50).withEffects([opacity(percent)])
        def draft = Footage.draft((VIDEO): [Footage.segment(Footage.plain('blue'), 0, 1000)])
        def film = draft.withTracks(draft.tracks() + Track.of(VIDEO, [over]).asOverlay())

        expect: 'in its corner, and nowhere else'
        near(color(film, 'crop=20:10:140:20'), seen)
        near(color(film, 'crop=20:10:10:90'), [0, 0, 255])

        where:
        percent || seen
        100     || [255, 0, 0]
        50      || [128, 0, 128]
        0       || [0, 0, 255]
    }

    def 'an overlay is found by its file, and clips by theirs'() {
        given:
        def logo = project().withMedia(image('logo.png'))
        def shown = apply(logo, 'Overlay "logo.png"').project()
        def overlays = { Outcome o -> o.project().draft().tracks(VIDEO).findAll { it.overlay() }.collectMany { it.segments() } }

        when:
        def done = apply(shown, 'Set the opacity to 40% on "logo.png"')

        then:
        done instanceof Outcome.Done
        overlays(done)*.effects() == [[opacity(40)]]
        Timelines.video(done.project().draft()).segments()*.effects().flatten().empty
        done.phrase().english() == 'Set the opacity of "logo.png" to 40%.'
        and: 'a range of it, counted from its start'
        overlays(apply(shown, 'Set the opacity to 40% from 0:05 to 0:10 on "logo.png"'))*.effects()*.size() == [0, 1, 0]
        and: 'all of it is as if nothing had been said'
        overlays(apply(done.project(), 'Set the opacity to 100% on "logo.png"'))*.effects() == [[]]
        and:
        Timelines.video(apply(shown, 'Set the opacity to 40% on clip 2').project().draft()).segments()*.effects() == [[], [opacity(40)]]
    }
}

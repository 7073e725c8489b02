package io.retake.engine.effect

import static io.retake.core.draft.TrackType.VIDEO
import static io.retake.engine.agent.Given.*

import io.retake.core.draft.Effect
import io.retake.core.edit.value.LookName
import io.retake.engine.edit.Outcome
import io.retake.engine.media.TestMedia
import io.retake.engine.process.CancelSignal
import io.retake.engine.render.Footage
import io.retake.engine.render.Renderer
import io.retake.engine.render.timeline.Container
import io.retake.engine.render.timeline.Output
import io.retake.engine.timeline.Timelines
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Looks by what they do to gray, skin and black. */
class LookSpec extends Specification {
    @Shared
    @TempDir
    Path folder

    @Shared
    Map<LookName, List<List<Integer>>> seen = [:]

    private static final List<String> COLORS = ['0x808080', '0xC08060', 'black']

    /** The middle of gray, skin and black in a look. */
    private List<List<Integer>> colors(LookName name) {
        seen.computeIfAbsent(name) { look ->
            def clips = COLORS.withIndex().collect { color, i -> Footage.segment(Footage.plain(color), i * 200, 200).withEffects([new Effect.LookFx(look)]) }
            def film = new Renderer(TestMedia.FFMPEG, folder).render(Footage.draft((VIDEO): clips), Footage.lookup(), Output.of(Container.MKV),
                    folder.resolve("${look}.mkv"), {}, new CancelSignal()).file()
            (0..2).collect { Footage.color(film, it * 0.2 + 0.1, 'crop=iw/4:ih/4') }
        }
    }

    def '#name does what its description says'() {
        expect:
        promise(*colors(name))

        where:
        name               | promise
        LookName.WARM_FILM | { gray, skin, black -> gray[0] - gray[2] > 15 && black.sum() > 15 }
        LookName.COLD      | { gray, skin, black -> gray[2] - gray[0] > 20 && skin[0] - skin[2] < 80 }
        LookName.VINTAGE   | { gray, skin, black -> gray[0] - gray[2] > 15 && black.every { it > 20 } && skin[0] - skin[2] < 96 }
        LookName.VIVID     | { gray, skin, black -> gray.max() - gray.min() < 6 && skin[0] - skin[2] > 115 && black.sum() < 9 }
        LookName.CINEMATIC | { gray, skin, black -> black[2] > black[0] + 3 && skin[0] - skin[2] > 105 }
        LookName.NOIR      | { gray, skin, black -> [gray, skin, black].every { it.max() - it.min() < 6 } && black.sum() < 9 }
    }

    def 'every look differs clearly from every other'() {
        expect:
        LookName.values().every { a ->
            LookName.values().every { b -> a == b || [colors(a), colors(b)]*.flatten().transpose().sum { x, y -> Math.abs(x - y) } > 40 }
        }
    }

    def 'a second look takes the place of the first, and a range has its own'() {
        given:
        def looks = { Outcome o -> Timelines.video(o.project().draft()).segments()*.effects().collect { it*.name() } }

        when:
        def first = apply(project(), 'Give it the warm film look')
        def second = apply(first.project(), 'Give it the noir look from 0:02 to 0:04')

        then:
        looks(first) == [[LookName.WARM_FILM]] * 2
        looks(second) == [[LookName.WARM_FILM], [LookName.NOIR], [LookName.WARM_FILM], [LookName.WARM_FILM]]
        second.phrase().english() == 'Gave 0:02-0:04 the noir look.'
        apply(first.project(), 'Give it the warm film look') instanceof Outcome.Unchanged
    }
}

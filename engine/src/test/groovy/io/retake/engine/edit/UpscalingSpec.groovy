package io.retake.engine.edit

import io.retake.core.draft.Draft
import io.retake.core.draft.Effect
import io.retake.core.edit.value.UpscaleMethod
import io.retake.engine.agent.Given
import io.retake.engine.measure.Sharpness
import io.retake.engine.timeline.Asset
import io.retake.engine.timeline.Project
import io.retake.engine.upscale.Upscaler
import io.retake.engine.upscale.UpscalingRun
import java.time.Duration
import spock.lang.Specification

/** How the method is chosen; what it does is shown by the module that has it. */
class UpscalingSpec extends Specification {
    def '#sentence, the footage #sharpness sharp: #words'() {
        when:
        def outcome = Applier.apply(project(), Given.edit(sentence), measured(sharpness, true))

        then:
        outcome instanceof Outcome.Done
        outcome.phrase().english().contains(words)
        outcome.project().draft().canvas().get().width() == 1280
        outcome.project().draft().effects() == effects

        where:
        sentence                                | sharpness || effects                                       | words
        'Upscale to 720p'                       | 0.9       || [new Effect.UpscaledFx(UpscaleMethod.AUTO)]     | 'Uses the small network: the footage is sharp (0.90)'
        'Upscale to 720p'                       | 0.3       || []                                            | 'Uses the fast method: the footage is soft (0.30)'
        'Upscale to 720p with the fast method'  | 0.9       || []                                            | 'Upscaled from 640x360 to 1280x720.'
        'Upscale to 720p with the neural method' | 0.9      || [new Effect.UpscaledFx(UpscaleMethod.NEURAL)]   | 'Uses the large network, as requested. Exports take about'
        'Upscale to 720p with the neural method' | 0.3      || [new Effect.UpscaledFx(UpscaleMethod.NEURAL)]   | 'so it will gain little'
    }

    def 'a network that is not there changes nothing when it is asked for, and is not missed otherwise'() {
        when:
        def asked = Applier.apply(project(), Given.edit('Upscale to 720p with the neural method'), measured(0.9, false))
        def left = Applier.apply(project(), Given.edit('Upscale to 720p'), measured(0.9, false))

        then:
        asked instanceof Outcome.Refused
        asked.phrase().english().contains('RETAKE_NEURAL=on')
        asked.phrase().english().contains('Nothing was changed')
        left.phrase().english() == 'Upscaled from 640x360 to 1280x720.'
        left.project().draft().effects().empty
    }

    def 'a plain resize takes the network away again'() {
        given:
        def enlarged = Applier.apply(project(), Given.edit('Upscale to 720p with the neural method'), measured(0.9, true)).project()

        expect:
        Applier.apply(enlarged, Given.edit('Resize to 480p'), measured(0.9, true)).project().draft().effects().empty
    }

    def 'the answer says how long it takes'() {
        expect: 'half a millisecond for 640x180 pixels, 600 frames of twice as many'
        Applier.apply(project(), Given.edit('Upscale to 720p'), measured(0.9, true)).phrase().english() =~ /Exports take about \d+ s longer\.$/
    }

    def 'each visible frame is counted, at the rate of the timeline: #sentences'() {
        given: 'a hundred nanoseconds for a pixel, so 23.04 ms for a frame of 640x360'
        def project = Given.after(project().withMedia(Given.video('b.mov', 10_000)), *sentences)

        expect:
        Upscaling.estimate(100d, project.draft(), [footage(60)]) == Duration.ofNanos(frames * 23_040_000L)

        where:
        sentences                                                    || frames
        []                                                           || 600
        ['Remove from 0:00 to 0:15']                                 || 150
        ['Set the frame rate to 25 fps', 'Remove from 0:20 to 0:25'] || 500
    }

    def 'a timeline without a rate has that of its footage, and footage without one has 30: #fps'() {
        given:
        def json = project().draft().json().deepCopy()
        json.get('m').remove('fps')

        expect:
        Upscaling.estimate(100d, Draft.of(json), [footage(fps)]) == Duration.ofNanos(frames * 23_040_000L)

        where:
        fps || frames
        60  || 1200
        0   || 600
    }

    def '#seconds s are told as #words'() {
        expect:
        Upscaling.time(Duration.ofMillis((seconds * 1000) as long)).english() == "Exports take about $words longer."

        where:
        seconds || words
        0.2     || '1 s'
        1       || '1 s'
        89.9    || '89 s'
        90      || '2 min'
        149     || '2 min'
        150     || '3 min'
    }

    def 'the network that is used is the one whose speed is measured: #sentence'() {
        given:
        def opened = []
        def enlarger = [name: { 'none' }, trouble: { Optional.empty() }, open: { int w, int h, boolean large -> opened << large; [enlarge: { a, b -> }, close: {}] as UpscalingRun }] as Upscaler

        when:
        Applier.apply(project(), Given.edit(sentence), measured(0.9, enlarger))

        then:
        opened == thorough

        where:
        sentence                                 || thorough
        'Upscale to 720p'                        || [false]
        'Upscale to 720p with the neural method' || [true]
        'Upscale to 720p with the fast method'   || []
    }

    def 'the large network is refused where no moving picture on the timeline gains by it: #what'() {
        expect:
        def outcome = Applier.apply(project, Given.edit('Upscale to 800p with the neural method'), measured(0.9, true))
        outcome instanceof Outcome.Refused
        outcome.phrase().english().startsWith('There is no footage that the network could enlarge')

        where:
        what                           | project
        'a picture'                    | Project.empty('x').withMedia(Given.image('a.png', 640, 360))
        'footage of nearly that size'  | Project.empty('x').withMedia(Given.video('a.mp4', 1000))
        'small footage that was cut'   | Given.after(Project.empty('x').withMedia(Given.video('a.mp4', 1000)).withMedia(Given.video('b.mp4', 1000, 320, 180)), 'Remove from 0:01 to 0:02')
    }

    private static Asset footage(double fps) {
        new Asset('a' * 64, 'a.mp4', Asset.AssetKind.VIDEO, Duration.ofSeconds(20), 640, 360, fps, true)
    }

    private static Project project() { Project.empty('x').withMedia(footage(30)) }

    private static Measurements measured(double sharp, boolean there) {
        measured(sharp, there ? [name: { 'none' }, trouble: { Optional.empty() }, open: { int w, int h, boolean t -> [enlarge: { a, b -> }, close: {}] as UpscalingRun }] as Upscaler : null)
    }

    private static Measurements measured(double sharp, Upscaler enlarger) {
        new Measurements() {
            @Delegate Measurements none = Measurements.NONE

            Optional<Upscaler> enlarger() { Optional.ofNullable(enlarger) }

            Optional<Sharpness> sharpness(String hash) { Optional.of(new Sharpness(sharp)) }
        }
    }
}

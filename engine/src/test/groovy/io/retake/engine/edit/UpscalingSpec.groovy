package io.retake.engine.edit

import io.retake.core.draft.Effect
import io.retake.core.edit.value.UpscaleMethod
import io.retake.engine.agent.Given
import io.retake.engine.measure.Sharpness
import io.retake.engine.timeline.Asset
import io.retake.engine.timeline.Project
import io.retake.engine.upscale.Upscaler
import io.retake.engine.upscale.UpscalingRun
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

    private static Project project() {
        Project.empty('x').withMedia(new Asset('a' * 64, 'a.mp4', Asset.AssetKind.VIDEO, java.time.Duration.ofSeconds(20), 640, 360, 30d, true))
    }

    private static Measurements measured(double sharp, boolean there) {
        def enlarger = [name: { 'none' }, trouble: { Optional.empty() }, open: { int w, int h, boolean t -> [enlarge: { a, b -> }, close: {}] as UpscalingRun }] as Upscaler
        new Measurements() {
            @Delegate Measurements none = Measurements.NONE

            Optional<Upscaler> enlarger() { there ? Optional.of(enlarger) : Optional.empty() }

            Optional<Sharpness> sharpness(String hash) { Optional.of(new Sharpness(sharp)) }
        }
    }
}

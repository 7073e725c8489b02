package io.retake.engine.agent.offer

import com.fasterxml.jackson.databind.ObjectMapper
import io.retake.core.vocabulary.Sentences
import io.retake.engine.agent.Given
import io.retake.engine.timeline.Dialogue
import io.retake.engine.timeline.Project
import spock.lang.Specification

class BindingSpec extends Specification {
    private static String bound(String requests, double gain = 1, Project project = Given.project()) {
        new Binding(project, { gain }).edits(new ObjectMapper().readTree(requests).toList()).map { Dialogue.text(it) }.orElse('')
    }

    def "#request at #gain is #edits"() {
        expect:
        bound("[$request]", gain) == edits

        where:
        request                                              | gain || edits
        '{"op":"remove","from":"0:03","to":"0:07"}'          | 1    || 'Remove from 0:03 to 0:07'
        '{"op":"volume","level":"+some"}'                    | 1    || 'Set the volume to 150%'
        '{"op":"volume","level":"-little"}'                  | 0.8  || 'Set the volume to 60%'
        '{"op":"volume","level":"x0.5"}'                     | 0.8  || 'Set the volume to 40%'
        '{"op":"volume","level":"+10%"}'                     | 0.5  || 'Set the volume to 55%'
        '{"op":"volume","level":"+6 dB"}'                    | 0.5  || 'Set the volume to 99.8%'
        '{"op":"volume","level":"-6 dB"}'                    | 0.5  || ''
        '{"op":"speed","factor":"+some"}'                    | 1    || 'Set the speed to 1.5x'
        '{"op":"speed","factor":"-much"}'                    | 1    || 'Set the speed to 0.5x'
        '{"op":"speed","factor":"+10%"}'                     | 1    || 'Set the speed to 1.1x'
        '{"op":"zoom","factor":"+some"}'                     | 1    || 'Zoom to 1.2x'
        '{"op":"zoom","factor":"-some"}'                     | 1    || ''
        '{"op":"fade","in":"some"}'                          | 1    || 'Fade in over 1 s'
        '{"op":"fadeAudio","out":"some"}'                    | 1    || 'Fade the sound out over 1 s'
        '{"op":"color","brightness":"+some"}'                | 1    || 'Adjust the color with brightness +15%'
        '{"op":"color","contrast":"-much"}'                  | 1    || 'Adjust the color with contrast -30%'
        '{"op":"color","contrast":"x0.5"}'                   | 1    || ''
        '{"op":"hypnotize"}'                                 | 1    || ''
        '{"op":"export","format":"mp4"}'                     | 1    || ''
        '{"op":"amend","edit":{"op":"mute"}}'                | 1    || ''
        '{"op":"mute","on":"clip 2","from":"0:01"}'          | 1    || ''
        '{"op":"mute","ranges":"0:02-0:05, 0:10-0:12"}'      | 1    || 'Mute the sound from 0:02 to 0:05 and 0:10 to 0:12'
        '{"op":"grayscale","except":"0:02-0:05"}'          | 1    || 'Make it grayscale except from 0:02 to 0:05'
        '{"op":"undo"},{"op":"mute"}'                        | 1    || ''
        '{"op":"mute"},{"op":"hypnotize"}'                   | 1    || ''
    }

    def "#cuts are one edit: #together"() {
        given:
        def edits = cuts.collect { Sentences.read(it).get() }

        expect:
        Ordering.of(edits).map { Dialogue.text(it) }.orElse('') == together

        where:
        cuts                                                     || together
        ['Remove from 0:20 to 0:21', 'Remove from 0:02 to 0:03'] || 'Remove from 0:20 to 0:21 and 0:02 to 0:03'
        ['Remove from 0:02 to 0:06', 'Remove from 0:05 to 0:07'] || ''
        ['Remove from 0:02 to 0:03', 'Mute the sound']           || 'Remove from 0:02 to 0:03; Mute the sound'
    }

    def "#edits together mean what was said: #possible"() {
        expect:
        Rehearsal.succeeds(edits.collect { Sentences.read(it).get() }, Given.project()) == possible

        where:
        edits                                                          || possible
        ['Mute the sound from 0:02 to 0:05', 'Set the speed to 2x']    || true
        ['Set the speed to 2x', 'Mute the sound from 0:02 to 0:05']    || false
        ['Remove from 0:02 to 0:05', 'Mute the sound on clip 2']       || false
        ['Mute the sound', 'Mute the sound']                           || true
        ['Remove from 0:40 to 0:50']                                   || false
        ['Undo']                                                       || false
        ['Cut the silence longer than 1 s']                            || true
    }

    def "#edits have one that changes nothing beside the others: #idle"() {
        expect:
        Rehearsal.hasIdleEdit(edits.collect { Sentences.read(it).get() }, Given.project()) == idle

        where:
        edits                                                                          || idle
        ['Change the aspect ratio to 16:9', 'Change the aspect ratio to 9:16']         || true
        ['Mute the sound', 'Mute the sound']                                           || true
        ['Mute the sound', 'Change the aspect ratio to 9:16']                          || false
        ['Mute the sound']                                                             || false
    }
}

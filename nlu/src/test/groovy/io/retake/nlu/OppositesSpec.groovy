package io.retake.nlu

import spock.lang.Specification

/** What is said is never read as its opposite, and a part never as the whole. */
class OppositesSpec extends Specification {
    def "'#message' isn't read as #wrong"() {
        expect:
        !sure(context, message).any { it.path('op').asText() == wrong }

        where:
        context | message                             || wrong
        'A'     | 'add some film grain'               || 'denoise'
        'A'     | 'add background noise'              || 'denoiseAudio'
        'A'     | 'make it shaky'                     || 'stabilize'
        'A'     | "don't stabilize it"                || 'stabilize'
        'A'     | 'do not cut the pauses'             || 'cutSilence'
        'A'     | '加点噪声'                            || 'denoiseAudio'
        'A'     | '不要去掉停顿'                          || 'cutSilence'
        'A'     | '别加防抖'                            || 'stabilize'
        'B'     | "don't remove the music"            || 'remove'
        'B'     | 'keep the title'                    || 'remove'
        'B'     | '别删标题'                            || 'remove'
    }

    def "'#message' isn't read as something for the whole film"() {
        expect:
        !sure(context, message).any { !it.has('on') && !it.has('from') && !it.has('to') && it.path('op').asText() in ['mute', 'speed', 'grayscale'] }

        where:
        context | message
        'B'     | 'mute the next clip'
        'B'     | 'speed up this part'
        'B'     | 'only the new clip in black and white'
        'B'     | '把下一段静音'
        'B'     | '这一段加速'
    }

    /** The requests of the most probable reading, where it is sure enough to be offered first. */
    private static List sure(String context, String message) {
        def best = Parser.read(message, Contexts.ALL[context]).find()
        best && best.probability() >= 0.5 ? best.reading().requests() : []
    }
}

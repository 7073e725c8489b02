package io.retake.engine.filter

import java.time.Duration
import spock.lang.Specification

class ColorCorrectionSpec extends Specification {

    def 'a channel of #value becomes #corrected: #correction'() {
        expect:
        Math.abs(correction.apply(value, correction.red()) - corrected) < 0.01

        where:
        value | correction                                    || corrected
        128   | ColorCorrection.NONE                          || 128
        100   | new ColorCorrection(1.4d, 1, 1, 0, 255, 1)    || 140
        200   | new ColorCorrection(1.4d, 1, 1, 0, 255, 1)    || 255
        40    | new ColorCorrection(1, 1, 1, 40, 240, 1)      || 0
        20    | new ColorCorrection(1, 1, 1, 40, 240, 1)      || 0
        140   | new ColorCorrection(1, 1, 1, 40, 240, 1)      || 127.5
        240   | new ColorCorrection(1, 1, 1, 40, 240, 1)      || 255
        63.75 | new ColorCorrection(1, 1, 1, 0, 255, 2)       || 127.5
    }

    def 'a correction that nobody would see is none: #correction'() {
        expect:
        correction.filters().empty == none

        where:
        correction                                                 || none
        ColorCorrection.NONE                                       || true
        new ColorCorrection(1.014d, 0.986d, 1.014d, 1.9d, 253, 1.014d) || true
        new ColorCorrection(1.016d, 1, 1, 0, 255, 1)               || false
        new ColorCorrection(1, 0.984d, 1, 0, 255, 1)               || false
        new ColorCorrection(1, 1, 1.016d, 0, 255, 1)               || false
        new ColorCorrection(1, 1, 1, 2, 255, 1)                    || false
        new ColorCorrection(1, 1, 1, 0, 252, 1)                    || false
        new ColorCorrection(1, 1, 1, 0, 255, 1.016d)               || false
    }

    def 'the filters compute what the program does'() {
        given:
        def correction = new ColorCorrection(1.2d, 1, 0.8d, 10, 210, 1.25d)

        expect:
        Filter.text(correction.filters()).contains("lutrgb=r='255*pow(clip((val*1.2-10)/200,0,1),0.8)':g='255*pow(clip((val*1-10)/200,0,1),0.8)':b='255*pow(clip((val*0.8-10)/200,0,1),0.8)'")
    }

    def 'a number is written as FFmpeg reads it: #text'() {
        expect:
        FilterNumbers.number(number) == text

        where:
        number      || text
        0           || '0'
        -1e-7d      || '0'
        1e20d       || '100000000000000000000'
        1.5d        || '1.5'
        1 / 3d      || '0.333333'
        0.0000005d  || '0.000001'
        -2          || '-2'
    }

    def 'a time is written in seconds, to the microsecond: #text'() {
        expect:
        FilterNumbers.seconds(time) == text

        where:
        time                      || text
        Duration.ZERO             || '0.000000'
        Duration.ofMillis(1500)   || '1.500000'
        Duration.ofNanos(499)     || '0.000000'
        Duration.ofNanos(500)     || '0.000001'
        Duration.ofHours(10)      || '36000.000000'
    }
}

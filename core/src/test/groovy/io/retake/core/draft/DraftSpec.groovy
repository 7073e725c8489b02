package io.retake.core.draft

import io.retake.core.edit.value.Change
import io.retake.core.edit.value.Direction
import io.retake.core.edit.value.Fit
import io.retake.core.edit.value.Lufs
import io.retake.core.edit.value.Offset
import io.retake.core.edit.value.Position
import io.retake.core.edit.value.Share
import io.retake.core.edit.value.Strength
import io.retake.core.edit.value.TitleStyle
import java.time.Duration
import spock.lang.Specification

class DraftSpec extends Specification {
    // By hand, from the protocol's section on the draft; keys that no version of ours knows are mixed in everywhere.
    private static final String CITY = '{"zz":{"deep":[1,2.50,0.12345678901234567890123,null]},"t":[' +
        '{"x1":true,"tt":0,"sg":[{"q":"?","s":0,"d":10000,"m":{"lang":"en","title":"city timelapse"},"md":"abc","tail":[]}],"after":1e3},' +
        '{"tt":1,"sg":[{"s":0,"d":10000,"vol":0.35,"m":{"title":"Lo-fi"}}]},' +
        '{"tt":7,"sg":[{"s":0,"d":3000,"tx":"Urban Dreams"}]},' +
        '{"tt":42,"sg":[]}],"d":10000,"m":{"title":"Urban","width":1280,"height":720,"mood":"calm"},"end":"kept"}'

    def "the summary has exactly the protocol's format"() {
        given:
        def draft = Draft.parse(CITY)

        expect:
        draft.withTracks(draft.tracks().take(3)).summary() ==
            'Timeline (3 tracks): 1. Video: city timelapse (0-10s) 2. BGM: Lo-fi (0-10s, 35%) 3. Title: "Urban Dreams" (0-3s)'
        draft.summary().endsWith('4. Track: empty')
        Draft.empty('x').summary() == 'Timeline (0 tracks)'
    }

    def "a draft that was read is written without losing or moving anything"() {
        expect:
        Draft.parse(CITY).json().toString() == CITY.replace('1e3', '1E+3')
    }

    def "a draft that was made here equals itself after it was written and read"() {
        given:
        def segment = Segment.ofMedia('s1', 'a', 'abc', Duration.ofMillis(5), Duration.ofDays(6)).withIn(Duration.ofMillis(7)).withSpeed(2)
            .withEffects([new Effect.FadeFx(Duration.ofMillis(1), Duration.ofDays(5)), new Effect.AutoColorFx()])
        def draft = Draft.empty('x').withTracks([Track.of(TrackType.VIDEO, [segment])]).withCanvas(new Canvas(640, 360, Fit.PAD, false)).withFps(25)

        expect:
        Draft.parse(draft.toString()) == draft
    }

    def "unknown keys stay in place whatever changes around them"() {
        given:
        def draft = Draft.parse(CITY)
        def video = draft.tracks()[0]
        def changed = video.segments()[0].withDuration(Duration.ofSeconds(4)).withTitle('city').withSpeed(2).withEffects([new Effect.GrayscaleFx()])

        when:
        def next = draft.withTrack({ it.is(TrackType.VIDEO) }, video.withSegments([changed]))
            .withCanvas(new Canvas(1920, 1080, Fit.CROP, true)).withFps(30)

        then:
        next.json().toString() == CITY.replace('1e3', '1E+3')
            .replace('"d":10000,"m":{"lang":"en","title":"city timelapse"},"md":"abc","tail":[]',
                '"d":4000,"m":{"lang":"en","title":"city"},"md":"abc","tail":[],"sp":2.0,"fx":[{"k":"grayscale"}]')
            .replace('"width":1280,"height":720,"mood":"calm"', '"width":1920,"height":1080,"mood":"calm","fit":"crop","sharpen":true,"fps":30.0')
        draft.json().toString().contains('city timelapse')
    }

    def "a number that Jackson can't make is broken JSON, and no fault"() {
        when:
        Draft.parse('{"zz":11e1000000678901234567890123}')

        then:
        def e = thrown(InvalidDraft)
        e.message.contains('broken JSON: a number that is none')
    }

    def "an effect that this version does not know is kept as it came"() {
        given:
        def json = '{"t":[{"tt":0,"sg":[{"s":0,"d":1,"fx":[{"k":"hologram","a":[1]},{"k":"fade","in":500,"out":0},{"k":"grade","brightness":900}]}]}]}'
        def segment = Draft.parse(json).tracks()[0].segments()[0]

        expect:
        segment.effects()[1] == new Effect.FadeFx(Duration.ofMillis(500), Duration.ZERO)
        segment.effects()[0] instanceof Effect.Foreign
        segment.effects()[2] instanceof Effect.Foreign
        segment.withEffects(segment.effects()).toString() == segment.toString()
    }

    def "it is ready for export when some track has a segment"() {
        expect:
        Draft.parse(CITY).ready()
        !Draft.parse('{"t":[{"tt":0,"sg":[]}]}').ready()
        !Draft.parse('{}').ready()
    }

    def "a text segment says what, where and how"() {
        given:
        def segment = Segment.ofText('s1', 'Go\n"now"', Duration.ofSeconds(1), Duration.ofSeconds(2), Position.LOWER_THIRD, TitleStyle.BOX)
        def draft = Draft.empty('x').withTracks([Track.of(TrackType.TEXT, [segment])])

        expect:
        segment.position() == Position.LOWER_THIRD
        segment.style() == TitleStyle.BOX
        draft.duration() == Duration.ofSeconds(3)
        draft.summary() == 'Timeline (1 track): 1. Title: "Go "now"" (1-3s)'
    }

    def "a long track is one line all the same"() {
        given:
        def segments = (0..<10_000).collect { Segment.ofMedia("s$it", "c$it", 'abc', Duration.ofMillis(it * 40L), Duration.ofMillis(40)) }

        expect:
        Draft.empty('x').withTracks([Track.of(TrackType.VIDEO, segments)]).summary().endsWith('c11 (0.44-0.48s), and 9988 more')
    }

    def "rejects an invalid timeline, with the place"() {
        when:
        Draft.parse(json)

        then:
        def wrong = thrown(InvalidDraft)
        wrong.message == message

        where:
        json | message
        '[]' | 'not a timeline: it must be a JSON object'
        '{"t":{}}' | 'not a timeline: t must be an array of tracks'
        '{"t":[1]}' | 'not a timeline: t[0] must be an object'
        '{"t":[{"sg":[{"s":-1}]}]}' | 'not a timeline: t[0].sg[0].s must be a time in milliseconds, 0 to a week; found -1'
        '{"t":[{"sg":[{"d":1e300}]}]}' | 'not a timeline: t[0].sg[0].d must be a time in milliseconds, 0 to a week; found 1E+300'
        '{"t":[{"sg":[[]]}]}' | 'not a timeline: t[0].sg[0] must be an object'
        '{"d":"long"}' | 'not a timeline: d must be a time in milliseconds, 0 to a week; found "long"'
    }

    def "every effect survives its JSON, under the name of its record"() {
        expect:
        Effect.of(effect.json()) == effect
        effect.json().toString() == json

        where:
        effect | json
        new Effect.AutoColorFx() | '{"k":"auto-color"}'
        new Effect.GradeFx(new Change(10), new Change(0), new Change(-20.5d), new Change(0)) | '{"k":"grade","brightness":10.0,"contrast":0.0,"saturation":-20.5,"temperature":0.0}'
        new Effect.FadeFx(Duration.ofSeconds(2), Duration.ZERO) | '{"k":"fade","in":2000,"out":0}'
        new Effect.CropFx(new Share(10), new Share(0), new Share(0), new Share(5)) | '{"k":"crop","left":10.0,"right":0.0,"top":0.0,"bottom":5.0}'
        new Effect.RotateFx(90) | '{"k":"rotate","degrees":90}'
        new Effect.FlipFx(Direction.VERTICAL) | '{"k":"flip","direction":"vertical"}'
        new Effect.ZoomFx(1, 1.5) | '{"k":"zoom","from":1.0,"to":1.5}'
        new Effect.StabilizeFx(Strength.STRONG) | '{"k":"stabilize","strength":"strong"}'
        new Effect.SyncFx(new Offset(Duration.ofMillis(-200)), 1.001) | '{"k":"sync","offset":-200,"stretch":1.001}'
        new Effect.LoudnessFx(new Lufs(-14)) | '{"k":"loudness","target":-14.0}'
        new Effect.LutFx('abc') | '{"k":"lut","media":"abc"}'
    }
}

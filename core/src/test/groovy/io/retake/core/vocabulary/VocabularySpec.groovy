package io.retake.core.vocabulary

import com.fasterxml.jackson.databind.node.JsonNodeFactory
import io.retake.core.edit.arrange.Remove
import io.retake.core.edit.arrange.Speed
import io.retake.core.edit.arrange.Trim
import io.retake.core.edit.picture.Aspect
import io.retake.core.edit.picture.AutoColor
import io.retake.core.edit.picture.Captions
import io.retake.core.edit.picture.Color
import io.retake.core.edit.picture.Fade
import io.retake.core.edit.picture.Title
import io.retake.core.edit.picture.Upscale
import io.retake.core.edit.session.Undo
import io.retake.core.edit.sound.Music
import io.retake.core.edit.sound.Volume
import io.retake.core.edit.value.Change
import io.retake.core.edit.value.Factor
import io.retake.core.edit.value.Fit
import io.retake.core.edit.value.FrameSize
import io.retake.core.edit.value.Level
import io.retake.core.edit.value.Moment
import io.retake.core.edit.value.Position
import io.retake.core.edit.value.Ratio
import io.retake.core.edit.value.Shift
import io.retake.core.edit.value.Target
import io.retake.core.edit.value.TitleStyle
import java.time.Duration
import spock.lang.Specification

class VocabularySpec extends Specification {

    def "an edit has one canonical sentence, one line of script and one JSON"() {
        expect:
        Sentences.write(edit) == sentence
        Vocabulary.of(edit).script(edit) == script
        Vocabulary.toJson(edit).toString() == json

        where:
        edit | sentence | script | json
        new Trim(at(2000), at(12000), Target.EVERYTHING) | 'Trim from 0:02 to 0:12' | 'trim from: 2.s, to: 12.s' | '{"op":"trim","from":"0:02","to":"0:12"}'
        new Remove(new Moment.BeforeEnd(s(5)), Moment.END, Target.EVERYTHING) | 'Remove from 0:05 before the end to the end' | "remove from: '0:05 before the end'" | '{"op":"remove","from":"0:05 before the end"}'
        new Speed(new Factor(1.5), Moment.START, Moment.END, new Target.Clip(2)) | 'Set the speed to 1.5x on clip 2' | 'speed 1.5, on: clip(2)' | '{"op":"speed","factor":"1.5x","on":"clip 2"}'
        new Upscale(new FrameSize.Lines(1080)) | 'Upscale to 1080p' | 'upscale 1080.p' | '{"op":"upscale","size":"1080p"}'
        new Aspect(new Ratio(9, 16), Fit.BLUR) | 'Change the aspect ratio to 9:16 with blur' | "aspect '9:16', fit: blur" | '{"op":"aspect","ratio":"9:16","fit":"blur"}'
        new AutoColor(Target.EVERYTHING) | 'Fix the color automatically' | 'color auto' | '{"op":"color-auto"}'
        new Color(new Change(10), new Change(0), new Change(-20), new Change(0), '', Target.EVERYTHING) | 'Adjust the color with brightness +10% with saturation -20%' | 'color brightness: 10.percent, saturation: (-20).percent' | '{"op":"color","brightness":"+10%","saturation":"-20%"}'
        new Volume(new Level.Decibel(-6), at(500), Moment.END, Target.EVERYTHING) | 'Set the volume to -6 dB from 0:00.5 to the end' | 'volume (-6).dB, from: 0.5.s' | '{"op":"volume","level":"-6 dB","from":"0:00.5"}'
        new Music('song.mp3', new Level.Percent(35), true) | 'Add the music "song.mp3" with ducking under speech' | "music 'song.mp3', duck: true" | '{"op":"music","file":"song.mp3","duck":true}'
        new Title('It\'s "50%"\n好', at(1000), at(4000), Position.LOWER_THIRD, TitleStyle.BOX) | 'Add the title "It\'s \\"50%\\"\\n好" from 0:01 to 0:04 at the lower third in box style' | "title 'It\\'s \"50%\"\\n好', from: 1.s, to: 4.s, position: 'lower third', style: box" | '{"op":"title","text":"It\'s \\"50%\\"\\n好","from":"0:01","to":"0:04","position":"lower third","style":"box"}'
        new Color(new Change(0), new Change(0), new Change(0), new Change(0), 'look.cube', new Target.Clip(2)) | 'Adjust the color with the table "look.cube" on clip 2' | "color lut: 'look.cube', on: clip(2)" | '{"op":"color","lut":"look.cube","on":"clip 2"}'
        new Captions('talk.srt', new Shift(Duration.ofMillis(-500)), Position.TOP, TitleStyle.BOX) | 'Add the captions "talk.srt" shifted by -0.5 s at the top in box style' | "captions 'talk.srt', offset: (-0.5).s, position: top, style: box" | '{"op":"captions","file":"talk.srt","offset":"-0.5 s","position":"top","style":"box"}'
        new Captions('talk.srt', new Shift(Duration.ZERO), Position.BOTTOM, TitleStyle.OUTLINE) | 'Add the captions "talk.srt"' | "captions 'talk.srt'" | '{"op":"captions","file":"talk.srt"}'
        new Fade(s(2), Duration.ofMillis(1500), Target.EVERYTHING) | 'Fade in over 2 s out over 1.5 s' | 'fade in: 2.s, out: 1.5.s' | '{"op":"fade","in":"2 s","out":"1.5 s"}'
        new Undo(1) | 'Undo' | 'undo()' | '{"op":"undo"}'
        new Undo(3) | 'Undo the last 3 changes' | 'undo 3' | '{"op":"undo","steps":3}'
    }

    def "every operation says what it is for, and its example names its verb"() {
        expect:
        Vocabulary.operations().every { it.help().endsWith('.') && it.example().startsWith(it.verb()) }
        Vocabulary.operations()*.name().toUnique().size() == Vocabulary.operations().size()
        Vocabulary.operations().every { it.arguments().every { a -> !a.help().blank } }
    }

    def "rejects an invalid edit with its argument, the value found and the value expected"() {
        when:
        Vocabulary.named(name).get().bind(args)

        then:
        def wrong = thrown(InvalidEdit)
        wrong.message == message
        wrong.argument() == Optional.ofNullable(argument)
        !wrong.advice().blank

        where:
        name | args | argument | message
        'trim' | [from: 'soon'] | 'from' | "'trim', argument from: expected a time such as 2.s, '0:12.5', 'the end' or '0:05 before the end', found 'soon'"
        'trim' | [:] | null | 'trim needs from: or to:, such as trim from: 2.s, to: 12.s'
        'trim' | [from: s(5), to: s(5)] | null | 'the range from 0:05 to 0:05 is empty: it must end after it begins'
        'speed' | [factor: -2] | 'factor' | "'speed', argument factor: a speed is 0.05 to 100 times, not -2; to play backwards is another edit, not a negative speed"
        'upscale' | [:] | 'size' | "'upscale' needs size: a size such as 1080.p, '4k' or '1920x1080'"
        'upscale' | [sise: '1080p'] | 'sise' | "'upscale' has no argument 'sise'; did you mean 'size'?"
        'title' | [text: ' '] | null | "title needs a text, such as title 'Ada Lovelace'"
        'color' | [:] | null | 'color changes nothing: give brightness, contrast, saturation, temperature or lut, or use color auto'
    }

    def "JSON of an operation that is not there is answered with the nearest one and with all"() {
        when:
        Vocabulary.fromJson(JsonNodeFactory.instance.objectNode().put('op', op))

        then:
        def wrong = thrown(InvalidEdit)
        wrong.message == message
        wrong.argument().empty
        wrong.advice().contains('trim, remove, speed') && wrong.advice().contains('color-auto')

        where:
        op     | message
        'trmi' | "there is no operation 'trmi'; did you mean 'trim'?"
        'xyz'  | "there is no operation 'xyz'"
    }

    def "a verb has one operation, or several that a keyword tells apart: #verb"() {
        expect:
        Vocabulary.verb(verb)*.name() == names

        where:
        verb       || names
        'trim'     || ['trim']
        'color'    || ['color-auto', 'color']
        'nonsense' || []
    }

    def "an argument without a default is required: #operation"() {
        expect:
        Vocabulary.named(operation).get().arguments().findAll { it.required() }*.name() == required

        where:
        operation || required
        'trim'    || []
        'volume'  || ['level']
        'swap'    || ['first', 'with']
    }

    private static Moment at(long ms) { Moment.at(Duration.ofMillis(ms)) }

    private static Duration s(long seconds) { Duration.ofSeconds(seconds) }
}

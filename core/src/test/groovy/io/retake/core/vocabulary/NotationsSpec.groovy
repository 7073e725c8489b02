package io.retake.core.vocabulary

import io.retake.core.edit.value.Change
import io.retake.core.edit.value.Factor
import io.retake.core.edit.value.FrameRate
import io.retake.core.edit.value.FrameSize
import io.retake.core.edit.value.Joint
import io.retake.core.edit.value.Level
import io.retake.core.edit.value.Lufs
import io.retake.core.edit.value.Moment
import io.retake.core.edit.value.Offset
import io.retake.core.edit.value.Order
import io.retake.core.edit.value.Percentage
import io.retake.core.edit.value.Position
import io.retake.core.edit.value.Share
import io.retake.core.edit.value.Shift
import io.retake.core.edit.value.Target
import java.time.Duration
import spock.lang.Specification

class NotationsSpec extends Specification {

    def 'a script gives a #type.simpleName as #given'() {
        expect:
        Notations.of(type).from(given) == value

        where:
        type         | given                              || value
        Moment       | Duration.ofMillis(1500)            || Moment.at(Duration.ofMillis(1500))
        Moment       | 'start'                            || Moment.START
        Moment       | 'end'                              || Moment.END
        Moment       | '1/3 of the way'                   || new Moment.Fraction(1, 3)
        Duration     | '1.5 s'                            || Duration.ofMillis(1500)
        Offset       | Duration.ofMillis(-40)             || new Offset(Duration.ofMillis(-40))
        Offset       | '40 ms'                            || new Offset(Duration.ofMillis(40))
        Shift        | Duration.ofMillis(-500)            || new Shift(Duration.ofMillis(-500))
        Shift        | '- 2 s'                            || new Shift(Duration.ofSeconds(-2))
        Level        | new Percentage(35)                 || new Level.Percent(35)
        Level        | '-6 dB'                            || new Level.Decibel(-6)
        Change       | new Percentage(-20)                || new Change(-20)
        Share        | new Percentage(20)                 || new Share(20)
        Lufs         | '-14 LUFS'                         || new Lufs(-14)
        Factor       | 2                                  || new Factor(2)
        FrameRate    | 25                                 || new FrameRate(25)
        FrameRate    | '29.97 fps'                        || new FrameRate(29.97d)
        FrameSize    | '8K'                               || new FrameSize.Lines(4320)
        FrameSize    | '4k'                               || new FrameSize.Lines(2160)
        FrameSize    | 'UHD'                              || new FrameSize.Lines(2160)
        FrameSize    | '2k'                               || new FrameSize.Lines(1440)
        FrameSize    | 'Full HD'                          || new FrameSize.Lines(1080)
        FrameSize    | 'HD'                               || new FrameSize.Lines(720)
        FrameSize    | '1280 × 720'                       || new FrameSize.Pixels(1280, 720)
        Target       | 'a.mp4'                            || new Target.Named('a.mp4')
        Target       | '"clip 2"'                         || new Target.Named('clip 2')
        Target       | 'clip 2'                           || new Target.Clip(2)
        Target       | 'the music'                        || new Target.Layer(Target.TrackKind.MUSIC)
        Target.Piece | 3                                  || new Target.Clip(3)
        Target.Piece | new Target.Scene(3)                || new Target.Scene(3)
        Target.Piece | '3'                                || new Target.Clip(3)
        Joint        | [2, 3]                             || new Joint.Between(2, 3)
        Joint        | 'all clips'                        || Joint.ALL
        Order        | [3, 1]                             || new Order.Listed([3, 1])
        Order        | '3 1, 2'                           || new Order.Listed([3, 1, 2])
        Order        | [new Target.Scene(2), new Target.Scene(1)] || new Order.Scenes([2, 1])
        Order        | 'clip 3 first'                     || new Order.Moved(new Target.Clip(3), Order.Edge.FIRST)
        Order        | 'clip 3 last'                      || new Order.Moved(new Target.Clip(3), Order.Edge.LAST)
        Order        | 'scene 3 before scene 1'           || new Order.Moved(new Target.Scene(3), new Order.Beside(false, new Target.Scene(1)))
        Position     | 'lower-third'                      || Position.LOWER_THIRD
        int          | 3L                                 || 3
        int          | 3.0d                               || 3
        int          | '3'                                || 3
        boolean      | true                               || true
        boolean      | 'no'                               || false
    }

    def 'a script cannot give a #type.simpleName as #given'() {
        when:
        Notations.of(type).from(given)

        then:
        def wrong = thrown(IllegalArgumentException)
        wrong.message.contains("found $found")

        where:
        type         | given                                || found
        Target       | '  '                                 || "'  '"
        Target.Piece | 'the music'                          || "'the music'"
        Target.Piece | 2.5d                                 || '2.5 (Double)'
        Joint        | [1, 2, 3]                            || '[1, 2, 3] ('
        Joint        | [1]                                  || '[1] ('
        Joint        | []                                   || '[] ('
        Joint        | 'clips 1 and'                        || "'clips 1 and'"
        Order        | []                                   || '[] ('
        Order        | [1, 'two']                           || '[1, two] ('
        Order        | [new Target.Scene(2), 1]             || '['
        Order        | [1, new Target.Scene(2)]             || '['
        Order        | 'clip 3'                             || "'clip 3'"
        Order        | 'longest'                            || "'longest'"
        FrameRate    | true                                 || 'true (Boolean)'
        FrameSize    | 'huge'                               || "'huge'"
        int          | 2.5d                                 || '2.5 (Double)'
        int          | 3_000_000_000L                       || '3000000000 (Long)'
        int          | true                                 || 'true (Boolean)'
        boolean      | 'perhaps'                            || "'perhaps'"
    }

    def 'what a script gives is #literal when it is written as a script'() {
        expect:
        Notations.of(type).script(value) == literal

        where:
        type         | value                                                    || literal
        Moment       | Moment.START                                             || "'the start'"
        Moment       | Moment.at(Duration.ofMillis(1500))                       || '1.5.s'
        Level        | new Level.Percent(0)                                     || '0.percent'
        Level        | new Level.Decibel(-6)                                    || '(-6).dB'
        Lufs         | new Lufs(-14)                                            || '(-14).lufs'
        FrameSize    | new FrameSize.Pixels(1280, 720)                          || "'1280x720'"
        FrameSize    | new FrameSize.Lines(720)                                 || '720.p'
        Target       | new Target.Clip(2)                                       || 'clip(2)'
        Target       | new Target.Scene(2)                                      || 'scene(2)'
        Target       | new Target.Named("it's")                                 || "'it\\'s'"
        Target       | new Target.Layer(Target.TrackKind.TEXT)                  || "'the text'"
        Target       | Target.EVERYTHING                                        || "'everything'"
        Target.Piece | new Target.Clip(2)                                       || '2'
        Target.Piece | new Target.Scene(2)                                      || 'scene(2)'
        Joint        | new Joint.Between(2, 3)                                  || '[2, 3]'
        Joint        | Joint.ALL                                                || "'all clips'"
        Order        | new Order.Listed([3, 1])                                 || '[3, 1]'
        Order        | new Order.Scenes([2, 1])                                 || "'scenes 2, 1'"
        Order        | new Order.By(Order.Rule.LONGEST_FIRST)                   || "'longest first'"
        Position     | Position.LOWER_THIRD                                     || "'lower third'"
        boolean      | true                                                     || 'true'
        int          | 3                                                        || '3'
    }

    def 'what is written for a sentence is read back: #text'() {
        given:
        def notation = Notations.of(type)

        expect:
        notation.write(value) == text
        text ==~ notation.pattern()
        notation.from(text) == value

        where:
        type    | value                                    || text
        boolean | true                                     || 'yes'
        boolean | false                                    || 'no'
        Change  | new Change(0)                            || '+0%'
        Change  | new Change(-5)                           || '-5%'
        Offset  | new Offset(Duration.ofMillis(-200))      || '-200 ms'
        Shift   | new Shift(Duration.ofMillis(-500))       || '-0.5 s'
        Shift   | new Shift(Duration.ofMillis(500))        || '+0.5 s'
    }

    def 'a type without a notation is a fault of the program'() {
        when:
        Notations.of(Thread)

        then:
        thrown(IllegalStateException)
    }
}

package io.retake.engine.render

import static io.retake.core.draft.TrackType.AUDIO
import static io.retake.core.draft.TrackType.VIDEO

import io.retake.core.draft.Segment
import io.retake.engine.media.MediaEnds
import java.time.Duration
import spock.lang.Specification

/** Where a timeline uses more of a medium than there is. The medium's picture ends at 3 s and its sound at 5 s, or as it says. */
class ShortfallsSpec extends Specification {

    private static Optional<Duration> s(Double seconds) { Optional.ofNullable(seconds).map { Duration.ofMillis((long) (it * 1000)) } }

    private static Segment clip(double in_, double length) {
        Segment.ofMedia('1', 'a.mp4', 'a', Duration.ZERO, Duration.ofMillis((long) (length * 1000))).withIn(Duration.ofMillis((long) (in_ * 1000)))
    }

    private static List<String> told(type, List<Segment> clips, Double picture, Double sound, boolean seen = true, boolean heard = true) {
        def medium = new Shortfalls.Medium('a.mp4', new MediaEnds(s(picture), s(sound), Optional.empty(), false))
        Shortfalls.of(Footage.draft([(type): clips]), { it == 'a' ? Optional.of(medium) : Optional.empty() }, seen, heard)*.text()
    }

    def 'Shortfalls lists the parts of clips that have no data (#what)'() {
        expect:
        told(type, clips, picture, sound) == texts

        where:
        what                              | type  | clips                                     | picture | sound || texts
        'all of it'                       | VIDEO | [clip(0, 3)]                              | 3d      | 3d    || []
        'a little less, as files have it' | VIDEO | [clip(0, 3)]                              | 2.9d    | 3.1d  || []
        'the end of the picture'          | VIDEO | [clip(0, 6)]                              | 3d      | 3d    || ['a.mp4 ends at 3.0 s; the last frame is held for 3.0 s']
        'a clip behind the end'           | VIDEO | [clip(4, 2)]                              | 3d      | 3d    || ['a.mp4 ends at 3.0 s; the last frame is held for 2.0 s']
        'twice'                           | VIDEO | [clip(0, 4), clip(2, 2)]                  | 3d      | 3d    || ['a.mp4 ends at 3.0 s; the last frame is held for 2.0 s']
        'at twice the speed'              | VIDEO | [clip(0, 3).withSpeed(2)]                 | 3d      | 3d    || ['a.mp4 ends at 3.0 s; the last frame is held for 1.5 s']
        'only what is there'              | VIDEO | [clip(1, 2)]                              | 3d      | 3d    || []
        'more sound'                      | VIDEO | [clip(0, 3)]                              | 3d      | 5d    || ['a.mp4: 2.0 s of sound beyond the picture is not in the film']
        'more sound, used twice'          | VIDEO | [clip(0, 3), clip(1, 2)]                  | 3d      | 5d    || ['a.mp4: 2.0 s of sound beyond the picture is not in the film']
        'more sound, trimmed before'      | VIDEO | [clip(0, 2)]                              | 3d      | 5d    || []
        'more sound, muted'               | VIDEO | [clip(0, 3).withGain(0)]                  | 3d      | 5d    || []
        'less sound'                      | VIDEO | [clip(0, 3)]                              | 3d      | 1d    || ['the sound of a.mp4 ends at 1.0 s; 2.0 s are silent']
        'less sound, trimmed before'      | VIDEO | [clip(0, 1)]                              | 3d      | 1d    || []
        'no sound at all'                 | VIDEO | [clip(0, 3)]                              | 3d      | null  || []
        'music that ends'                 | AUDIO | [clip(0, 6)]                              | null    | 4d    || ['the sound of a.mp4 ends at 4.0 s; 2.0 s are silent']
        'the sound of a film as music'    | AUDIO | [clip(0, 5)]                              | 3d      | 5d    || []
        'what nobody knows'               | VIDEO | [clip(0, 60)]                             | null    | null  || []
    }

    def 'a film without picture or sound has no shortfalls of it'() {
        expect:
        told(VIDEO, [clip(0, 6)], 3d, 1d, true, false) == ['a.mp4 ends at 3.0 s; the last frame is held for 3.0 s']
        told(VIDEO, [clip(0, 6)], 3d, 1d, false, true) == ['the sound of a.mp4 ends at 1.0 s; 2.0 s are silent']
    }
}

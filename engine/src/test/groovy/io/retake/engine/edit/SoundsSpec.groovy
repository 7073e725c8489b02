package io.retake.engine.edit

import static io.retake.engine.agent.Given.*

import io.retake.core.draft.Effect
import io.retake.core.draft.TrackType
import io.retake.engine.agent.Given
import io.retake.engine.timeline.Asset
import io.retake.engine.timeline.Project
import java.time.Duration
import spock.lang.Specification

/** Which sound an edit means, and what it says of it. */
class SoundsSpec extends Specification {
    private static Asset silent(String name) {
        new Asset('hash-' + name, name, Asset.AssetKind.VIDEO, Duration.ofSeconds(2), 1280, 720, 30d, false)
    }

    private static Asset sound(String name, String hash = name) {
        new Asset('hash-' + hash, name, Asset.AssetKind.AUDIO, Duration.ofSeconds(7), 0, 0, 0d, true)
    }

    def "the music is the file whose name is said: #name of #files"() {
        given:
        def project = files.inject(Given.project()) { p, file -> p.withMedia(file) }

        expect:
        segments(after(project, "Add the music \"$name\"".toString()), TrackType.AUDIO)*.media() == [Optional.of('hash-' + meant)]

        where:
        name       | files                                                    || meant
        'Song.mp3' | [sound('Song.mp3', 'capital')]                           || 'capital'
        'song.mp3' | [sound('Song.mp3', 'capital')]                           || 'song.mp3'
        'song'     | []                                                       || 'song.mp3'
        'hit.wav'  | [sound('hit.mp3'), sound('hit.wav')]                     || 'hit.wav'
        'HIT.WAV'  | [sound('hit.mp3'), sound('hit.wav')]                     || 'hit.wav'
        'hit.mp3'  | [sound('hit.mp3', 'first'), sound('hit.mp3', 'later')]   || 'later'
        'hit'      | [sound('hit.mp3', 'first'), sound('hit.mp3', 'later')]   || 'later'
    }

    def "a name that means several files, or one without sound, is asked back: #name"() {
        given:
        def project = files.inject(Project.empty('x').withMedia(silent('mute.mp4'))) { p, file -> p.withMedia(file) }

        expect:
        Given.apply(project, "Add the music \"$name\"".toString()).phrase().english() == answer

        where:
        name       | files                                   | answer
        'hit'      | [sound('hit.mp3'), sound('hit.wav')]    | '"hit" matches several files: hit.mp3, hit.wav. Say which one.'
        'mute.mp4' | [sound('hit.mp3')]                      | '"mute.mp4" has no sound; files with sound: hit.mp3.'
        'x.mp3'    | []                                      | 'No file "x.mp3" in this session; no file with sound has been uploaded. Upload one first.'
    }

    def "music says what it is and what it replaces: #sentences"() {
        expect:
        Given.apply(after(Given.project(), *sentences.dropRight(1)), sentences.last()).phrase().english() == answer

        where:
        sentences                                                        | answer
        ['Add the music "song.mp3"']                                     | 'Added the music "song.mp3" at 35%.'
        ['Add the music "song.mp3" at 50% with ducking under speech']    | 'Added the music "song.mp3" at 50%, ducked under speech.'
        ['Add the music "song.mp3"', 'Add the music "a.mp4"']            | 'Added the music "a.mp4" at 35%, replacing the earlier music. "a.mp4" is not a clip any more: only its upload had placed it. The timeline is 0:20 long.'
    }

    def "a name means the clips of that file, and the music only when there are none: #sentence"() {
        given:
        def project = after(Given.project(), 'Swap clip 1 with clip 2', 'Swap clip 1 with clip 2', "Add the music \"$file\"".toString(), sentence)

        expect:
        segments(project, TrackType.VIDEO)*.gain() == clips
        segments(project, TrackType.AUDIO)*.gain() == music

        where:
        file       | sentence                                   || clips  | music
        'song.mp3' | 'Set the volume to 80% on "a.mp4"'         || [0.8d, 1d] | [0.35d]
        'a.mp4'    | 'Set the volume to 80% on "a.mp4"'         || [0.8d, 1d] | [0.35d]
        'song.mp3' | 'Set the volume to 80% on "song.mp3"'      || [1d, 1d]   | [0.8d]
        'song.mp3' | 'Mute the sound on clip 1'                 || [0d, 1d]   | [0.35d]
        'song.mp3' | 'Mute the sound on the music'              || [1d, 1d]   | [0d]
    }

    def "a level says what it is of, from when to when, and that the music keeps its own: #sentence"() {
        given:
        def project = music ? after(Given.project(), 'Add the music "song.mp3"') : Given.project()

        expect:
        Given.apply(project, sentence).phrase().english() == answer

        where:
        music | sentence                                     || answer
        false | 'Set the volume to 50%'                      || 'Set the volume of the sound to 50%.'
        true  | 'Set the volume to 50%'                      || 'Set the volume of the sound to 50%. The music keeps its level.'
        false | 'Set the volume to 50% from 0:05 to 0:10'    || 'Set the volume of the sound from 0:05 to 0:10 to 50%.'
        false | 'Set the volume to 50% from 0:05 to the end' || 'Set the volume of the sound from 0:05 to the end to 50%.'
        false | 'Set the volume to 50% from the start to 0:05' || 'Set the volume of the sound from the start to 0:05 to 50%.'
        true  | 'Set the volume to 50% on the music'         || 'Set the volume of the music to 50%.'
        true  | 'Set the volume to 50% on the video'         || 'Set the volume of the sound to 50%.'
        true  | 'Set the volume to 50% on clip 2'            || 'Set the volume of clip 2 to 50%.'
        true  | 'Mute the sound'                             || 'Muted the sound.'
        true  | 'Mute the sound on the music'                || 'Muted the music.'
    }

    def "music in pieces comes in with the first and goes out with the last: #sentence"() {
        given:
        def project = after(Given.project(), 'Add the music "song.mp3"', 'Set the volume to 10% from 0:05 to 0:10 on the music', sentence)

        expect:
        segments(project, TrackType.AUDIO)*.effects() == effects
        segments(project, TrackType.VIDEO)*.effects() == [[], []]
        project.draft().effects() == []

        where:
        sentence                                                || effects
        'Fade the sound in over 2 s on the music'               || [[fade(2, 0)], [], []]
        'Fade the sound out over 3 s on the music'              || [[], [], [fade(0, 3)]]
        'Fade the sound in over 2 s out over 3 s on the music'  || [[fade(2, 0)], [], [fade(0, 3)]]
    }

    def "music in one piece has both fades, one said after the other"() {
        expect:
        segments(after(Given.project(), 'Add the music "song.mp3"', 'Fade the sound in over 2 s on the music', 'Fade the sound out over 3 s on the music'), TrackType.AUDIO)*.effects() == [[fade(2, 3)]]
    }

    def "a sound that ends before the picture is told of: #length ms"() {
        given:
        def project = Given.project().withMedia(new Asset('hash-v', 'voice.wav', Asset.AssetKind.AUDIO, Duration.ofMillis(length), 0, 0, 0d, true))
        def outcome = Given.apply(project, 'Replace the sound with "voice.wav"')

        expect:
        segments(outcome.project(), TrackType.AUDIO)*.duration()*.toMillis() == [lasts]
        outcome.phrase().english() == answer

        where:
        length || lasts  | answer
        30_000 || 30_000 | 'Replaced the sound with "voice.wav".'
        29_000 || 29_000 | 'Replaced the sound with "voice.wav". It is shorter than the picture: silent after 0:29.'
        31_000 || 30_000 | 'Replaced the sound with "voice.wav".'
    }

    def "without music there is none to fade"() {
        expect:
        Given.apply(Given.project(), 'Fade the sound in over 2 s on the music').phrase().english() == 'There is no music on the timeline. Add some first: add the music "song.mp3".'
    }

    private static Effect fade(long fadeIn, long fadeOut) { new Effect.FadeAudioFx(Duration.ofSeconds(fadeIn), Duration.ofSeconds(fadeOut)) }
}

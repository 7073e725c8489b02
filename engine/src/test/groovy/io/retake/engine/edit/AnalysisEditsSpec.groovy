package io.retake.engine.edit

import static io.retake.engine.agent.Given.*

import io.retake.engine.agent.Given
import io.retake.engine.agent.LocalAgent
import io.retake.engine.timeline.Project
import io.retake.core.draft.Effect
import io.retake.core.draft.TrackType
import io.retake.core.edit.value.Offset
import io.retake.engine.captions.CaptionFile
import io.retake.engine.measure.Cut
import io.retake.engine.measure.Diagnosis
import io.retake.engine.measure.Finding
import io.retake.engine.phrase.Phrase
import io.retake.engine.measure.SoundLevels
import io.retake.engine.measure.SoundMatch
import io.retake.engine.measure.SyncRepair
import java.time.Duration
import spock.lang.Specification

/** Edits that measure first, on figures that are known. */
class AnalysisEditsSpec extends Specification {

    private static double[] levels(int seconds, List<IntRange> quiet, double loud = -20) {
        (0..<seconds * 100).collect { i -> quiet.any { i.intdiv(100) in it } ? -70d : loud } as double[]
    }

    static Measurements known(Map<String, Object> figures) {
        new Measurements() {
            Optional<SoundLevels> levels(String hash) { Optional.ofNullable(figures[hash]).map { new SoundLevels(it as double[]) } }

            List<Cut> cuts(String hash) { figures["cuts-$hash".toString()] as List<Cut> ?: [] }

            Optional<SoundMatch> match(String footage, String recording) { Optional.ofNullable(figures["$footage+$recording".toString()] as SoundMatch) }

            Optional<SyncRepair> sync(String hash) { Optional.ofNullable(figures["sync-$hash".toString()] as SyncRepair) }

            Optional<CaptionFile> captions(String hash) { Optional.ofNullable(figures["captions-$hash".toString()] as CaptionFile) }

            String undrawable(String text) { text.findAll { it == '\u16a0' }.unique().join('') }

            Optional<Diagnosis> diagnose(String hash) { Optional.ofNullable(figures["diagnosis-$hash".toString()] as Diagnosis) }
        }
    }

    private static Outcome run(Project project, String sentence, Map figures) {
        Applier.apply(project, edit(sentence), known(figures))
    }

    def "pauses go, wherever the timeline shows them, and a little room stays beside speech"() {
        given:
        def figures = ['hash-a.mp4': levels(10, [3..4]), 'hash-b.mov': levels(20, [0..0, 10..10])]

        expect:
        clips(run(after(Given.project(), *before), sentence, figures).project()) == expected

        where:
        before | sentence | expected
        [] | 'Cut the silence longer than 1.5 s' | ['a.mp4 0 @0+3100', 'a.mp4 4900 @3100+5100', 'b.mov 0 @8200+20000']
        [] | 'Cut the silence longer than 0.5 s' | ['a.mp4 0 @0+3100', 'a.mp4 4900 @3100+5100', 'b.mov 900 @8200+9200', 'b.mov 10900 @17400+9100']
        [] | 'Cut the silence longer than 0.5 s on clip 1' | ['a.mp4 0 @0+3100', 'a.mp4 4900 @3100+5100', 'b.mov 0 @8200+20000']
        ['Set the speed to 2x'] | 'Cut the silence longer than 1.5 s' | ['a.mp4 0 @0+1550 2.0x', 'a.mp4 4900 @1550+2550 2.0x', 'b.mov 0 @4100+10000 2.0x']
        ['Reverse it on clip 1'] | 'Cut the silence longer than 1.5 s' | ['a.mp4 4900 @0+5100', 'a.mp4 0 @5100+3100', 'b.mov 0 @8200+20000']
        ['Remove from 0:00 to 0:01'] | 'Cut the silence longer than 1.5 s' | ['a.mp4 1000 @0+2100', 'a.mp4 4900 @2100+5100', 'b.mov 0 @7200+20000']
        ['Remove from 0:00 to 0:01', 'Reverse it on clip 1'] | 'Cut the silence longer than 1.5 s' | ['a.mp4 4900 @0+5100', 'a.mp4 1000 @5100+2100', 'b.mov 0 @7200+20000']
    }

    def "a pause that goes on in the next clip is one pause"() {
        given:
        def figures = ['hash-a.mp4': levels(10, [9..9]), 'hash-b.mov': levels(20, [0..0, 10..10])]

        expect:
        run(Given.project(), 'Cut the silence longer than 0.5 s', figures).phrase().english() == 'Cut 2 pauses of 0.5 s or longer, 0:02.6 in total; the timeline is now 0:27.4 long.'
    }

    def "without sound or without pauses nothing is cut, and that is said"() {
        expect:
        run(Given.project(), 'Cut the silence longer than 0.5 s', [:]).phrase().english() == 'There is no sound to find pauses in.'
        run(Given.project(), 'Cut the silence longer than 3 s', ['hash-a.mp4': levels(10, [3..4])]) instanceof Outcome.Unchanged
    }

    def "clips are put in order of how loud they are heard"() {
        given:
        def figures = ['hash-a.mp4': levels(10, [], -30), 'hash-b.mov': levels(20, [], -20)]

        expect:
        clips(run(Given.project(), 'Reorder the clips to loudest first', figures).project())*.split(' ')*.first() == ['b.mov', 'a.mp4']
        run(Given.project(), 'Reorder the clips to quietest first', figures) instanceof Outcome.Unchanged
        clips(run(after(Given.project(), 'Set the volume to 10% on clip 2'), 'Reorder the clips to quietest first', figures).project())*.split(' ')*.first() == ['b.mov', 'a.mp4']
    }

    def "jumps in the footage and those that cutting made become short crossfades; a change of scene stays"() {
        given:
        def figures = ['cuts-hash-a.mp4': [new Cut(Duration.ofSeconds(4), 30d, true), new Cut(Duration.ofSeconds(7), 80d, false)]]

        expect:
        clips(run(Given.project(), 'Smooth the jump cuts', figures).project()) == ['a.mp4 0 @0+4000', 'a.mp4 4000 @3800+6000', 'b.mov 0 @9800+20000']
        clips(run(after(Given.project(), 'Remove from 0:01 to 0:02'), 'Smooth the jump cuts', [:]).project()) == ['a.mp4 0 @0+1000', 'a.mp4 2000 @800+8000', 'b.mov 0 @8800+20000']
        run(after(Given.project(), 'Remove from 0:06 to 0:08'), 'Smooth the jump cuts', ['cuts-hash-a.mp4': figures['cuts-hash-a.mp4'].drop(1)]) instanceof Outcome.Unchanged
        run(Given.project(), 'Smooth the jump cuts', [:]).phrase().english() == 'No jump cuts found.'
    }

    def "a jump is softened where the timeline shows it: #before, cut at #cut ms"() {
        expect:
        clips(run(after(Given.project(), *before), 'Smooth the jump cuts', ['cuts-hash-a.mp4': [new Cut(Duration.ofMillis(cut), 30d, true)]]).project()) == expected

        where:
        before | cut | expected
        ['Remove from 0:00 to 0:01', 'Set the speed to 2x on clip 1'] | 4000 | ['a.mp4 1000 @0+1500 2.0x', 'a.mp4 4000 @1300+3000 2.0x', 'b.mov 0 @4300+20000']
        ['Reverse it on clip 1'] | 4000 | ['a.mp4 4000 @0+6000', 'a.mp4 0 @5800+4000', 'b.mov 0 @9800+20000']
    }

    def "what was removed from a shot left a jump, unless too little was or a scene ended there: #before, scenes end at #cuts"() {
        given:
        def figures = ['cuts-hash-a.mp4': cuts.collect { new Cut(Duration.ofMillis(it), 80d, false) }]

        expect:
        run(after(Given.project(), before), 'Smooth the jump cuts', figures) instanceof Outcome.Done == jump

        where:
        before                           | cuts         | jump
        'Remove from 0:05 to 0:06'       | []           | true
        'Remove from 0:05 to 0:06'       | [4000, 8000] | true
        'Remove from 0:05 to 0:06'       | [4999, 6001] | true
        'Remove from 0:05 to 0:06'       | [5000]       | false
        'Remove from 0:05 to 0:06'       | [5500]       | false
        'Remove from 0:05 to 0:06'       | [6000]       | false
        'Remove from 0:05 to 0:05.06'    | []           | false
        'Remove from 0:05 to 0:05.061'   | []           | true
        'Split at 0:05'                  | []           | false
    }

    def "a jump at the very edge of a clip is none"() {
        expect:
        run(after(Given.project(), before), 'Smooth the jump cuts', [('cuts-hash-' + name): [new Cut(Duration.ofMillis(at), 30d, true)]]) instanceof Outcome.Unchanged

        where:
        before                     | name    | at
        'Remove from 0:10 to 0:11' | 'b.mov' | 1000
        'Remove from 0:09 to 0:10' | 'a.mp4' | 9000
    }

    def "a short clip gets a shorter crossfade, and one of less than 80 ms none: #piece ms"() {
        given:
        def cut = after(Given.project(), 'Remove from 0:01 to 0:02', "Remove from 0:01.${String.format('%03d', piece)} to 0:02".toString())
        def outcome = run(cut, 'Smooth the jump cuts', [:])

        expect:
        segments(outcome.project(), TrackType.VIDEO)*.blend()*.map { it.duration().toMillis() }*.orElse(0) == [0, soft, soft, 0]
        outcome.phrase().english() == answer

        where:
        piece || soft | answer
        500   || 200  | 'Softened 2 jump cuts; the timeline is now 0:28.1 long.'
        100   || 50   | 'Softened 2 jump cuts; the timeline is now 0:28 long.'
        80    || 40   | 'Softened 2 jump cuts; the timeline is now 0:28 long.'
        79    || 0    | 'No jump cuts found.'
    }

    def "a recording takes the place of the sound of footage that is faster or longer than it"() {
        expect:
        music(run(after(Given.project(), *before), 'Sync the sound to "song.mp3"', ['hash-a.mp4+hash-song.mp3': match]).project()) == [sound]

        where:
        before                              | match                                            || sound
        ['Set the speed to 2x on clip 1']   | new SoundMatch(Duration.ofMillis(1200), 1d, 0.9d)  || 'song.mp3 0 @600+3500 2.0x'
        []                                  | new SoundMatch(Duration.ofMillis(-1000), 1.25d, 0.9d) || 'song.mp3 800 @0+7750 0.8x'
        []                                  | new SoundMatch(Duration.ofMillis(5000), 1d, 0.9d)  || 'song.mp3 0 @5000+5000'
    }

    def "a recording that ends where the footage begins is not of it"() {
        expect:
        run(Given.project(), 'Sync the sound to "song.mp3"', ['hash-a.mp4+hash-song.mp3': new SoundMatch(Duration.ofMillis(-7000), 1d, 0.9d)]) instanceof Outcome.Refused
    }

    def "the sound of a recording lies right under the footage, above music and titles"() {
        given:
        def figures = ['hash-a.mp4+hash-song.mp3': new SoundMatch(Duration.ZERO, 1d, 0.9d)]
        def project = after(Given.project(), 'Add the title "x" from 0:01 to 0:02', 'Add the music "song.mp3"')
        def synced = run(project, 'Sync the sound to "song.mp3"', figures).project()

        expect:
        synced.draft().tracks()*.type()*.get() == [TrackType.VIDEO, TrackType.AUDIO, TrackType.AUDIO, TrackType.TEXT]
        synced.draft().tracks()*.sound() == [false, true, false, false]
    }

    def "a scene is as loud as its pieces on average, the longer ones counting more"() {
        given: 'a scene of which two seconds are loud and eight are nearly silent, and one that is a little less loud all the time'
        def figures = ['hash-a.mp4': levels(10, [], -20), 'hash-b.mov': levels(20, [], -25), 'cuts-hash-a.mp4': [], 'cuts-hash-b.mov': []]
        def scenes = run(Given.project(), 'Find the scenes', figures).project()
        def project = after(scenes, 'Split at 0:02', 'Set the volume to 1% on clip 2')

        expect: '-27 dB of the first, -25 dB of the second'
        clips(run(project, 'Reorder the clips to loudest first', figures).project())*.split(' ')*.first() == ['b.mov', 'a.mp4', 'a.mp4']
        run(after(scenes, 'Split at 0:08', 'Set the volume to 1% on clip 2'), 'Reorder the clips to loudest first', figures) instanceof Outcome.Unchanged
    }

    def "a recording of the same sound takes its place, each clip with its own part"() {
        given:
        def figures = ['hash-a.mp4+hash-song.mp3': new SoundMatch(Duration.ofMillis(1200), 1d, 0.9d)]
        def project = run(after(Given.project(), 'Remove from 0:03 to 0:05'), 'Sync the sound to "song.mp3"', figures).project()

        expect:
        music(project) == ['song.mp3 0 @1200+1800', 'song.mp3 3800 @3000+3200']
        clips(project).collect { it.endsWith('0%') } == [true, true, false]
        run(Given.project(), 'Sync the sound to "song.mp3"', ['hash-a.mp4+hash-song.mp3': new SoundMatch(Duration.ZERO, 1d, 0.1d)]) instanceof Outcome.Refused
        run(Given.project(), 'Sync the sound to "x.wav"', [:]) instanceof Outcome.Refused
    }

    def "sound is moved to its picture by what its own file says, and a diagnosis changes nothing"() {
        given:
        def figures = ['sync-hash-a.mp4': new SyncRepair(Duration.ofMillis(200), 1.001d), 'diagnosis-hash-b.mov': new Diagnosis([])]
        def project = run(Given.project(), 'Sync the sound automatically', figures).project()
        def told = run(project, 'Diagnose the footage', figures)

        expect:
        segments(project, TrackType.VIDEO)*.effects() == [[new Effect.SyncFx(new Offset(Duration.ofMillis(-200)), 1.001d)], []]
        run(project, 'Sync the sound automatically', figures) instanceof Outcome.Unchanged
        told instanceof Outcome.Unchanged
        run(Given.project(), 'Sync the sound automatically', ['sync-hash-a.mp4': figures['sync-hash-a.mp4'], 'sync-hash-b.mov': figures['sync-hash-a.mp4']])
                .phrase().english() == 'Synced the sound of 2 clips to the picture.'
        told.phrase().english() == 'b.mov: Nothing is wrong with it that can be measured.'
    }

    private static final Map CUTS = ['cuts-hash-a.mp4': [new Cut(Duration.ofSeconds(4), 80d, false), new Cut(Duration.ofSeconds(6), 30d, true), new Cut(Duration.ofSeconds(7), 80d, false)]]

    private static List<String> scenes(Project project) {
        segments(project, TrackType.VIDEO).collect { "${it.scene().orElse(0)}: ${line(it)}".toString() }
    }

    def "scenes are cut where the footage cuts and keep their numbers wherever they go: #sentences"() {
        when:
        def project = after(Given.project(), *before)
        def outcome = null
        sentences.each { outcome = run(project, it, CUTS); project = outcome.project() }

        then:
        scenes(project) == expected

        where:
        before | sentences | expected
        [] | ['Find the scenes'] | ['1: a.mp4 0 @0+4000', '2: a.mp4 4000 @4000+3000', '3: a.mp4 7000 @7000+3000', '4: b.mov 0 @10000+20000']
        [] | ['Find the scenes', 'Remove from the start to the end on scene 1', 'Remove from the start to the end on scene 3'] | ['2: a.mp4 4000 @0+3000', '4: b.mov 0 @3000+20000']
        [] | ['Remove from the start to the end on scene 2'] | ['1: a.mp4 0 @0+4000', '3: a.mp4 7000 @4000+3000', '4: b.mov 0 @7000+20000']
        [] | ['Reorder the clips to scenes 3, 1'] | ['3: a.mp4 7000 @0+3000', '1: a.mp4 0 @3000+4000']
        [] | ['Swap scene 1 with scene 3'] | ['3: a.mp4 7000 @0+3000', '2: a.mp4 4000 @3000+3000', '1: a.mp4 0 @6000+4000', '4: b.mov 0 @10000+20000']
        [] | ['Reorder the clips to scene 3 first'] | ['3: a.mp4 7000 @0+3000', '1: a.mp4 0 @3000+4000', '2: a.mp4 4000 @7000+3000', '4: b.mov 0 @10000+20000']
        [] | ['Find the scenes', 'Reorder the clips to scene 1 last', 'Reorder the clips to scene 4 before scene 3'] | ['2: a.mp4 4000 @0+3000', '4: b.mov 0 @3000+20000', '3: a.mp4 7000 @23000+3000', '1: a.mp4 0 @26000+4000']
        [] | ['Find the scenes', 'Split at 0:02', 'Swap scene 1 with scene 2'] | ['2: a.mp4 4000 @0+3000', '1: a.mp4 0 @3000+2000', '1: a.mp4 2000 @5000+2000', '3: a.mp4 7000 @7000+3000', '4: b.mov 0 @10000+20000']
        [] | ['Find the scenes', 'Split at 0:03', 'Reorder the clips to shortest first'] | ['2: a.mp4 4000 @0+3000', '3: a.mp4 7000 @3000+3000', '1: a.mp4 0 @6000+3000', '1: a.mp4 3000 @9000+1000', '4: b.mov 0 @10000+20000']
        [] | ['Find the scenes', 'Remove from the start to the end on scene 4', 'Split at 0:02', 'Repeat it 2 times on scene 1'] | ['1: a.mp4 0 @0+2000', '1: a.mp4 2000 @2000+2000', '1: a.mp4 0 @4000+2000', '1: a.mp4 2000 @6000+2000', '2: a.mp4 4000 @8000+3000', '3: a.mp4 7000 @11000+3000']
        [] | ['Find the scenes', 'Reorder the clips to scenes 4, 2, 1, 3', 'Set the speed to 2x on scene 4'] | ['4: b.mov 0 @0+10000 2.0x', '2: a.mp4 4000 @10000+3000', '1: a.mp4 0 @13000+4000', '3: a.mp4 7000 @17000+3000']
        [] | ['Find the scenes', 'Split at 0:05', 'Split at 0:02', 'Remove from the start to the end on scene 1'] | ['2: a.mp4 4000 @0+1000', '2: a.mp4 5000 @1000+2000', '3: a.mp4 7000 @3000+3000', '4: b.mov 0 @6000+20000']
        ['Split at 0:02', 'Remove from 0:05 to 0:06'] | ['Find the scenes'] | ['1: a.mp4 0 @0+2000', '1: a.mp4 2000 @2000+2000', '2: a.mp4 4000 @4000+1000', '2: a.mp4 6000 @5000+1000', '3: a.mp4 7000 @6000+3000', '4: b.mov 0 @9000+20000']
        ['Set the speed to 2x', 'Reverse it on clip 1'] | ['Find the scenes'] | ['1: a.mp4 7000 @0+1500 2.0x', '2: a.mp4 4000 @1500+1500 2.0x', '3: a.mp4 0 @3000+2000 2.0x', '4: b.mov 0 @5000+10000 2.0x']
        ['Repeat it 2 times on clip 1'] | ['Find the scenes', 'Reorder the clips to scenes 4, 7'] | ['4: a.mp4 0 @0+4000', '7: b.mov 0 @4000+20000']
        ['Remove from 0:00 to 0:03.992'] | ['Find the scenes'] | ['1: a.mp4 3992 @0+3008', '2: a.mp4 7000 @3008+3000', '3: b.mov 0 @6008+20000']
        ['Remove from 0:00 to 0:03.991'] | ['Find the scenes'] | ['1: a.mp4 3991 @0+9', '2: a.mp4 4000 @9+3000', '3: a.mp4 7000 @3009+3000', '4: b.mov 0 @6009+20000']
        ['Remove from 0:04.008 to 0:10'] | ['Find the scenes'] | ['1: a.mp4 0 @0+4008', '2: b.mov 0 @4008+20000']
        ['Remove from 0:04.009 to 0:10'] | ['Find the scenes'] | ['1: a.mp4 0 @0+4000', '2: a.mp4 4000 @4000+9', '3: b.mov 0 @4009+20000']
        ['Reverse it on clip 1', 'Split at 0:01'] | ['Find the scenes'] | ['1: a.mp4 9000 @0+1000', '1: a.mp4 7000 @1000+2000', '2: a.mp4 4000 @3000+3000', '3: a.mp4 0 @6000+4000', '4: b.mov 0 @10000+20000']
        ['Repeat it 2 times on clip 2'] | ['Find the scenes'] | ['1: a.mp4 0 @0+4000', '2: a.mp4 4000 @4000+3000', '3: a.mp4 7000 @7000+3000', '4: b.mov 0 @10000+20000', '5: b.mov 0 @30000+20000']
        ['Reverse it on clip 2', 'Repeat it 2 times on clip 2'] | ['Find the scenes'] | ['1: a.mp4 0 @0+4000', '2: a.mp4 4000 @4000+3000', '3: a.mp4 7000 @7000+3000', '4: b.mov 0 @10000+20000', '5: b.mov 0 @30000+20000']
        ['Freeze the frame at 0:03 for 2 s'] | ['Find the scenes'] | ['1: a.mp4 0 @0+3000', '1: a.mp4 3000 @3000+2000', '1: a.mp4 3000 @5000+1000', '2: a.mp4 4000 @6000+3000', '3: a.mp4 7000 @9000+3000', '4: b.mov 0 @12000+20000']
        ['Freeze the frame at 0:02 for 1 s'] | ['Remove from 0:01 to 0:03 on scene 1'] | ['1: a.mp4 0 @0+1000', '1: a.mp4 2000 @1000+2000', '2: a.mp4 4000 @3000+3000', '3: a.mp4 7000 @6000+3000', '4: b.mov 0 @9000+20000']
    }

    def "findings are reported in the language of the question, and a missing scene is named"() {
        given:
        def found = LocalAgent.answer(Given.project(), 'find the scenes', known(CUTS))
        def gone = LocalAgent.answer(LocalAgent.answer(found.next(), 'remove scene 2', known(CUTS)).next(), 'mute scene 2', known(CUTS))

        expect:
        found.text().readLines().first() == 'Found 4 scenes: 1 (0:00–0:04), 2 (0:04–0:07), 3 (0:07–0:10), 4 (0:10–0:30).'
        LocalAgent.answer(Given.project(), '检测场景', known(CUTS)).text().readLines().first() == '找到 4 个场景：1 (0:00–0:04), 2 (0:04–0:07), 3 (0:07–0:10), 4 (0:10–0:30)。'
        gone.text().readLines().first() == 'There is no scene 2 on the timeline. Scenes: 1, 3, 4.'
        !gone.steps().first().done()
        run(found.next(), 'Find the scenes', CUTS) instanceof Outcome.Unchanged
        found.next().analyses().path(0).path('scenes')*.path('durationMs')*.asInt() == [4000, 3000, 3000, 20000]
    }

    def "a diagnosis is reported in both languages and kept with the project"() {
        given:
        def shaky = new Diagnosis([new Finding(Finding.What.SHAKE, new Phrase('It shakes.', '它在抖。'), [edit('Stabilize the footage')])])
        def figures = ['diagnosis-hash-a.mp4': shaky, 'diagnosis-hash-b.mov': new Diagnosis([])]
        def answer = LocalAgent.answer(Given.project(), '检测问题', known(figures))
        def kept = Project.of(answer.next().json())

        expect:
        answer.text().readLines().take(2) == ['a.mp4：它在抖。', 'b.mov：没有测出问题。']
        LocalAgent.answer(Given.project(), 'diagnose the footage', known(figures)).text().readLines().first() == 'a.mp4: It shakes.'
        kept == answer.next()
        kept.analyses()*.path('filename')*.asText() == ['a.mp4', 'b.mov']
        kept.analyses().path(0).path('findings').path(0).path('remedies').path(0).asText() == 'Stabilize the footage'
        after(kept, 'Make it grayscale').diagnoses().keySet() == ['hash-a.mp4', 'hash-b.mov'] as Set
    }
}

package io.retake.engine.timeline

import static io.retake.engine.agent.Given.*

import io.retake.engine.agent.Given
import io.retake.engine.agent.ProjectSurroundings
import io.retake.engine.edit.AnalysisEditsSpec
import io.retake.engine.edit.Applier
import io.retake.engine.edit.Outcome
import io.retake.core.vocabulary.InvalidEdit
import io.retake.core.vocabulary.Operation
import io.retake.core.vocabulary.Sentences
import io.retake.core.vocabulary.Vocabulary
import io.retake.engine.agent.read.Clause
import io.retake.engine.agent.read.Reader
import io.retake.engine.measure.Diagnosis
import io.retake.engine.measure.SyncRepair
import java.time.Duration
import spock.lang.Specification

/** Every row of the vocabulary, asked for what can't be. What is asked is derived from its arguments. */
class EditRejectedSpec extends Specification {
    private static final Map FIGURES = ['hash-a.mp4': [-20d] * 1000, 'hash-b.mov': [-20d] * 2000,
        'sync-hash-a.mp4': new SyncRepair(Duration.ofMillis(200), 1d), 'diagnosis-hash-a.mp4': new Diagnosis([])]

    private static Project project() {
        ['b.mp4', 'song.mp3', 'logo.png', 'voice.wav', 'talk.srt', 'look.cube'].inject(Given.project()) { p, name ->
            def kind = [png: Asset.AssetKind.IMAGE, mp3: Asset.AssetKind.AUDIO, wav: Asset.AssetKind.AUDIO, srt: Asset.AssetKind.CAPTIONS, cube: Asset.AssetKind.LUT][name.split(/\./)[1]] ?: Asset.AssetKind.VIDEO
            p.media()*.name().contains(name) ? p : p.withMedia(new Asset('hash-' + name, name, kind, Duration.ofSeconds(4), 640, 360, 30d, true))
        }
    }

    /** Impossible values for the arguments that the operation has. */
    private static List<Map> impossible(Operation operation) {
        def has = { String name -> operation.argument(name).present }
        List<Map> asked = []
        if (has('from') && has('to')) {
            asked << [from: '0:05', to: '9:00'] << [from: '9:00', to: '9:10'] << [from: '9:00 before the end', to: 'the end']
        }
        if (has('at')) {
            asked << [at: '9:00']
        }
        if (has('on')) {
            asked << [on: 'clip 99'] << [on: 'scene 99'] << [on: 'nothing.mp4']
        }
        // A recording to sync with takes the place of an offset.
        def none = operation.argument('offset').map { [offset: it.fallback().get()] }.orElse([:])
        operation.arguments().findAll { it.file() && it.name() != 'lut' }.each { asked << none + [(it.name()): 'nothing.mp4'] }
        if (has('lut')) {
            asked << [lut: 'nothing.cube']
        }
        asked
    }

    def "#operation: a range past the end, a place or a file that isn't there changes nothing and says why"() {
        given:
        def project = project()

        expect:
        impossible(operation).each { more ->
            def edit = operation.bind(operation.values(operation.sample()) + more)
            def outcome = Applier.apply(project, edit, AnalysisEditsSpec.known(FIGURES))
            assert outcome instanceof Outcome.Refused: "$edit: ${outcome.phrase().english()}"
            assert outcome.project().is(project)
            assert outcome.phrase().english().length() > 15 && !outcome.phrase().english().contains('%s')
        }

        where:
        operation << Vocabulary.operations().findAll { impossible(it) }
    }

    def "#sentence is no edit, and that is said"() {
        given:
        def project = project()
        def reader = Reader.of(sentence, new ProjectSurroundings(project))

        expect:
        Sentences.read('Set the speed to 2x').present
        while (reader.hasNext()) {
            def clause = reader.next(new ProjectSurroundings(project))
            if (clause instanceof Clause.Understood) {
                assert clause.edits().every { Applier.apply(project, it) instanceof Outcome.Refused }: clause
            }
        }

        where:
        sentence << ['set the speed to -2x', 'set the speed to 0x', 'trim from 5 to 3', 'trim from -2 to 3', 'remove from 10 minutes to 11 minutes',
            'freeze at 9:00 for 2 s', 'rotate by 17 degrees', 'resize to 0x0', 'set the frame rate to -30 fps', 'repeat it 0 times', 'crop 120% from the left',
            'zoom to 0.5x', 'set the volume to 5000%', 'add the music "nothing.mp3"', 'swap clip 1 with clip 99', 'move scene 99 to the end',
            'set the loudness to 20 LUFS', 'add the captions "nothing.srt"', 'undo the last 50 changes', '速度调到-2倍', '删除第10分钟到第11分钟', '交换片段1和片段99', '把不存在.mp4接到最后']
    }

    def "values that make no edit are refused when a script or JSON gives them: #verb #values"() {
        when:
        Vocabulary.operations().find { it.name() == verb }.bind(values)

        then:
        def e = thrown(InvalidEdit)
        e.message.length() > 15

        where:
        verb     | values
        'speed'  | [factor: -1]
        'speed'  | [factor: 0]
        'trim'   | [from: '0:05', to: '0:03']
        'swap'   | [first: 1, with: 1]
        'swap'   | [first: 1, with: 'scene 2']
        'repeat' | [times: 0]
        'rotate' | [degrees: 17]
    }
}

package io.retake.engine.agent.offer

import static io.retake.engine.agent.Given.*

import com.fasterxml.jackson.databind.ObjectMapper
import io.retake.core.edit.Edit
import io.retake.core.vocabulary.Vocabulary
import io.retake.engine.agent.Answer
import io.retake.engine.agent.LocalAgent
import io.retake.engine.agent.ProjectSurroundings
import io.retake.engine.captions.CaptionFile
import io.retake.engine.captions.Cue
import io.retake.engine.edit.AnalysisEditsSpec
import io.retake.engine.edit.Applier
import io.retake.engine.edit.Measurements
import io.retake.engine.edit.Outcome
import io.retake.engine.measure.Cut
import io.retake.engine.measure.Diagnosis
import io.retake.engine.measure.SyncRepair
import io.retake.engine.timeline.Asset
import io.retake.engine.timeline.Project
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification

/**
 * What the whole agent does with requests of people whom neither its grammar nor the bundles of the reader of frames
 * were made from. Labels with operations that a message can't have, such as an export, are left out.
 */
class FirstSightSpec extends Specification {
    private static final ObjectMapper JSON = new ObjectMapper()
    private static final Path REQUESTS = Path.of('../nlu/src/test/resources/requests')

    def "of the fresh #language requests, the share that is done right may only rise, and of wrong ones only fall"() {
        when:
        def outcomes = files.collectMany { Files.readAllLines(REQUESTS.resolve(language).resolve("${it}.tsv")) }
                .collect { outcome(it) }.findAll()
        def share = { String... which -> outcomes.count { it in which } / outcomes.size() }
        println "first sight, $language: ${outcomes.size()} requests, ${outcomes.countBy { it }}"

        then:
        share('exact') >= exact
        share('wrong') <= wrong

        where:
        language | files            || exact | wrong
        'en'     | ['en16', 'en17'] || 0.44  | 0.01
        'zh'     | ['zh16', 'zh17'] || 0.40  | 0.03
    }

    private static String outcome(String row) {
        def (context, message, label) = row.split('\t')
        def project = CONTEXTS[context]
        def json = JSON.readTree(label)
        def wanted = json.array ? new Binding(project, { new ProjectSurroundings(project).gain(it) }).edits(json.toList()) : Optional.of([])
        if (!wanted.present || !isPossible(project, wanted.get())) {
            return null
        }
        def answer = LocalAgent.answer(project, message, MEASURED)
        def result = outcome(project, answer, wanted.get())
        if (Boolean.getBoolean('retake.corpus.show') && result != 'exact') {
            println "  $result $context $message\n     want ${json.array ? wanted.get() : label}\n     got ${edits(answer)}"
        }
        result
    }

    private static String outcome(Project project, Answer answer, List<Edit> wanted) {
        def changed = answer.next().draft() != project.draft()
        def offers = answer.next().dialogue().offers()
        def right = { List<Edit> edits -> edits == wanted || (!wanted.empty && result(project, edits) == result(project, wanted)) }
        if (wanted.empty) {
            return changed ? 'wrong' : 'exact'
        }
        if (answer.undone().empty && right(edits(answer))) {
            return 'exact'
        }
        if (changed) {
            return answer.undone().empty ? 'wrong' : 'partly'
        }
        offers.any { right(it) } ? 'right offer' : offers.empty ? 'refused' : 'wrong offer'
    }

    private static List<Edit> edits(Answer answer) {
        answer.steps().collect { Vocabulary.fromJson(it.args().deepCopy().put('op', it.operation())) }
    }

    /** Nobody can do what needs a file that isn't there. */
    private static boolean isPossible(Project project, List<Edit> edits) {
        def now = project
        edits.every {
            def outcome = Applier.apply(now, it, MEASURED)
            now = outcome.project()
            !(outcome instanceof Outcome.Refused)
        }
    }

    private static Object result(Project project, List<Edit> edits) {
        def after = edits.inject(project) { Project before, edit -> Applier.apply(before, edit, MEASURED).project() }
        after.draft() == project.draft() ? new Object() : after.draft()
    }

    /** After these messages, one after the other. */
    private static Project said(Project project, String... messages) {
        messages.inject(project) { p, message ->
            def answer = LocalAgent.answer(p, message, MEASURED)
            assert answer.undone().empty: answer.text()
            answer.next()
        }
    }

    private static Asset captions() {
        new Asset('hash-captions', 'captions.srt', Asset.AssetKind.CAPTIONS, Duration.ofSeconds(500), 0, 0, 0d, false)
    }

    /** What measuring the footage would find: a pause, a jump cut and a second of captions in each. */
    private static final Measurements MEASURED = AnalysisEditsSpec.known(
            (['talk.mp4', 'beach.mp4', 'dinner.mp4', 'sunset.mov', 'old.mpg', 'interview.mp4', 'ride.mp4'] + (1..5).collect { "gen${it}.mp4".toString() })
                    .collectMany {
                        [["hash-$it".toString(), ([-20d] * 100 + [-70d] * 200 + [-20d] * 100) as double[]],
                         ["cuts-hash-$it".toString(), [new Cut(Duration.ofMillis(1500), 30d, true)]],
                         ["sync-hash-$it".toString(), new SyncRepair(Duration.ofMillis(200), 1d)],
                         ["diagnosis-hash-$it".toString(), new Diagnosis([])]]
                    }.collectEntries() + ['captions-hash-captions': new CaptionFile(
                            [new Cue(Duration.ofSeconds(1), Duration.ofSeconds(2), 'cue', Optional.empty())], 'UTF-8', false, 0)])

    private static final Map<String, Project> CONTEXTS = [
        A: Project.empty('a').withMedia(video('talk.mp4', 120_000, 1920, 1080)),
        B: said(['beach.mp4': 12_000, 'dinner.mp4': 18_000, 'sunset.mov': 15_000]
                .inject(Project.empty('b')) { p, name, ms -> p.withMedia(video(name, ms)) }.withMedia(sound('song.mp3', 60_000)),
                'Add the music "song.mp3"', 'Add the title "Summer 2024" from the start to 0:04'),
        C: Project.empty('c').withMedia(video('old.mpg', 300_000, 640, 480)),
        D: (1..5).inject(Project.empty('d')) { p, n -> p.withMedia(video("gen${n}.mp4", 4_000)) }
                .withMedia(sound('voice.wav', 20_000)).withMedia(image('logo.png'))
                .with { said(it, 'Reorder the clips to 2, 1, 3, 4, 5') },
        E: said(Project.empty('e').withMedia(video('interview.mp4', 600_000)).withMedia(image('logo.png')).withMedia(captions()),
                'Add the captions "captions.srt"', 'Split at 4:00', 'Add a crossfade transition of 1 s between clips 1 and 2', 'Overlay "logo.png"',
                'Add the lower third "Dr. Lin" from 0:05 to 0:10', 'Set the speed to 1.25x on clip 2', 'Set the volume to 80%'),
        F: said(Project.empty('f').withMedia(video('ride.mp4', 180_000)),
                'Make it grayscale from 0:30 to 0:45', 'Set the speed to 0.5x from 0:30 to 0:45'),
        G: Project.empty('g')]
}

package io.retake.engine.agent.offer

import io.retake.core.vocabulary.Sentences
import io.retake.core.vocabulary.Vocabulary
import io.retake.engine.agent.Given
import io.retake.engine.agent.read.Reader
import io.retake.engine.agent.read.Clause
import io.retake.engine.agent.ProjectSurroundings
import io.retake.engine.phrase.Phrase
import io.retake.engine.timeline.Asset
import io.retake.engine.timeline.Dialogue
import io.retake.engine.timeline.Project
import java.time.Duration
import spock.lang.Shared
import spock.lang.Specification

/** No offer does the opposite of what was said. */
class ContradictionSpec extends Specification {
    private static final List<String> NEGATED = ["don't %s", 'without %s', 'no %s', 'undo the %s', 'less %s', 'turn off %s', '别%s', '不要%s', '关掉%s', '少一点%s']
    private static final List<String> NEGATED_IN_CHINESE = ['别%s', '不要%s', '关掉%s', '先别%s']

    @Shared Project project = [Given.video('a.mp4', 10_000), Given.video('b.mp4', 20_000), Given.video('c.mp4', 5_000), Given.sound('song.mp3', 7_000),
                               Given.sound('voice.wav', 30_000), Given.image('logo.png'),
                               new Asset('hash-look', 'look.cube', Asset.AssetKind.LUT, Duration.ZERO, 0, 0, 0d, false)]
            .inject(Project.empty('all')) { project, file -> project.withMedia(file) }

    private List<String> offers(String message) {
        Offers.of(message, project, { 1d }).all().collect { Dialogue.text(it) }
    }

    private Set<Class> offered(String message) {
        Offers.of(message, project, { 1d }).all().flatten()*.class as Set
    }

    def "no negated form of '#sentence' offers it"() {
        expect:
        forms.findAll { operation.type() in offered(String.format(it, sentence)) } == []

        where:
        operation << Vocabulary.operations()
        sentence = Sentences.write(operation.sample()).uncapitalize()
        forms = sentence =~ /\d/ ? NEGATED - '少一点%s' : NEGATED // less of a number is a request
    }

    def "no negated form of “#sentence” offers it"() {
        given:
        def reader = Reader.of(sentence, new ProjectSurroundings(project))
        def clause = reader.next(new ProjectSurroundings(project))
        def edits = clause instanceof Clause.Understood ? clause.edits()*.class : []
        def forms = NEGATED_IN_CHINESE + (sentence =~ /\d/ ? [] : ['少一点%s'])

        expect:
        !edits.empty
        forms.findAll { offered(String.format(it, sentence)).any { it in edits } } == []

        where:
        sentence << ['any', 'cut', 'fade', 'size', 'speed', 'color'].collectMany { Phrase.of("nearest.$it").chinese().split('[、，]或?').toList() }
                .collect { it.replaceFirst('^或', '') }.findAll { it != '撤销' }.unique()
    }

    def "what '#message' says isn't turned around"() {
        expect:
        offers(message).every { !it.startsWith(wrong) }

        where:
        message                                       || wrong
        'make it less stable'                         || 'Stabilize'
        'make it shaky'                               || 'Stabilize'
        'give it some camera shake'                   || 'Stabilize'
        '让画面抖动起来'                                  || 'Stabilize'
        '关掉降噪'                                      || 'Denoise'
        'no denoising'                                || 'Denoise'
        '加背景噪音'                                     || 'Denoise'
        '增加噪点'                                      || 'Denoise'
        'make the footage interlaced'                 || 'Deinterlace'
        'put two seconds of silence at the end'       || 'Cut the silence'
        '加5秒停顿'                                     || 'Cut the silence'
        'cut the pauses but keep the first'           || 'Cut the silence'
        'cut silences everywhere but in clip 2'       || 'Cut the silence longer than 0.5 s on clip 2'
        'make it 10 seconds shorter'                  || 'Make it 10 s long'
        'shorten the video by 5 seconds'              || 'Make it 5 s long'
        '视频缩短5秒'                                    || 'Make it 5 s long'
        'slow down to 2x'                             || 'Set the speed to 2x'
        'music 太 loud'                                || 'Set the volume to 150%'
        '第一段太暗了'                                    || 'Adjust the color with brightness -'
        'make it less warm'                           || 'Adjust the color with temperature +'
        '开头加两秒的黑屏'                                 || 'Fade out'
        '这个老视频有点模糊'                                || 'Blur'
        'turn off sync the sound automatically'       || 'Sync'
        'remove the remove from 0:03 to 0:05'         || 'Remove'
        '整个 video 黑白, 但是不要 first 10 seconds'        || 'Make it grayscale; Remove'
        'vivid... ugh no, cinematic'                  || 'Give it the vivid look'
        'make it 16:9 or 9:16'                        || 'Change the aspect ratio'
    }

    def "words that belong to an offer don't stand in its way: '#message'"() {
        expect:
        offers(message) == [offer]

        where:
        message                             || offer
        'less shaky please'                 || 'Stabilize the footage'
        'kill that hum'                     || 'Denoise the sound'
        'wind noise gone please'            || 'Denoise the sound'
        '底噪去一下'                            || 'Denoise the sound'
        'take the first 3 seconds out'      || 'Remove from the start to 0:03'
        'trim 3 seconds off the start'      || 'Remove from the start to 0:03'
        'cut the first 3, no wait, 4 seconds' || 'Remove from the start to 0:04'
        'the picture is too dark, brighten it' || 'Adjust the color with brightness +15%'
        'speed up clip 1, no i mean clip 2, to 1.5' || 'Set the speed to 1.5x on clip 2'
        'louder and no hiss'                || 'Set the volume to 150%; Denoise the sound'
        '停顿剪掉'                              || 'Cut the silence longer than 0.5 s'
    }
}

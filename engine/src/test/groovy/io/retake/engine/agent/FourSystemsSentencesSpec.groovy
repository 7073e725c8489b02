package io.retake.engine.agent

import static io.retake.engine.agent.Given.*

import io.retake.core.protocol.Route
import io.retake.core.protocol.Routing
import io.retake.core.protocol.SpokenExport
import io.retake.core.protocol.SpokenRequest
import io.retake.core.vocabulary.Notations
import io.retake.core.vocabulary.Sentences
import io.retake.core.vocabulary.Vocabulary
import io.retake.engine.timeline.Asset
import io.retake.engine.timeline.Dialogue
import io.retake.engine.timeline.Project
import java.time.Duration
import spock.lang.Specification

/** The sentences by which four systems describe themselves: each as people type it, alone and together, in both languages. */
class FourSystemsSentencesSpec extends Specification {
    private static final List<String> REMASTERED = remastered('1080p')
    private static final List<String> ENHANCED = ['Denoise the picture light', 'Upscale to 720p', 'Sharpen the picture light']
    private static final List<String> GRADED = ['Upscale to 1080p', 'Fix the color automatically']
    private static final List<String> MENDED = ['Sync the sound automatically', 'Smooth the jump cuts']
    private static final List<String> STEADIED = MENDED + 'Stabilize the footage'
    private static final List<String> REEDITED = ['Find the scenes', 'Reorder the clips to longest first', 'Set the speed to 1.25x']

    private static List<String> remastered(String size) {
        ['Denoise the picture light', 'Fix the color automatically', "Upscale to $size".toString(),
            'Sharpen the picture light', 'Set the loudness to -14 LUFS']
    }

    /** So many generated clips, which have no sound; one recording of 480 lines, which has. */
    private static Project footage(int clips) {
        (1..clips).inject(Project.empty('test')) { project, number ->
            project.withMedia(new Asset("hash-$number", "c${number}.mp4", Asset.AssetKind.VIDEO, Duration.ofSeconds(3 + number), 854, 480, 30d, clips == 1))
        }
    }

    private static List<String> edits(Answer answer) {
        answer.steps().collect { Sentences.write(Vocabulary.fromJson(it.args().put('op', it.operation()))) }
    }

    /** The edits, and the export after them as its format and size. */
    private static List<String> done(String sentence, int clips) {
        if (Routing.of(sentence) == Route.EXPORT) {
            return [export(sentence)]
        }
        def request = SpokenRequest.of(sentence)
        def before = footage(clips)
        def answer = LocalAgent.answer(before, request.edit())
        assert answer.undone() == []
        assert answer.steps()*.done().every()
        assert answer.next().past().size() == 1 || answer.next().draft() == before.draft()
        edits(answer) + request.export().map { export(it) }.stream().toList()
    }

    private static String export(String sentence) {
        def spoken = SpokenExport.of(sentence)
        "export ${spoken.kind()} ${spoken.size().map { Notations.SIZE.write(it) }.orElse('')}".trim()
    }

    def "'#sentence' does exactly this: #expected"() {
        expect:
        done(sentence, clips) == expected
        // and a script that says it is not warned of.
        Routing.of(sentence) == Route.EXPORT || Understanding.undone(SpokenRequest.of(sentence).edit(), ['c1.mp4']) == []

        where:
        clips | sentence                                                                                       || expected
        1     | 'remaster a 2-minute 480p interview recording into a 1080p MP4'                                 || REMASTERED + 'export mp4 1080p'
        1     | 'Please remaster my 480p interview recording into a 1080p MP4.'                                 || REMASTERED + 'export mp4 1080p'
        1     | 'remaster this 2 minute 480p interview recording to a 720p mp4'                                 || remastered('720p') + 'export mp4 720p'
        1     | 'remaster the interview recording and export it as a 1080p mp4'                                 || REMASTERED + 'export mp4 1080p'
        2     | 'remaster my recordings into a 1080p MP4'                                                       || REMASTERED.take(4) + 'export mp4 1080p'
        1     | '把2分钟的480p采访录像修复成1080p的MP4'                                                               || REMASTERED + 'export mp4 1080p'
        1     | '请把这段480p的采访录像修复成720p的MP4。'                                                              || remastered('720p') + 'export mp4 720p'
        1     | '重制这段视频'                                                                                    || REMASTERED

        1     | 'upscale this old footage to 1080p and fix the color grading'                                   || GRADED
        1     | 'Fix the color grading and upscale my old footage to 1080p.'                                    || GRADED.reverse()
        1     | 'please upscale this old footage to 1080p, fix the colour grading, and export it as a 1080p mp4' || GRADED + 'export mp4 1080p'
        1     | '把这段老素材放大到1080p并修正调色'                                                                     || GRADED
        1     | '把我的老视频放大到1080p，修复颜色，并导出为1080p的MP4'                                                    || GRADED + 'export mp4 1080p'

        1     | 'enhance and upscale this local video to HD without uploading to the cloud'                     || ENHANCED
        1     | "Without uploading it to the cloud, upscale and enhance my local video to HD."                  || ENHANCED
        1     | "enhance and upscale this local video to 720p, don't upload it"                                 || ENHANCED
        1     | '在不上传到云端的情况下增强并放大这个本地视频到高清'                                                           || ENHANCED
        1     | '把我的本地视频放大并增强到高清，不要上传'                                                                  || ENHANCED
        1     | 'enhance this local video to HD'                                                                || ['Upscale to 720p']

        2     | 'convert my local video files'                                                                  || ['export mp4']
        1     | 'Please convert my local video files to webm.'                                                  || ['export webm']
        2     | '转换我的本地视频文件'                                                                              || ['export mp4']
        1     | 'export 1080p MP4'                                                                              || ['export mp4 1080p']
        1     | '导出720p的MP4。'                                                                                 || ['export mp4 720p']

        1     | 'fix the audio sync, smooth out the jump cuts, and stabilize the shaky footage'                 || STEADIED
        1     | 'Fix audio sync smooth out jump cuts and stabilize my shaky footage.'                           || STEADIED
        1     | 'please stabilize the shaky footage, smooth out the jump cuts and fix the audio sync'           || ['Stabilize the footage'] + MENDED.reverse()
        1     | '修复音频同步，平滑跳切，并稳定抖动的画面'                                                                  || STEADIED

        1     | 'fix a 2-minute edited video with sync issues and jump cuts into a 1080p MP4'                   || MENDED + 'export mp4 1080p'
        2     | 'Fix my edited video with jump cuts and sync issues into a 720p mp4.'                           || MENDED.reverse() + 'export mp4 720p'
        1     | 'fix the sync issues and the jump cuts'                                                         || MENDED
        1     | 'fix the sync issues'                                                                           || MENDED.take(1)
        1     | '把一段2分钟、有音画不同步和跳切问题的成片修复成1080p MP4'                                                   || MENDED + 'export mp4 1080p'

        3     | 're-edit the generated video to reorder scenes and adjust pacing'                               || REEDITED
        3     | 'Please re-edit my generated video to adjust the pacing and reorder the scenes.'                || [REEDITED[2], REEDITED[0], REEDITED[1]]
        3     | 'reorder scenes, adjust pacing and export it as a 1080p mp4'                                    || REEDITED + 'export mp4 1080p'
        3     | '重新剪辑生成的视频，重排场景并调整节奏'                                                                   || REEDITED

        3     | 'Upscale this old footage to 1080p and fix the color grading. Fix the audio sync, smooth out the jump cuts, and stabilize the shaky footage. Re-edit the generated video to reorder scenes and adjust pacing without uploading to the cloud. Export 1080p MP4.' || GRADED + STEADIED + REEDITED + 'export mp4 1080p'
        3     | '把这段老素材放大到1080p并修正调色。修复音频同步，平滑跳切，并稳定抖动的画面。重排场景并调整节奏，不要上传到云端。导出1080p MP4' || GRADED + STEADIED + REEDITED + 'export mp4 1080p'
    }

    def "pauses are cut where there is sound"() {
        expect:
        edits(LocalAgent.answer(footage(1), 'adjust the pacing')) == ['Cut the silence longer than 0.5 s']
        Understanding.undone('adjust the pacing', ['c1.mp4']) == []
    }

    def "'#sentence' is answered with what was chosen: #chosen"() {
        expect:
        LocalAgent.answer(footage(3), sentence).text().contains(chosen)

        where:
        sentence                                                                    || chosen
        're-edit the generated video to reorder scenes and adjust pacing'           || 'No order was given: the longest comes first. Say "reverse the order"'
        're-edit the generated video to reorder scenes and adjust pacing'           || 'No pace was given, and without sound there are no pauses to cut: it plays 1.25 times as fast.'
        'remaster it'                                                               || 'By default, remastering is light denoising'
        'enhance and upscale it to HD without uploading to the cloud'               || 'HD is 1280x720 here.'
        'enhance and upscale it to HD without uploading to the cloud'               || 'Your footage was not uploaded'
        '重排场景并调整节奏'                                                            || '没有说按什么顺序，已按从长到短排列。'
        '放大到1080p，不要上传到云端'                                                     || '素材没有上传'
    }

    def "'#sentence' names no edit: the answer offers some that fit, and nothing changes"() {
        given:
        def before = footage(clips)

        when:
        def answer = LocalAgent.answer(before, sentence)

        then:
        answer.next().draft() == before.draft()
        answer.steps() == []
        answer.undone()*.words() == [sentence]
        answer.next().dialogue().offers().collect { Dialogue.text(it) } == offers
        offers.every { answer.text().contains(it) }
        Understanding.undone(sentence, ['c1.mp4'])*.words() == [sentence]

        when:
        def second = LocalAgent.answer(answer.next(), '2')

        then:
        edits(second) == [offers[1]]
        second.steps()*.done() == [true]

        where:
        clips | sentence                           || offers
        3     | 'edit my AI-generated video clips' || ['Add a crossfade transition of 0.5 s', 'Upscale to 1080p', 'Fix the color automatically']
        1     | 'edit this video'                  || ['Cut the silence longer than 0.5 s', 'Upscale to 1080p', 'Fix the color automatically']
        3     | '编辑我的AI生成视频片段'                || ['Add a crossfade transition of 0.5 s', 'Upscale to 1080p', 'Fix the color automatically']
    }

    def "'#sentence' is not about the whole film: #expected"() {
        when:
        def answer = LocalAgent.answer(footage(3), sentence)

        then:
        edits(answer) == expected
        answer.undone().empty == !expected.empty

        where:
        sentence                                       || expected
        'mute the drone footage'                       || []
        'mute the generated clips'                     || []
        'make my drone footage brighter'               || []
        '下一个片段静音'                                   || []
        '这个片段调亮一点'                                 || []
        '第一个片段静音'                                   || ['Mute the sound on clip 1']
        'edit my clips and mute clip 2'                || ['Mute the sound on clip 2']
        'add the title "my AI-generated video clips"'  || ['Add the title "my AI-generated video clips"']
    }
}

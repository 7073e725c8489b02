package io.retake.engine.agent

import static io.retake.engine.agent.Given.*

import io.retake.engine.timeline.Project
import spock.lang.Specification

/**
 * What is asked for is never done as its opposite, nor to more than it was asked for: noise is not added by taking it
 * away, "by half" goes the way that is said, and what only somebody who sees the cursor could tell changes nothing.
 */
class OppositesAndScopesSpec extends Specification {
    private static final List<String> REFUSED = ['?']
    /** A flaw that can be added on purpose. */
    private static final List<String> GRAIN = ['grain', 'film grain', '颗粒']

    def "said and done: #sentence"() {
        expect:
        CorpusSpec.read(sentence) == done

        where:
        sentence                                                 | done
        'add some film grain'                                    | ['Add film grain']
        'add background noise'                                   | REFUSED
        'make it shaky'                                          | REFUSED
        'raise the volume by half'                               | ['Set the volume to 150%']
        'lower the volume by half'                               | ['Set the volume to 50%']
        'make it half as loud'                                   | ['Set the volume to 50%']
        'speed it up by half'                                    | ['Set the speed to 1.5x']
        'slow it down by half'                                   | ['Set the speed to 0.5x']
        'half speed'                                             | ['Set the speed to 0.5x']
        'mute the next clip'                                     | REFUSED
        'speed up this part'                                     | REFUSED
        'only the new clip'                                      | REFUSED
        'it looks washed out, fix it'                            | ['Fix the color automatically']
        'make it square, no cropping, pad it'                    | ['Change the aspect ratio to 1:1 with pad']
        'use song.mp3 as background music and lower it to 20 %'  | ['Add the music "song.mp3" at 20%']
        'start at 3 seconds and end at 25'                       | ['Trim from 0:03 to 0:25']
        'start at 0:02 and stop at 0:09'                         | ['Trim from 0:02 to 0:09']
        'remove the film grain'                                  | ['Denoise the picture']
        'less grain'                                             | ['Denoise the picture']
        'remove the background noise'                            | ['Denoise the sound']
        'change the title to "X"'                                | REFUSED
        'remove the title'                                       | REFUSED
        'unmute'                                                 | REFUSED
        'lose the music'                                         | REFUSED
        'put the colour back'                                    | REFUSED
        'cool it down a little'                                  | ['Adjust the color with temperature -8%']
        'it looks dark'                                          | REFUSED
        'brighten it but not the first clip'                     | REFUSED
        'brighten it, only from 0:05 to 0:08'                    | REFUSED
        'brighten it but only the first clip'                    | ['Adjust the color with brightness +15% on clip 1']
        'only mute the second clip'                              | ['Mute the sound on clip 2']
        'upscale this to 4k'                                     | ['Upscale to 2160p']
        'keep the part between 2 and 4 s'                        | ['Trim from 0:02 to 0:04']
        '加点噪点'                                               | REFUSED
        '加背景噪音'                                             | REFUSED
        '让画面抖动起来'                                         | REFUSED
        '把音量提高一半'                                         | ['Set the volume to 150%']
        '音量降低一半'                                           | ['Set the volume to 50%']
        '加快一半'                                               | ['Set the speed to 1.5x']
        '慢一半'                                                 | ['Set the speed to 0.5x']
        '下一个片段静音'                                         | REFUSED
        '这部分加速'                                             | REFUSED
        '只要新的片段'                                           | REFUSED
        '只要前5秒'                                              | ['Trim from the start to 0:05']
        '只有第二段要放慢'                                       | ['Set the speed to 0.75x on clip 2']
        '画面发黄，校正一下'                                     | ['Fix the color automatically']
        '做成正方形，不要裁切，加黑边'                           | ['Change the aspect ratio to 1:1 with pad']
        '从第3秒开始，到第8秒结束'                               | ['Trim from 0:03 to 0:08']
        '去除背景噪音'                                           | ['Denoise the sound']
        '把标题改成“你好”'                                       | REFUSED
        '关掉降噪'                                               | REFUSED
        '加一段静音'                                             | REFUSED
    }

    def "a flaw is never mended by asking for it: #add"() {
        expect:
        flaws.each {
            def done = CorpusSpec.read(add.contains('%s') ? add.replace('%s', it) : "$add $it".toString())
            assert done.every { e -> e == '?' || (it in GRAIN && e.startsWith('Add film grain')) }: "$add $it"
        }

        where:
        add << ['add', 'add some', 'insert', 'more', 'I want more', 'increase the', 'put in', 'throw in some', 'give it', 'make it', 'boost the', 'introduce some', 'add a bit of',
                '加%s', '加点%s', '增加%s', '多一点%s', '添加一些%s', '让它%s']
        flaws = add.contains('%s') ? ['噪点', '颗粒', '噪音', '杂音', '底噪', '背景噪音', '电流声', '抖动', '晃动', '隔行']
            : ['noise', 'grain', 'film grain', 'background noise', 'hum', 'hiss', 'wind noise', 'static', 'shake', 'camera shake', 'wobble', 'jitter', 'interlacing', 'interlace lines']
    }

    def "a remedy that is switched off is not applied: #off"() {
        expect:
        remedies.each { assert CorpusSpec.read(off.replace('%s', it)) == REFUSED : off.replace('%s', it) }

        where:
        off << ['turn off %s', 'turn %s off', 'remove the %s', 'take off the %s', 'no %s', 'less %s', 'without %s', 'disable %s', '关掉%s', '取消%s', '不要%s', '去掉%s']
        remedies = off =~ /\p{IsHan}/ ? ['降噪', '防抖', '稳定', '慢动作', '黑白', '倒放', '锐化', '反交错'] : ['noise reduction', 'stabilization', 'slow motion', 'deinterlacing', 'black and white']
    }

    def "a place that only a cursor could show changes nothing: #where"() {
        expect:
        heads.each { assert CorpusSpec.read(it.replace('%s', where)).every { e -> e == '?' } : it.replace('%s', where) }

        where:
        where << ['this part', 'this clip', 'that section', 'the next clip', 'the previous scene', 'the other clip', 'the new clip', 'these clips', 'some clips', 'the rest', 'the selected clip', 'the current clip', 'another part',
                  '这段', '这一段', '这部分', '那部分', '这里', '下一个片段', '上一段', '另一个片段', '其他片段', '新片段', '当前片段', '剩下的部分', '某个片段']
        heads = where =~ /\p{IsHan}/ ? ['%s静音', '把%s调亮', '%s加速', '%s变黑白', '%s倒放', '只把%s放慢', '删除%s', '只保留%s', '%s降噪', '%s淡出']
            : ['mute %s', 'brighten %s', 'speed up %s', 'make %s black and white', 'reverse %s', 'only slow down %s', 'delete %s', 'keep only %s', 'denoise %s', 'fade out %s', 'zoom into %s', 'flip %s', 'mute only %s', 'stabilize %s']
    }

    def "a length that can't be reached offers no speed that there isn't"() {
        given:
        def short4 = Project.empty('short').withMedia(video('a.mp4', 4_000))

        when:
        def answer = LocalAgent.answer(short4, sentence)

        then:
        answer.next().draft() == short4.draft()
        answer.text().contains(offered)
        !answer.text().contains('0.04')

        where:
        sentence             | offered
        'trim to 99 seconds' | 'repeat it or append more footage'
        'make it 8 s long'   | 'set the speed to 0.50x'
        '裁到99秒'           | '重复播放，或追加素材'
    }
}

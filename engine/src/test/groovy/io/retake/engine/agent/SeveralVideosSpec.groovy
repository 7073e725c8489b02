package io.retake.engine.agent

import static io.retake.engine.agent.Given.*

import io.retake.engine.timeline.Project
import io.retake.core.draft.Effect
import io.retake.core.draft.TrackType
import spock.lang.Specification

/** Somebody with several videos, who names one of them or goes on from what was done: it is never done to all of them. */
class SeveralVideosSpec extends Specification {

    private static Project three() {
        Project.empty('x').withMedia(video('a.avi', 3000)).withMedia(video('b.avi', 3000)).withMedia(video('c.avi', 3000)).withMedia(sound('song.mp3', 9000))
    }

    private static Project say(Project project, List<String> sentences) {
        sentences.inject(project) { now, sentence -> LocalAgent.answer(now, sentence).next() }
    }

    /** Which clips have an effect of that kind. */
    private static List<String> with(Project project, Class<? extends Effect> kind) {
        segments(project, TrackType.VIDEO).findAll { s -> s.effects().any { kind.isInstance(it) } }*.title()*.get()
    }

    private static List<Double> speeds(Project project) {
        segments(project, TrackType.VIDEO)*.speed()
    }

    def "'#sentence' is done to #video alone"() {
        expect:
        with(say(three(), [sentence]), effect) == [video]

        where:
        sentence                                  || video   | effect
        'make the second video brighter'          || 'b.avi' | Effect.GradeFx
        'Make the 2nd video brighter.'            || 'b.avi' | Effect.GradeFx
        'make video 3 darker'                     || 'c.avi' | Effect.GradeFx
        'brighten c.avi'                          || 'c.avi' | Effect.GradeFx
        'make the last video a bit warmer'        || 'c.avi' | Effect.GradeFx
        'sharpen the first video'                 || 'a.avi' | Effect.SharpenFx
        'stabilize the third movie'               || 'c.avi' | Effect.StabilizeFx
        'denoise b.avi'                           || 'b.avi' | Effect.DenoiseFx
        '把第二个视频调亮'                          || 'b.avi' | Effect.GradeFx
        '视频3锐化'                                || 'c.avi' | Effect.SharpenFx
        '最后一个视频防抖'                          || 'c.avi' | Effect.StabilizeFx
    }

    def "'#sentence' leaves #left"() {
        expect:
        clips(say(three(), [sentence]))*.replaceAll(/ .*/, '') == left

        where:
        sentence                           || left
        'only keep c.avi'                  || ['c.avi']
        'keep only b.avi and c.avi'        || ['b.avi', 'c.avi']
        'keep a.avi and c.avi'             || ['a.avi', 'c.avi']
        'keep just the second video'       || ['b.avi']
        'keep video 2'                     || ['b.avi']
        'delete a.avi'                     || ['b.avi', 'c.avi']
        'remove the first video'           || ['b.avi', 'c.avi']
        'cut a.avi and c.avi'              || ['b.avi']
        '只保留c.avi'                       || ['c.avi']
        '删除第二个视频'                     || ['a.avi', 'c.avi']
    }

    def "'#sentence' can't be done to one of several, and is done to none"() {
        given:
        def before = three()

        when:
        def answer = LocalAgent.answer(before, sentence)

        then:
        answer.next().draft() == before.draft()
        answer.steps() == []
        answer.text() =~ says

        where:
        sentence                           || says
        'upscale c.avi'                    || 'for c.avi alone'
        'upscale c.avi to 1080p'           || 'for c.avi alone'
        'upscale the second video to 4k'   || 'for b.avi alone'
        'resize clip 2 to 640x360'         || 'for clip 2 alone'
        'make b.avi vertical'              || 'for b.avi alone'
        '放大c.avi'                         || 'c.avi'
        'make video 7 darker'              || 'Not understood'
        'make the fifth video darker'      || /There is no clip 5|Not understood/
        'delete video 4'                   || 'Not understood'
        '把第九个视频调亮'                    || /没有片段 9|没有理解/
        'only keep d.avi'                  || 'Not understood'
    }

    def "a sentence about the only video is about the film: '#sentence'"() {
        given:
        def one = Project.empty('x').withMedia(video('c.avi', 3000, 320, 180))

        expect:
        say(one, [sentence]).draft().canvas().get().lines() == lines

        where:
        sentence                     || lines
        'upscale c.avi to 1080p'     || 1080
        'upscale the video to 720p'  || 720
    }

    def "numbers that count something else are not a video's: '#sentence'"() {
        expect:
        say(three(), [sentence]).draft().duration().toMillis() == ms

        where:
        sentence                                   || ms
        'make the video 3 seconds long'            || 3000
        'speed up the video 2x'                    || 4500
        'make the video 50% faster'                || 6000
        'cut the video to the first 5 seconds'     || 5000
    }

    def "slower and faster are meant from now on: #sentences"() {
        expect:
        speeds(say(three(), sentences)) == speeds

        where:
        sentences                                              || speeds
        ['2x', 'make it a bit slower']                         || [1.8d, 1.8d, 1.8d]
        ['set the speed to 2x', 'make it slower']              || [1.5d, 1.5d, 1.5d]
        ['2x', 'a little faster']                              || [2.5d, 2.5d, 2.5d]
        ['make it 2x faster', 'make it 2x faster']             || [4d, 4d, 4d]
        ['2x', 'speed it up to 3x']                            || [3d, 3d, 3d]
        ['2x', 'slow down to 0.5x']                            || [0.5d, 0.5d, 0.5d]
        ['2x', 'slow motion']                                  || [0.5d, 0.5d, 0.5d]
        ['speed up b.avi by 50%', 'make it a bit slower']      || [0.9d, 1.35d, 0.9d]
        ['speed up b.avi by 50%', 'make b.avi a bit slower']   || [1d, 1.35d, 1d]
        ['2倍速', '再慢一点']                                    || [1.8d, 1.8d, 1.8d]
    }

    def "where the clips play at different speeds, slower is not guessed for a part of them"() {
        given:
        def before = say(three(), ['speed up b.avi by 50%'])

        when:
        def answer = LocalAgent.answer(before, 'make it slower from 0:01 to 0:04')

        then:
        answer.next().draft() == before.draft()
        answer.text().contains('different speeds')
    }

    def "a factor alone is a speed only when it is all that is said"() {
        expect:
        speeds(say(three(), ['2x'])) == [2d, 2d, 2d]
        speeds(say(three(), ['1.5倍'])) == [1.5d, 1.5d, 1.5d]
        speeds(say(three(), ['zoom in, 2x'])) == [1d, 1d, 1d]
        speeds(say(three(), ['make it brighter and 2x'])) == [1d, 1d, 1d]
    }

    def "a title's size stays, and nothing else is made bigger for it: '#sentence'"() {
        given:
        def titled = say(three(), ['add the title "Hello"'])

        when:
        def answer = LocalAgent.answer(titled, sentence)

        then:
        answer.next().draft() == titled.draft()
        answer.text().contains(says)

        where:
        sentence                      || says
        'make the title bigger'       || "The size of a title can't be changed"
        'make the text smaller'       || "The size of a title can't be changed"
        'make the title a bit larger' || "The size of a title can't be changed"
        '标题大一点'                    || '标题的大小无法修改'
    }
}

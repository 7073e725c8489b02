package io.retake.nlu

import spock.lang.Specification

/** What is said is never read as its opposite, and a part never as the whole. */
class OppositesSpec extends Specification {
    def "'#message' isn't read as #wrong"() {
        expect:
        !sure(context, message).any { it.path('op').asText() == wrong }

        where:
        context | message                             || wrong
        'A'     | 'add some film grain'               || 'denoise'
        'A'     | 'add background noise'              || 'denoiseAudio'
        'A'     | 'make it shaky'                     || 'stabilize'
        'A'     | 'make it less stable'               || 'stabilize'
        'A'     | 'add hum'                           || 'denoiseAudio'
        'A'     | 'more noise'                        || 'denoise'
        'A'     | '让画面抖动起来'                        || 'stabilize'
        'A'     | '加背景噪音'                          || 'denoiseAudio'
        'A'     | '关掉降噪'                            || 'denoiseAudio'
        'A'     | "don't stabilize it"                || 'stabilize'
        'A'     | 'do not cut the pauses'             || 'cutSilence'
        'A'     | '加点噪声'                            || 'denoiseAudio'
        'A'     | '不要去掉停顿'                          || 'cutSilence'
        'A'     | '别加防抖'                            || 'stabilize'
        'B'     | "don't remove the music"            || 'remove'
        'B'     | 'keep the title'                    || 'remove'
        'B'     | '别删标题'                            || 'remove'
        'B'     | '别把音乐删了'                          || 'remove'
        'B'     | '静音,别把音乐删了'                       || 'remove'
        'E'     | '声音不要了'                           || 'undo'
        'A'     | '打字幕'                             || 'title'
    }

    def "what takes '#name' away, forbids it or asks for less never asks for it"() {
        expect: 'not even as an offer'
        messages(name).collectMany { message ->
            Parser.read(message, Contexts.ALL['A'])
                    .findAll { it.probability() >= 0.2 }
                    .collectMany { it.reading().requests() }
                    .findAll { it.path('op').asText() == operation && !it.has('strength') }
                    .collect { "$message -> $it".toString() }
        } == []

        where:
        name              || operation
        'stabilization'   || 'stabilize'
        'noise reduction' || 'denoise'
        'sharpening'      || 'sharpen'
        'blur'            || 'blur'
        'vignette'        || 'vignette'
        'grain'           || 'grain'
        'film grain'      || 'grain'
        'mosaic'          || 'pixelate'
        'black and white' || 'grayscale'
        '防抖'             || 'stabilize'
        '降噪'             || 'denoise'
        '锐化'             || 'sharpen'
        '模糊'             || 'blur'
        '暗角'             || 'vignette'
        '颗粒感'            || 'grain'
        '马赛克'            || 'pixelate'
        '黑白'             || 'grayscale'
    }

    private static List<String> messages(String name) {
        name ==~ /[a-z ]+/
                ? ["no $name", "without $name please", "turn off the $name", "take the $name off", "remove the $name",
                   "the $name has to go", "don't add $name", "get rid of the $name", "undo the $name", "less $name",
                   "a bit less $name", "not so much $name", "stop the $name", "lose the $name", "I don't want $name"]
                : ["不要$name", "别加$name", "关掉$name", "去掉$name", "取消$name", "把${name}去掉", "${name}关了", "${name}不要了",
                   "少一点$name", "${name}少一点", "撤掉$name", "不用$name", "${name}弱一点", "${name}删了"]
    }

    def "'#message' doesn't set a length"() {
        expect:
        !Parser.read(message, Contexts.ALL['A']).findAll { it.probability() >= 0.2 }
                .collectMany { it.reading().requests() }.any { it.path('op').asText() == 'length' }

        where:
        message << ['make it 10 seconds shorter', 'shorten it by 10 seconds', 'cut it down by 10 s', '10 seconds longer', '缩短10秒', '剪短10秒', '延长5秒']
    }

    def "'#message' only tells something"() {
        expect:
        sure('B', message) == []

        where:
        message << ['太长了没人看', '这什么玩意', '我要发到家长群', '别挡住人脸', '顺序不对', '我怕弄坏了', '谁看啊', '看着难受']
    }

    def "'#message' isn't read as something for the whole film"() {
        expect:
        !sure(context, message).any { !it.has('on') && !it.has('from') && !it.has('to') && it.path('op').asText() in ['mute', 'speed', 'grayscale'] }

        where:
        context | message
        'B'     | 'mute the next clip'
        'B'     | 'speed up this part'
        'B'     | 'only the new clip in black and white'
        'B'     | '把下一段静音'
        'B'     | '这一段加速'
        'B'     | '那段静音'
        'B'     | '这里变黑白'
        'B'     | '那几秒静音'
    }

    /** The requests of the most probable reading, where it is sure enough to be offered first. */
    private static List sure(String context, String message) {
        def best = Parser.read(message, Contexts.ALL[context]).find()
        best && best.probability() >= 0.5 ? best.reading().requests() : []
    }
}

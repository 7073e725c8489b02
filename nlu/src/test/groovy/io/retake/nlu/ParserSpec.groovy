package io.retake.nlu

import spock.lang.Specification
import spock.lang.Timeout

/** What messages ask for, in the situations of the labelled requests. */
class ParserSpec extends Specification {
    def "'#message'"() {
        expect:
        Parser.read(message, Contexts.ALL[context]).first().reading().requests()*.toString() == requests

        where:
        context | message                                             || requests
        'A'     | 'cut the first 3 seconds'                           || ['{"op":"remove","to":"0:03"}']
        'A'     | 'cut the first 3, no wait, 4 seconds'               || ['{"op":"remove","to":"0:04"}']
        'A'     | 'brightness up 8%'                                  || ['{"op":"color","brightness":"+8%"}']
        'A'     | 'make it louder'                                    || ['{"op":"volume","level":"+some"}']
        'B'     | 'black and white except the sunset'                 || ['{"op":"grayscale","on":"all but clip 3"}']
        'B'     | 'remove the title'                                  || ['{"op":"remove","on":"title 1"}']
        'F'     | 'too slow'                                          || ['{"op":"amend","edit":{"op":"speed","factor":"+some","from":"0:30","to":"0:45"}}']
        'A'     | '剪掉前3秒'                                           || ['{"op":"remove","to":"0:03"}']
        'A'     | '剪掉前3秒,啊不对,前4秒'                                  || ['{"op":"remove","to":"0:04"}']
        'B'     | '音乐小点'                                            || ['{"op":"volume","on":"the music","level":"-some"}']
        'A'     | '五分钟太长了没人看，整条4倍速'                               || ['{"op":"speed","factor":"4x"}']
        'A'     | '1:10到1:20我咳嗽了，那里静音'                              || ['{"op":"mute","from":"1:10","to":"1:20"}']
        'A'     | '加防抖，别把人脸弄没了'                                    || ['{"op":"stabilize"}']
        'A'     | '声音太小了，统一到标准响度'                                  || ['{"op":"loudness"}']
        'B'     | '日落那段没意思，那段快一点'                                  || ['{"op":"speed","on":"clip 3","factor":"+some"}']
        'E'     | '字幕慢了半秒，往前提0.5秒'                                 || ['{"op":"change","on":"the captions","shift":"-0.5 s"}']
        'E'     | '音量那步撤了'                                          || ['{"op":"undo"}']
        'G'     | '导入 水杯.mp4'                                       || ['{"op":"upload","file":"水杯.mp4"}']
        'H'     | 'silence clip 2'                                    || ['{"op":"mute","on":"clip 2"}']
        'H'     | 'the picture lags 120 ms behind the sound'          || ['{"op":"syncAudio","offset":"+0.12 s"}']
        'H'     | 'the sound lags 120 ms behind the picture'          || ['{"op":"syncAudio","offset":"-0.12 s"}']
        'H'     | '画面比声音慢0.2秒'                                      || ['{"op":"syncAudio","offset":"+0.2 s"}']
        'H'     | 'trim from 3 to 7'                                  || ['{"op":"trim","from":"0:03","to":"0:07"}']
        'H'     | 'trim from 3 to 7 off'                              || ['{"op":"remove","from":"0:03","to":"0:07"}']
        'H'     | 'cut it in two'                                     || ['{"op":"split","at":"1/2 of the way"}']
        'H'     | 'speed it up by 25 percent'                         || ['{"op":"speed","factor":"+25%"}']
        'H'     | 'undo the last 3 changes'                           || ['{"op":"undo","steps":"3"}']
        'H'     | '恢复撤销的操作'                                         || ['{"op":"redo"}']
        'H'     | 'use "song.mp3" instead of the original sound'      || ['{"op":"replaceAudio","file":"song.mp3"}']
    }

    def "no message is too odd to be read: '#message'"() {
        when:
        Parser.read(message, Contexts.ALL['B'])

        then:
        noExceptionThrown()

        where:
        message << ['', ' ', '???', '"', "'''", '9:99:99', '99999999999999999999', '1:', '{"op":"remove"}', 'a' * 400, '剪' * 400, '🚴🚴🚴',
                    'from the end to the start', 'clip 0', 'clips 3 to 1', 'between 0:30 and 0:10', '0x', 'swap 1 and 1', '百千万亿']
    }

    @Timeout(60)
    def "5,000 characters of #kind take bounded time"() {
        when:
        Parser.read((part * 5000).take(5000), Contexts.ALL['B'])

        then:
        noExceptionThrown()

        where:
        kind                      | part
        'requests'                | 'cut the first 3 seconds and mute clip 2, then make it brighter by 10%, '
        'requests in Chinese'     | '剪掉前3秒，然后把第2段静音，画面亮一点，'
        'requests without an end' | 'make clip 2 brighter by 10% and '
        'corrections'             | 'cut the first 3, no wait, 4 seconds, '
        'numbers'                 | '1, 2, 3, '
        'ordinals'                | 'first second third '
        'times'                   | '0:10-0:20 and '
        'names'                   | 'beach, dinner and sunset, '
        'words nobody knows'      | 'qwertz uiopue asdfgh '
        'misspelt words'          | 'brigther saturatoin captoins '
        'one letter'              | 'a'
        'one character'           | '剪'
        'quotation marks'         | '\''
        'text for a title'        | 'title saying '
    }
}

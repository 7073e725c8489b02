package io.retake.dsl.parameter

import java.nio.file.Path
import spock.lang.Specification

/** Numbered files are taken in the order of their numbers. */
class NaturalOrderSpec extends Specification {
    def "sorts files as people count them: #names"() {
        expect: 'whatever order they come in'
        NaturalOrder.sorted(names.reverse().collect { Path.of('clips', it) })*.fileName*.toString() == names
        NaturalOrder.sorted(names.shuffled(new Random(7)).collect { Path.of('clips', it) })*.fileName*.toString() == names

        where:
        names << [
            ['clip.mp4', 'clip1.mp4', 'clip2.mp4', 'clip10.mp4', 'clip11.mp4', 'clip100.mp4'],
            ['IMG_9.mov', 'img_10.mov', 'IMG_11.mov'],
            ['1.mp4', '2.mp4', '03.mp4', '10.mp4', '0011.mp4'],
            ['take 1b.mp4', 'take 2a.mp4', 'take 10.mp4'],
            ['film.mp4', 'film-2.mp4', 'film-10.mp4'],
            ['a (1).mp4', 'a (2).mp4', 'a (10).mp4'],
            ['2024-01-09 walk.mp4', '2024-01-10 walk.mp4', '2024-10-01 walk.mp4'],
            ['v1.9.mp4', 'v1.10.mp4'],
            ['片段1.mp4', '片段2.mp4', '片段10.mp4'],
            ['第一集.mp4', '第二集.mp4', '第三集.mp4', '第九集.mp4', '第十集.mp4', '第十一集.mp4', '第二十集.mp4', '第一百零五集.mp4'],
            ['第1集.mp4', '第二集.mp4', '第3集.mp4', '第十集.mp4'],
            ['二〇二三年.mp4', '二〇二四年.mp4', '一万年.mp4'],
            ['场景１.mp4', '场景２.mp4', '场景１０.mp4'],
            ['مشهد٢.mp4', 'مشهد١٠.mp4'],
            ["x${'9' * 30}.mp4".toString(), "x1${'0' * 30}.mp4".toString()],
            ['été 2.mp4', 'été 10.mp4'],
            ['a.mkv', 'a.mp4', 'b.mkv'],
        ]
    }

    def "the value of a number in Chinese characters: #text is #value"() {
        expect:
        int[] letters = text.codePoints().toArray()
        ChineseNumerals.value(letters, 0, letters.length) == value

        where:
        text         || value
        '零'          || 0
        '十'          || 10
        '十二'         || 12
        '二十'         || 20
        '两百'         || 200
        '三千零五'       || 3005
        '一万二千三百四十五'  || 12345
        '二〇二四'       || 2024
        '三亿'         || 300_000_000
    }
}

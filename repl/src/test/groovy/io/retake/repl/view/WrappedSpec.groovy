package io.retake.repl.view

import spock.lang.Specification

class WrappedSpec extends Specification {
    def '#text in #columns columns'() {
        expect:
        Wrapped.lines(text, columns, indent) == lines

        where:
        text                            | columns | indent || lines
        ''                              | 20      | 0      || ['']
        'one two three'                 | 13      | 0      || ['one two three']
        'one two three'                 | 12      | 0      || ['one two', 'three']
        'one two three'                 | 9       | 1      || ['one two', ' three']
        'a word-that-is-longer-than-it' | 12      | 2      || ['a', '  word-that-', '  is-longer-', '  than-it']
        'one  two'                      | 20      | 0      || ['one  two']
        '导出时会稳定画面'                      | 10      | 0      || ['导出时会稳', '定画面']
        '导出时会稳，定画面'                     | 10      | 0      || ['导出时会', '稳，定画面']
        '请检查名称（或者路径）'                   | 12      | 0      || ['请检查名称', '（或者路径）']
        '用 trim from: 2.s 保留'            | 14      | 0      || ['用 trim from:', '2.s 保留']
        '请写export mp4作为导出'                | 14      | 0      || ['请写export mp4', '作为导出']
    }

    def 'a text stands beside a short beginning, and below a long one'() {
        expect:
        Wrapped.beside(first, 'one two three', 14, 6) == lines

        where:
        first         || lines
        'word  '      || ['word  one two', '      three']
        'longer word' || ['longer word', '      one two', '      three']
    }

    def 'no line is wider than the columns, and nothing is lost [#columns]'() {
        given:
        def text = '从 0:05 到 0:02 的范围是空的：结尾必须晚于开头。例如：trim from: 2.s, to: 12.s，或者“删除前 5 秒”（见 retake help language）。🎬🎬🎬'
        def lines = Wrapped.lines(text, columns, 0)

        expect:
        lines.every { Columns.width(it) <= columns }
        lines.join('').replace(' ', '') == text.replace(' ', '')
        lines.tail().every { !('，。、；：！？）”'.contains(it.take(1))) }

        where:
        columns << [13, 20, 33, 40, 79]
    }
}

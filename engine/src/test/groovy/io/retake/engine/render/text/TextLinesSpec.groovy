package io.retake.engine.render.text

import spock.lang.Specification

class TextLinesSpec extends Specification {

    private static List<String> drawn(String text, double ems = 100) {
        TextLines.of(text, ems)*.runs()*.collect { it.text() }*.join('')
    }

    def 'no character of a text in a script that is here is a box (#text)'() {
        expect:
        Fonts.undrawable(text) == ''
        TextLines.of(text, 100)*.runs().flatten().every { run ->
            run.text().codePoints().allMatch { it == 0x20 || TextLines.isJoiner(it) || run.face().tables().covers(it) }
        }

        where:
        text << ['Ünïcödé Ελληνικά Жы', '安全字幕，标题！日本語のテキスト', '안녕하세요 세계, 뷁 각 ㅋㅋㅋ', '한글 \u1112\u1161\u11ab', 'שָׁלוֹם עולם', 'مرحبا بالعالم، لا إله ۱۲۳ پچژگ', 'สวัสดีครับ น้ำ', '🎬 👩‍🚀 ❤️']
    }

    def 'characters that no font has are reported, and left out of the drawn text'() {
        expect:
        Fonts.undrawable('नम \u16a0 a\u16a0') == 'नम\u16a0'
        drawn('a\u16a0b') == ['ab']
        Fonts.undrawable('tab\there\r\n\u0007 soft\u00adhyphen \u200elrm') == ''
    }

    def 'right to left is drawn from left to right, letters joined (#what)'() {
        expect:
        drawn(text) == lines

        where:
        what                   | text                    || lines
        'Hebrew'               | 'שלום'                  || ['םולש']
        'points stay behind'   | 'שָלוֹ'                   || ['וֹלשָ']
        'numbers keep order'   | 'בשנת 2024'             || ['2024 תנשב']
        'brackets turn'        | 'אב (גד)'               || ['(דג) בא']
        'in a Latin sentence'  | 'say שלום now'          || ['say םולש now']
        'a Latin word in it'   | 'שלום Ada שלום'         || ['םולש Ada םולש']
        'joined Arabic'        | 'مرحبا'                 || ['\ufe8e\ufe92\ufea3\ufeae\ufee3']
        'lam with alef'        | 'لا سلام'               || ['\ufee1\ufefc\ufeb3 \ufefb']
        'marks are looked past' | 'مَر'                   || ['\ufeae\ufee3\u064e']
        'Persian'              | 'پگ'                    || ['\ufb93\ufb58']
        'each line by itself'  | 'אב\ngood'              || ['בא', 'good']
    }

    def 'Thai vowels are taken apart, and no mark begins a line'() {
        expect:
        drawn('น้ำ') == ['น\u0e4d\u0e49\u0e32']
        drawn('กิ' * 6, 1.5).every { !Bidirectional.isMark(it.codePointAt(0)) }
        drawn('一二，三四', 2.5)[0] != '一二'
    }
}

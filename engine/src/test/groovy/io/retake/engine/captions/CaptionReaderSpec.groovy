package io.retake.engine.captions

import io.retake.engine.process.MediaException
import java.nio.charset.Charset
import spock.lang.Specification

class CaptionReaderSpec extends Specification {

    private static CaptionFile srt(String text, String charset = 'UTF-8') { CaptionReader.read(text.getBytes(charset), 'talk.srt') }

    private static CaptionFile vtt(String text) { CaptionReader.read(text.getBytes('UTF-8'), 'talk.vtt') }

    private static List<String> shown(CaptionFile file) {
        file.cues().collect { "${it.start().toMillis()}-${it.end().toMillis()} ${it.text().replace('\n', '/')}${it.position().map { p -> " $p" }.orElse('')}".toString() }
    }

    def 'SubRip as programs write it (#what)'() {
        expect:
        shown(srt(text)) == cues

        where:
        what                    | text                                                                                      || cues
        'plain'                 | '1\n00:00:01,000 --> 00:00:02,500\nHello\n\n2\n00:01:00,000 --> 01:00:00,001\nTwo\nlines\n' || ['1000-2500 Hello', '60000-3600001 Two/lines']
        'a byte order mark'     | '\ufeff1\n00:00:01,000 --> 00:00:02,000\nHello\n'                                         || ['1000-2000 Hello']
        'CR LF and CR'          | '1\r\n00:00:01,000 --> 00:00:02,000\r\nHello\r\n\r\n2\r00:00:03,000 --> 00:00:04,000\rYes' || ['1000-2000 Hello', '3000-4000 Yes']
        'points for commas'     | '1\n00:00:01.25 --> 00:00:02.5\nHello'                                                    || ['1250-2500 Hello']
        'no hours, no fraction' | '1\n00:01 --> 00:02\nHello'                                                               || ['1000-2000 Hello']
        'no indices'            | '00:00:01,000 --> 00:00:02,000\nA\n\n00:00:02,000 --> 00:00:03,000\nB'                    || ['1000-2000 A', '2000-3000 B']
        'no empty lines'        | '1\n00:00:01,000 --> 00:00:02,000\nA\n2\n00:00:02,000 --> 00:00:03,000\nB'                || ['1000-2000 A', '2000-3000 B']
        'an empty line within'  | '1\n00:00:01,000 --> 00:00:02,000\nA\n\nstill A\n\n2\n00:00:02,000 --> 00:00:03,000\nB'   || ['1000-2000 A/still A', '2000-3000 B']
        'a number as text'      | '1\n00:00:01,000 --> 00:00:02,000\n42\n\n2\n00:00:02,000 --> 00:00:03,000\nB'             || ['1000-2000 42', '2000-3000 B']
        'out of order, overlap' | '1\n00:00:05,000 --> 00:00:07,000\nB\n\n2\n00:00:01,000 --> 00:00:06,000\nA'              || ['1000-6000 A', '5000-7000 B']
        'tags'                  | '1\n00:00:01,000 --> 00:00:02,000\n<i>It</i> <font color="#ff0000">is</font> 1 < 2, I <3 {you}' || ['1000-2000 It is 1 < 2, I <3 {you}']
        'at the top'            | '1\n00:00:01,000 --> 00:00:02,000\n{\\an8}{\\i1}Up{\\i0}'                                 || ['1000-2000 Up TOP']
        'coordinates'           | '1\n00:00:01,000 --> 00:00:02,000 X1:100 X2:200 Y1:1 Y2:2\nA'                             || ['1000-2000 A']
        'a WebVTT file'         | 'WEBVTT\n\n00:01.000 --> 00:02.000\nA'                                                    || ['1000-2000 A']
    }

    def 'WebVTT by its specification (#what)'() {
        expect:
        shown(vtt('WEBVTT' + text)) == cues

        where:
        what               | text                                                                                     || cues
        'plain'            | '\n\n00:01.000 --> 00:02.000\nA\n\n01:00:00.000 --> 01:00:01.000\nB'                     || ['1000-2000 A', '3600000-3601000 B']
        'a header'         | ' - talk\nKind: captions\nLanguage: en\n\nintro\n00:01.000 --> 00:02.000\nA'             || ['1000-2000 A']
        'other blocks'     | '\n\nNOTE a\nb --\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:x\n\n00:01.000 --> 00:02.000\nA' || ['1000-2000 A']
        'settings'         | '\n\n00:01.000 --> 00:02.000 align:start line:0 position:10%\nA'                         || ['1000-2000 A TOP']
        'lower settings'   | '\n\n00:01.000 --> 00:02.000 line:-1\nA\n\n00:02.000 --> 00:03.000 line:80%\nB'          || ['1000-2000 A', '2000-3000 B']
        'tags'             | '\n\n00:01.000 --> 00:02.000\n<v Ada>Hi <c.red.bold>there</c> <00:01.500><lang en>you</lang>' || ['1000-2000 Hi there you']
        'entities'         | '\n\n00:01.000 --> 00:02.000\nA &amp; B &lt;i&gt; &#233;&#x1F3AC; &unknown; &#0000000000;' || ['1000-2000 A & B <i> é🎬 &unknown; &#0000000000;']
        'NUL'              | '\n\n00:01.000 --> 00:02.000\nA\u0000B'                                                  || ['1000-2000 A\ufffdB']
    }

    def 'it is read in the encoding that it has, and a guess is called one (#charset)'() {
        given:
        def text = "1\n00:00:01,000 --> 00:00:02,000\n$words\n"
        def bytes = charset.startsWith('UTF-16') ? ('\ufeff' + text).getBytes(charset) : text.getBytes(charset)

        when:
        def file = CaptionReader.read(bytes, 'talk.srt')

        then:
        file.cues()[0].text() == words
        file.encoding() == encoding
        file.guessed() == guessed

        where:
        charset        | words                             || encoding       | guessed
        'UTF-8'        | 'Grüße, 你好'                      || 'UTF-8'        | false
        'UTF-16LE'     | 'Grüße, 你好 🎬'                    || 'UTF-16'       | false
        'UTF-16BE'     | 'Grüße, 你好 🎬'                    || 'UTF-16'       | false
        'windows-1252' | 'Grüße – “à bientôt”, naïve Ärger' || 'Windows-1252' | true
        'GB18030'      | '今天我们来看看这个问题。'           || 'GB 18030'     | true
    }

    def 'cues of no length or without a text are left out and counted'() {
        when:
        def file = srt('1\n00:00:01,000 --> 00:00:01,000\nA\n\n2\n00:00:02,000 --> 00:00:03,000\n<i></i>\n\n3\n00:00:03,000 --> 00:00:04,000\nB')

        then:
        shown(file) == ['3000-4000 B']
        file.skipped() == 2
        file.end().toMillis() == 4000
    }

    def 'a broken file is refused with the line (#what)'() {
        when:
        CaptionReader.read(bytes as byte[], name)

        then:
        def wrong = thrown(MediaException)
        wrong.message == message

        where:
        what                  | name       | bytes                                                                       || message
        'no captions'         | 'talk.srt' | 'Dear diary,\n'.bytes                                                       || 'talk.srt can\'t be used: line 1: expected a time such as 00:00:01,000 --> 00:00:04,000, found "Dear diary,".'
        'empty'               | 'talk.srt' | '\n\n'.bytes                                                                || "talk.srt can't be used: there is no caption in it. One looks like this: 00:00:01,000 --> 00:00:04,000, and the text on the next line."
        'a broken time'       | 'talk.srt' | '1\n00:00:01,000 --> soon\nA'.bytes                                         || 'talk.srt can\'t be used: line 2: a time looks like 00:00:01,000 --> 00:00:04,000; found "00:00:01,000 --> soon".'
        'an impossible time'  | 'talk.srt' | '1\n00:00:01,000 --> 00:00:61,000\nA'.bytes                                 || 'talk.srt can\'t be used: line 2: minutes and seconds go to 59; found "00:00:01,000 --> 00:00:61,000".'
        'backwards'           | 'talk.srt' | '00:00:01,000 --> 00:00:02,000\nA\n\n00:00:09,000 --> 00:00:08,000\nB'.bytes || 'talk.srt can\'t be used: line 4: a caption ends after it begins; found "00:00:09,000 --> 00:00:08,000".'
        'no signature'        | 'talk.vtt' | '00:01.000 --> 00:02.000\nA'.bytes                                          || 'talk.vtt can\'t be used: line 1: a WebVTT file begins with the word WEBVTT; found "00:01.000 --> 00:02.000".'
        'much text'           | 'talk.srt' | ('00:00:01,000 --> 00:00:02,000\n' + 'a' * 2001).bytes                      || "talk.srt can't be used: line 1: a caption has at most 2000 characters; this one has 2001."
        'many cues'           | 'talk.srt' | ('00:00:01,000 --> 00:00:02,000\nA\n\n' * 10_001).bytes                     || "talk.srt can't be used: line 30001: a file has at most 10000 captions."
        'a film'              | 'a.srt'    | [0, 0, 0, 32, 102, 116, 121, 112]                                           || 'a.srt can\'t be used: line 1: expected a time such as 00:00:01,000 --> 00:00:04,000, found "??? ftyp".'
    }

    def 'no file makes it slow (#what)'() {
        when:
        def before = System.nanoTime()
        try {
            CaptionReader.read(text.bytes, 'talk.srt')
        } catch (MediaException ignored) {
            // it may be refused, but at once
        }

        then:
        System.nanoTime() - before < 10_000_000_000L

        where:
        what                | text
        'empty lines'       | '00:00:01,000 --> 00:00:02,000\nA\n' + '\n' * 1_900_000
        'open tags'         | '00:00:01,000 --> 00:00:02,000\n' + '<i ' * 600_000
        'open overrides'    | '00:00:01,000 --> 00:00:02,000\n' + '{\\' * 900_000
        'digits'            | '1' * 1_900_000
        'blanks in a time'  | '00:00:01,000 ' + ' ' * 1_900_000 + '-->'
        'blank-parted text' | '00:00:01,000 --> 00:00:02,000\n' + 'a\n\n' * 600_000
    }
}

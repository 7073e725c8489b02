package io.retake.engine.http.server

import spock.lang.Specification

class CleanTextSpec extends Specification {

    def "a name keeps readable characters and loses those that act on a path or a terminal"() {
        expect:
        CleanText.fileName(given) == kept

        where:
        given                              || kept
        'clip.mp4'                         || 'clip.mp4'
        '../../clip.mp4'                   || 'clip.mp4'
        'C:\\films\\clip.mp4'              || 'clip.mp4'
        'a\u001b[31mb.mp4'                 || 'ab.mp4'
        'a\nb.mp4'                         || 'a b.mp4'
        'a\u0000b.mp4'                     || 'ab.mp4'
        ''                                 || 'file'
        '/'                                || 'file'
        '影片 😀.mp4'                        || '影片 😀.mp4'
        'x' * 300 + '.mp4'                 || 'x' * 196 + '.mp4'
        '😀' * 300 + '.mp4'                || '😀' * 196 + '.mp4'
    }
}

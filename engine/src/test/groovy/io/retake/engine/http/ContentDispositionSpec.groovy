package io.retake.engine.http

import spock.lang.Specification

/** The name in a header that a stranger wrote. */
class ContentDispositionSpec extends Specification {

    def "#header names '#name'"() {
        expect:
        ContentDisposition.fileName(header).orElse(null) == name

        where:
        header                                              || name
        null                                                || null
        ''                                                  || null
        'attachment'                                        || null
        'inline; size=3'                                    || null
        'attachment; filename=a.mp4'                        || 'a.mp4'
        'attachment;filename=a.mp4;size=3'                  || 'a.mp4'
        'ATTACHMENT; FileName = a.mp4'                      || 'a.mp4'
        'attachment; filename="a b; c.mp4"; x=y'            || 'a b; c.mp4'
        'attachment; filename="a \\"b\\" c.mp4"'            || 'a "b" c.mp4'
        'attachment; filename="C:\\films\\a.mp4"'           || 'C:\\films\\a.mp4'
        'attachment; filename="open'                        || 'open'
        'attachment; filename=""'                           || null
        "attachment; filename*=UTF-8''na%C3%AFve+1.mp4"     || 'naïve+1.mp4'
        "attachment; filename*=utf-8'en'a%20b.mp4"          || 'a b.mp4'
        "attachment; filename*=iso-8859-1''caf%e9.mp4"      || 'café.mp4'
        "attachment; filename*=UTF-8''%zz; filename=b.mp4"  || 'b.mp4'
        "attachment; filename*=bad; filename=b.mp4"         || 'b.mp4'
        "attachment; filename=b.mp4; filename*=UTF-8''c.mp4" || 'c.mp4'
        'attachment; notfilename=x.mp4'                     || null
        'attachment; ; ;=;filename'                         || null
    }

    def "a long header is read in no time"() {
        expect:
        ContentDisposition.fileName('attachment; filename="' + '\\"' * 50_000).get().length() == 50_000
        ContentDisposition.fileName('a=b;' * 25_000 + 'filename=x').get() == 'x'
    }
}

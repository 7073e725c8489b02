package io.retake.dsl.run

import io.retake.core.protocol.SessionState
import com.fasterxml.jackson.databind.ObjectMapper
import spock.lang.Specification

/** A file whose name is a part of another's is not taken for it. */
class NamesWithinNamesSpec extends Specification {
    private static final SessionState STATE = SessionState.parse(new ObjectMapper().readTree('''
        {"video_analyses": [
            {"kind": "diagnosis", "filename": "0.mp4", "findings": [{"what": "shake", "text": "It shakes.", "remedies": []}]},
            {"kind": "diagnosis", "filename": "clip10.mp4", "findings": [{"what": "noise", "text": "It is noisy.", "remedies": []}]}]}'''))

    def 'a diagnosis of some files has what was found in those, and in no others (#words)'() {
        expect:
        Analyses.diagnosis(words, STATE, true).findings*.file == files

        where:
        words                                                        || files
        'clip10.mp4: It is noisy.'                                   || ['clip10.mp4']
        'clip10.mp4: It is noisy, unlike 0.mp4.'                     || ['clip10.mp4']
        '0.mp4: It shakes.'                                          || ['0.mp4']
        '0.mp4：画面抖动。\nclip10.mp4：有噪点。'                        || ['0.mp4', 'clip10.mp4']
        'Nothing is wrong.'                                          || []
    }
}

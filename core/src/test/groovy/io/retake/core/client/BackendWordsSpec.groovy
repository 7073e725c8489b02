package io.retake.core.client

import io.retake.core.client.http.ClientException
import java.nio.file.Files
import java.nio.file.Path

/** The backend's own message of a fault comes first, alone; the call is named only when there is no message. */
class BackendWordsSpec extends ClientSpecification {
    static final String UPLOAD = 'POST /api/upload-video/nemo_agent/me/ses_1'

    private Path file(String name) { Files.writeString(folder.resolve(name), 'film') }

    def "reports a refused file in the backend's own words (#body)"() {
        given:
        server.on(UPLOAD) { it.json(status, body) }

        when:
        client().upload(SESSION, [file('a.mp4')], { String name, long done, long total -> }, none())

        then:
        def problem = thrown(ClientException)
        problem.message == message
        problem.advice().contains(advice)
        advice || problem.advice() == ''

        where:
        status | body                                                                     || message                                                    | advice
        200    | '{"code":4001,"message":"a.mp4 is not a video: it is text. Check it."}'  || 'a.mp4 is not a video: it is text. Check it.'             | ''
        200    | '{"code":4001,"message":"bad file"}'                                     || 'Unsupported file: bad file (code 4001)'                   | 'Accepted are mp4'
        200    | '{"code":4001}'                                                          || "Unsupported file (code 4001, $UPLOAD)"                     | 'Accepted are mp4'
        200    | '{"code":4002,"message":"A file may have at most 500 MB. Trim it."}'     || 'A file may have at most 500 MB. Trim it.'                 | 'At most 500 MB'
        507    | '{"code":507,"message":"The disk is full. Make room."}'                  || 'The disk is full. Make room. (code 507)'                  | ''
        500    | '{"error":{"message":"boom"}}'                                           || 'The backend failed at it: boom (HTTP 500 Internal Server Error)' | 'few minutes'
    }

    def "passes on a backend's warnings about a file, cleaned, and nothing else"() {
        given:
        server.on(UPLOAD) { it.json('{"code":0,"data":{"files":[{"filename":"a.mp4","warnings":["It was cut off.\\u001b[31m", {"text":"It is silent."}, "", 5, null]}]}}') }

        expect:
        client().upload(SESSION, [file('a.mp4')], { String name, long done, long total -> }, none())[0].warnings() == ['It was cut off.', 'It is silent.']
    }
}

package io.retake.engine.llm

import com.fasterxml.jackson.databind.ObjectMapper
import io.retake.core.vocabulary.Vocabulary
import io.retake.engine.agent.Answer
import io.retake.engine.agent.Given
import io.retake.engine.agent.LocalAgent
import io.retake.engine.api.LanguageModel
import io.retake.engine.edit.Measurements
import java.time.Duration
import java.util.concurrent.TimeUnit
import mockwebserver3.MockResponse
import mockwebserver3.MockWebServer
import okio.Buffer
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Against a server that speaks real HTTP and says what a model might say, and worse. */
class ModelInterpreterSpec extends Specification {
    static final String KEY = 'sk-secret-0123'
    static final ObjectMapper JSON = new ObjectMapper()
    static final String UNREADABLE = 'gave no readable answer'

    @AutoCleanup
    MockWebServer server = new MockWebServer()

    List<AutoCloseable> opened = []

    def setup() {
        server.start(InetAddress.getByName('127.0.0.1'), 0)
    }

    def cleanup() {
        opened*.close()
    }

    private ModelInterpreter model(long patienceMs = 5000) {
        def on = LanguageModel.of(RETAKE_LLM_URL: "http://127.0.0.1:$server.port/v1".toString(), RETAKE_LLM_MODEL: 'small', RETAKE_LLM_KEY: KEY)
        def model = ModelInterpreter.of(on as LanguageModel.On, Duration.ofMillis(patienceMs))
        opened << model
        model
    }

    private Answer answer(String message, ModelInterpreter model = model()) {
        LocalAgent.answer(Given.project(), message, Measurements.NONE, model)
    }

    private void says(String content) {
        sends(200, JSON.writeValueAsString([choices: [[message: [role: 'assistant', content: content]]]]))
    }

    private void sends(int status, String body, Map<String, String> headers = [:]) {
        def response = new MockResponse.Builder().code(status).body(body)
        headers.each { name, value -> response.addHeader(name, value) }
        server.enqueue(response.build())
    }

    private Map<String, Object> asked() {
        def request = server.takeRequest(1, TimeUnit.SECONDS)
        assert request.method == 'POST'
        assert request.target == '/v1/chat/completions'
        assert request.headers['Authorization'] == "Bearer $KEY"
        JSON.readValue(request.body.utf8(), Map)
    }

    def "words that the grammar can't read become edits, and the answer says who read them and as what"() {
        given:
        says('{"edits":[{"op":"color","contrast":"+20%","on":null},{"op":"volume","level":"120%","on":"clip 2"}]}')

        when:
        def answer = answer('trim the first 2 seconds, then give it some oomph')

        then:
        answer.text().startsWith('''Removed 0:00-0:02; the timeline is now 0:28 long.
The language model understood "give it some oomph" as: Adjust the color with contrast +20%; Set the volume to 120% on clip 2.
''')
        answer.steps()*.operation() == ['remove', 'color', 'volume']
        answer.next().draft() == Given.after(Given.project(), 'Remove from the start to 0:02', 'Adjust the color with contrast +20%', 'Set the volume to 120% on clip 2').draft()

        and: 'one message is one step of history all the same'
        LocalAgent.answer(answer.next(), 'undo').next().draft() == Given.project().draft()
    }

    def "the request holds the unread words, the vocabulary, and the names and lengths of clips; nothing else"() {
        given:
        says('{"edits":[]}')

        when:
        answer('mute clip 2, make it dance')
        def sent = asked()
        def user = JSON.readValue(sent.messages[1].content as String, Map)

        then:
        sent.keySet() == ['model', 'stream', 'messages'] as Set
        sent.model == 'small'
        sent.messages*.role == ['system', 'user']
        user == [words: 'make it dance', clips: [[clip: 1, file: 'a.mp4', length: '0:10'], [clip: 2, file: 'b.mov', length: '0:20']], otherFiles: [[file: 'song.mp3', length: '0:07']]]
        !sent.toString().contains(KEY)
        !sent.toString().contains('hash-')
        Vocabulary.operations().every { o ->
            (sent.messages[0].content as String).contains("\n${o.name()}: ") == !(o.name() in ['undo', 'redo', 'checkpoint', 'restore'])
        }
    }

    def "'#message' is not for a model: the grammar knows what it says"() {
        when:
        def answer = answer(message)

        then:
        server.requestCount == 0
        !answer.text().contains('language model')

        where:
        message << ['mute it', "don't mute it", 'how long is it?', 'translate it', 'set the volume to 5000%', 'trim from 0:02 to 0:04; fade out']
    }

    def "neighbours that can't be read are asked together, and 'it' means what the model did it to"() {
        given:
        says('{"edits":[{"op":"grayscale","on":"clip 2"}]}')

        when:
        def answer = answer('fly me to the moon, hop among the stars, then mute it')

        then:
        JSON.readValue(asked().messages[1].content as String, Map).words == 'fly me to the moon, hop among the stars'
        server.requestCount == 1
        answer.steps()*.operation() == ['grayscale', 'mute']
        answer.steps()[1].args().path('on').asText() == 'clip 2'
    }

    def "when it answers #what, nothing is changed and that is said"() {
        given:
        says(content)

        when:
        def answer = answer('make it dance')

        then:
        answer.next() == Given.project()
        answer.steps() == []
        answer.text().contains('"make it dance"')
        answer.text().contains(told)
        !(answer.text() =~ /[\x00-\x08\x0b-\x1f\x7f-\x9f]/)
        answer.text().length() < 1000

        where:
        what                        | content                                                                        | told
        'that there is no edit'     | '{"edits":[]}'                                                                 | 'found no edit in it either'
        'prose'                     | 'Sure! I would mute it.'                                                       | UNREADABLE
        'nothing'                   | ''                                                                             | UNREADABLE
        'half an object'            | '{"edits":[{"op":"mute"}'                                                      | UNREADABLE
        'two objects'               | '{"edits":[]} {"edits":[]}'                                                    | UNREADABLE
        'something else'            | '{"edits":{"op":"mute"}}'                                                      | UNREADABLE
        'no list'                   | '{"op":"mute"}'                                                                | UNREADABLE
        'hundreds of edits'         | '{"edits":[' + (['{"op":"mute"}'] * 300).join(',') + ']}'                      | UNREADABLE
        'a deep hole'               | '{"edits":' + '[' * 5000 + ']' * 5000 + '}'                                    | UNREADABLE
        'a sentence'                | '{"edits":["Mute everything"]}'                                                | 'is not an edit (not an object)'
        'an unknown verb'           | '{"edits":[{"op":"rm","path":"/"}]}'                                           | "is not an edit (there is no operation 'rm'"
        'an unknown argument'       | '{"edits":[{"op":"mute","exec":"sh"}]}'                                        | "'mute' has no argument 'exec'"
        'an impossible value'       | '{"edits":[{"op":"volume","level":"5000%"}]}'                                  | 'is not an edit'
        'a missing value'           | '{"edits":[{"op":"title"}]}'                                                   | "'title' needs text"
        'nested values'             | '{"edits":[{"op":"title","text":{"a":1}}]}'                                    | 'no plain value'
        'terminal controls'         | '{"edits":[{"op":"title","text":"\\u001b]0;owned\\u0007"}]}'                   | 'no plain value'
        'controls in a verb'        | '{"edits":[{"op":"\\u001b[2J\\nDone."}]}'                                      | 'no plain value'
        'a long verb'               | '{"edits":[{"op":"' + 'x' * 9000 + '"}]}'                                      | 'is not an edit'
        'an undo'                   | '{"edits":[{"op":"undo"}]}'                                                    | 'undo is not for a model'
        'one edit right, one wrong' | '{"edits":[{"op":"mute"},{"op":"nonsense"}]}'                                  | 'is not an edit'
        'one that cannot be done'   | '{"edits":[{"op":"mute"},{"op":"trim","from":"5:00","to":"6:00"}]}'            | "That is not possible, so nothing changed: "
        'a file that is not there'  | '{"edits":[{"op":"append","clip":"\\"/etc/passwd\\""}]}'                       | '(skipped)'
    }

    def "an answer is read although it is #how"() {
        given:
        says(content)

        expect:
        answer('make it dance').steps()*.operation() == ['mute']

        where:
        how             | content
        'wrapped'       | '```json\n{"edits":[{"op":"mute"}]}\n```'
        'thought about' | '<think>mute? {"no"}</think>\n\n{"edits":[{"op":"mute"}]}\n'
        'told more of'  | '{"reason":"quiet","edits":[{"op":"mute"}]}'
    }

    def "after HTTP #status nothing is changed, no other is asked, and nothing of the server's words is repeated"() {
        given:
        sends(status, "{\"error\":\"key $KEY is wrong\"}", headers)

        when:
        def answer = answer('make it dance, mute it, make it sing')

        then:
        answer.steps()*.operation() == ['mute']
        answer.text().contains(told)
        !answer.text().contains(KEY)
        server.requestCount == 1

        where:
        status | headers                                      | told
        301    | [Location: 'http://127.0.0.1:1/elsewhere']   | 'does not accept this request (HTTP 301). Check RETAKE_LLM_URL'
        401    | [:]                                          | 'refuses the key (HTTP 401). Check RETAKE_LLM_KEY'
        404    | [:]                                          | 'does not accept this request (HTTP 404)'
        429    | ['Retry-After': '3600']                      | 'accepts no more requests for now'
        500    | [:]                                          | 'failed (HTTP 500)'
        503    | [:]                                          | 'failed (HTTP 503)'
    }

    def "#what is no answer"() {
        given:
        sends(200, body)

        when:
        def answer = answer('make it dance')

        then:
        answer.next() == Given.project()
        answer.text().contains(told)

        where:
        what             | body                                                        | told
        'an empty body'  | ''                                                          | UNREADABLE
        'a page'         | '<html>login</html>'                                        | UNREADABLE
        'no choice'      | '{"choices":[]}'                                            | UNREADABLE
        'a refusal'      | '{"choices":[{"message":{"content":null,"refusal":"no"}}]}' | UNREADABLE
        'too many bytes' | 'x' * 300_000                                               | 'is too long; it was not read'
    }

    def "a small body that unpacks to too much is not read"() {
        given:
        def packed = new ByteArrayOutputStream()
        new java.util.zip.GZIPOutputStream(packed).withCloseable { out -> 200.times { out.write(new byte[100_000]) } }
        def body = new Buffer()
        body.write(packed.toByteArray())
        server.enqueue(new MockResponse.Builder().code(200).addHeader('Content-Encoding', 'gzip').body(body).build())

        expect:
        answer('make it dance').text().contains('is too long; it was not read')
    }

    def "a model that takes too long with its #what is not waited for"() {
        given:
        def slow = new MockResponse.Builder().body('{}')
        server.enqueue((what == 'head' ? slow.headersDelay(30, TimeUnit.SECONDS) : slow.bodyDelay(30, TimeUnit.SECONDS)).build())

        when:
        long start = System.nanoTime()
        def answer = answer('make it dance', model(300))

        then:
        answer.next() == Given.project()
        answer.text().contains('did not answer within')
        System.nanoTime() - start < 10_000_000_000L

        where:
        what << ['head', 'body']
    }

    def "a model that is not there is said to be not there"() {
        given:
        def model = model()
        int port = server.port
        server.close()

        expect:
        answer('make it dance', model).text().contains("The language model at http://127.0.0.1:$port can't be reached.")
        answer('让它跳舞', model).text().contains("无法连接语言模型 http://127.0.0.1:$port。")
    }

    def "closing ends what is asked, and nothing is asked after it"() {
        given:
        def model = model(60_000)
        server.enqueue(new MockResponse.Builder().headersDelay(60, TimeUnit.SECONDS).body('{}').build())
        def answers = []
        def asking = Thread.start { answers << answer('make it dance', model) }
        server.takeRequest(5, TimeUnit.SECONDS)

        when:
        model.close()
        asking.join(5000)

        then:
        !asking.alive
        answers[0].next() == Given.project()
        answer('make it dance', model).next() == Given.project()
        server.requestCount == 1
    }

    def "more words than anyone needs for an edit are not sent"() {
        expect:
        answer('x' * 1200).text().contains('too long for the language model, which was not asked')
        server.requestCount == 0
    }

    def "a message asks five times at most"() {
        given:
        6.times { says('{"edits":[]}') }

        expect:
        answer((1..6).collect { "dance number $it, mute it" }.join(', ')).steps()*.operation() == ['mute'] * 6
        server.requestCount == 5
    }
}

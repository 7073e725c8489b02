package io.retake.engine

import io.retake.engine.media.Bombs
import io.retake.engine.media.TestMedia
import java.nio.file.Files
import java.nio.file.Path
import okhttp3.MediaType
import okhttp3.MultipartBody
import okhttp3.RequestBody
import spock.lang.Unroll

/**
 * The engine's messages name files by their own names and contain no control characters that a terminal would act on.
 */
class FileMessagesSpec extends EngineSpecification {
    private static final String ODD = 'a\u001b[31mred\u0000\u0007\u009b2J\u202egnp\u2066.'

    private static RequestBody sent(Map<String, byte[]> files) {
        def body = new MultipartBody.Builder().setType(MultipartBody.FORM)
        files.each { name, bytes -> body.addFormDataPart('files', name, RequestBody.create(bytes, MediaType.get('application/octet-stream'))) }
        body.build()
    }

    private Wire.Answer upload(Wire wire, String session, Map<String, byte[]> files) {
        wire.post("/api/upload-video/nemo_agent/me/$session", sent(files))
    }

    private static boolean isPlain(String text) { !(text =~ /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/) }

    private static boolean isOurs(String message) { isPlain(message) && !(message =~ /0x[0-9a-f]{4}|ffprobe|FFmpeg|exit code|\[\w+ @|Invalid data|\/tmp|\.fetched/) }

    @Unroll
    def 'a broken file is called by its own name, whatever the names of others (#name as number #place)'() {
        given:
        def wire = owner(start())
        def good = Files.readAllBytes(TestMedia.plain())
        def files = (0..<place).collectEntries { ["good${it}.mp4".toString(), good] }
        files[name] = broken.call() as byte[]

        when:
        def message = upload(wire, wire.session(), files).json.path('message').asText()

        then:
        message.startsWith(name + ' ')
        message.count(name.replaceAll(/\.\w+$/, '')) == 1
        isOurs(message)

        where:
        name                  | place | broken
        'clip10.mp4'          | 0     | { new byte[2000] }
        'clip0.mp4'           | 0     | { Bombs.box('ftyp', 'isom') }
        '0.mp4'               | 0     | { 'text'.bytes }
        '10.mp4'              | 1     | { (1..3000).collect { (byte) (it * 37) } }
        'a0.png'              | 0     | { Arrays.copyOf(Bombs.png(32, 32), 60) }
        '1.wav1.wav'          | 1     | { 'no sound'.bytes }
        'x.0.srt'             | 0     | { 'no captions here\n'.bytes }
        'look0.cube'          | 0     | { 'LUT_3D_SIZE 2\n0 0\n'.bytes }
    }

    @Unroll
    def 'nothing that comes from outside is echoed so that a terminal would act on it (#what)'() {
        given:
        def wire = owner(start())
        def session = wire.session()
        assert upload(wire, session, ['plain.mp4': Files.readAllBytes(TestMedia.plain())]).code == 0

        when:
        def answer = call.call(wire, session) as Wire.Answer

        then: 'as the bytes are, and as a program reads them'
        isPlain(answer.text)
        answer.text.startsWith('{') ? leaves(answer.json).every { isPlain(it) } : answer.events.every { leaves(Wire.parse(it)).every { text -> isPlain(text) } }

        where:
        what                             | call
        'the name of a broken file'      | { w, s -> w.post("/api/upload-video/nemo_agent/me/$s", sent([(ODD.replace('\u0000', '') + 'mp4'): 'text'.bytes])) }
        'the name of a good file'        | { w, s -> w.post("/api/upload-video/nemo_agent/me/$s", sent([(ODD.replace('\u0000', '') + 'mp4'): Files.readAllBytes(TestMedia.plain())])) }
        'the name of a kind not taken'   | { w, s -> w.post("/api/upload-video/nemo_agent/me/$s", sent(['a.\u001b[31mexe': 'x'.bytes])) }
        'a line of a caption file'       | { w, s -> w.post("/api/upload-video/nemo_agent/me/$s", sent(['a.srt': ("1\n00:00:01,000 --> ${ODD}\n" as String).getBytes('UTF-8')])) }
        'a line of a color table'        | { w, s -> w.post("/api/upload-video/nemo_agent/me/$s", sent(['a.cube': ODD.getBytes('UTF-8')])) }
        'an address'                     | { w, s -> w.post("/api/upload-video/nemo_agent/me/$s", [urls: ['gopher://' + ODD], source_type: 'url']) }
        'a path'                         | { w, s -> w.post("/api/upload-video/nemo_agent/me/$s", [urls: ['file:///none/%1b%5b31mred%7f.mp4'], source_type: 'url']) }
        'a session'                      | { w, s -> w.post('/run_sse', [app_name: 'nemo_agent', user_id: 'me', session_id: ODD, new_message: [parts: [[text: 'x']]]]) }
        'a sentence not understood'      | { w, s -> w.say(s, 'frobnicate the ' + ODD) }
        'a title'                        | { w, s -> w.say(s, 'Add the title "' + ODD + '" from 0:00 to 0:01') }
        'a checkpoint'                   | { w, s -> w.say(s, 'Remember this as "' + ODD + '"') }
        'a file that is not there'       | { w, s -> w.say(s, 'Add "' + ODD + 'mp3" as music') }
        'the state after a title'        | { w, s -> w.say(s, 'Add the title "' + ODD + '" from 0:00 to 0:01'); w.get("/api/state/nemo_agent/me/$s/latest") }
        'the state after captions'       | { w, s -> w.post("/api/upload-video/nemo_agent/me/$s", sent(['c.srt': ("1\n00:00:00,100 --> 00:00:01,000\n${ODD}\n" as String).getBytes('UTF-8')])); w.say(s, 'Add the captions of "c.srt"'); w.get("/api/state/nemo_agent/me/$s/latest") }
        'a render id'                    | { w, s -> w.post('/api/render/proxy/lambda', [id: ODD, sessionId: s, draft: w.state(s).path('draft'), output: [format: 'mp4']]) }
        'a format'                       | { w, s -> w.post('/api/render/proxy/lambda', [id: 'r1', sessionId: s, draft: w.state(s).path('draft'), output: [format: ODD]]) }
        'a medium in a draft'            | { w, s -> w.post('/api/render/proxy/lambda', [id: 'r1', sessionId: s, draft: [t: [[tt: 0, sg: [[id: '1', md: ODD, s: 0, d: 1000]]]], d: 1000], output: [format: 'mp4']]) }
        'a title of a project'           | { w, s -> def other = w.post('/api/tasks/me/with-session/nemo_agent', [task_name: ODD, language: ODD]).data.path('session_id').asText(); w.get("/api/state/nemo_agent/me/$other/latest") }
    }

    private static List<String> leaves(Object json) {
        json instanceof Map ? json.collectMany { k, v -> [k as String] + leaves(v) }
                : json instanceof com.fasterxml.jackson.databind.JsonNode ? (json.textual ? [json.asText()] : json.properties().collectMany { [it.key] + leaves(it.value) } + (json.array ? json.toList().collectMany { leaves(it) } : []))
                : json instanceof List ? json.collectMany { leaves(it) } : [json as String]
    }

    @Unroll
    def 'a damaged still is found when it is uploaded, not when it is exported (#name, #what)'() {
        given:
        def wire = owner(start())
        def session = wire.session()
        byte[] whole = Files.readAllBytes(TestMedia.clip('message-' + name, '-f', 'lavfi', '-i', 'mandelbrot=s=160x90', '-frames:v', '1', *how))
        byte[] bytes = damage.call(whole)

        when:
        def answer = upload(wire, session, [(name): bytes])

        then:
        answer.code == 4001
        answer.json.path('message').asText() ==~ /\Q$name\E is (cut off|damaged): .* Copy or download it again\./
        isOurs(answer.json.path('message').asText())
        wire.state(session).path('video_infos').empty

        where:
        name     | what          | how                                       | damage
        'a.png'  | 'half'        | ['-update', '1']                          | FileMessagesSpec.&half
        'a.png'  | 'a byte'      | ['-update', '1']                          | { flipped(it, 1) }
        'a.jpg'  | 'half'        | ['-q:v', '3', '-update', '1']             | FileMessagesSpec.&half
        'a.jpg'  | 'forty bytes' | ['-q:v', '3', '-update', '1']             | { flipped(it, 40) }
        'a.gif'  | 'half'        | ['-update', '1']                          | FileMessagesSpec.&half
        'a.gif'  | 'forty bytes' | ['-update', '1']                          | { flipped(it, 40) }
        'a.webp' | 'half'        | ['-c:v', 'libwebp', '-update', '1']       | FileMessagesSpec.&half
        'a.png'  | 'zeros'       | ['-update', '1']                          | { byte[] b = it.clone(); Arrays.fill(b, b.length.intdiv(2), b.length, (byte) 0); b }
        'a.jpg'  | 'zeros'       | ['-q:v', '3', '-update', '1']             | { byte[] b = it.clone(); Arrays.fill(b, b.length.intdiv(2), b.length, (byte) 0); b }
    }

    private static byte[] half(byte[] whole) { Arrays.copyOf(whole, whole.length.intdiv(2)) }

    private static byte[] flipped(byte[] whole, int count) {
        byte[] next = whole.clone()
        def random = new Random(1)
        count.times { next[whole.length.intdiv(3) + random.nextInt(whole.length.intdiv(2))] ^= (byte) 0xff }
        next
    }
}

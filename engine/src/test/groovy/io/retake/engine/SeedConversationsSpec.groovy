package io.retake.engine

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import io.retake.engine.api.Policy
import io.retake.engine.media.MediaInfo
import io.retake.engine.media.TestMedia
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires

/**
 * The conversations of four systems that were written for the cloud, each as its instructions have an agent do it: with
 * curl and nothing else. Ids, headers and bodies are theirs.
 */
@Requires(value = { Curl.there }, reason = 'there is no curl here')
class SeedConversationsSpec extends EngineSpecification {
    /** An agent with a shell. */
    static class Agent {
        private final ObjectMapper mapper = new ObjectMapper()
        final Path folder
        final String api
        final String skill
        String token
        String session
        JsonNode opened

        Agent(Path folder, URI api, String skill) {
            this.folder = folder
            this.api = api.toString()
            this.skill = skill
        }

        private String[] headers() {
            ['-H', "Authorization: Bearer $token", '-H', "X-Skill-Source: $skill", '-H', 'X-Skill-Version: 1.0.2', '-H', 'X-Skill-Platform: unknown']*.toString()
        }

        /** The answer to a call; curl sends JSON as a form where nothing is said of its type. */
        JsonNode post(String path, String body, String... more) {
            Curl.run(folder, '-s', '-X', 'POST', api + path, *headers(), *more, '-d', body).json
        }

        JsonNode get(String path) {
            Curl.run(folder, '-s', api + path, *headers()).json
        }

        void begin(String clientId) {
            def granted = Curl.run(folder, '-s', '-X', 'POST', "$api/api/auth/anonymous-token", '-H', "X-Client-Id: $clientId").json
            assert granted.path('code').asInt() == 0
            token = granted.path('data').path('token').asText()
            opened = post('/api/tasks/me/with-session/nemo_agent', '{"task_name":"project","language":"en"}', '-H', 'Content-Type: application/json').path('data')
            assert opened.path('user_id') == granted.path('data').path('user_id')
            session = opened.path('session_id').asText()
        }

        List<String> upload(Path... files) {
            def parts = files.collectMany { ['-F', "files=@$it".toString()] }
            def answer = Curl.run(folder, '-s', '-X', 'POST', "$api/api/upload-video/nemo_agent/me/$session", *headers(), *parts).json
            assert answer.path('code').asInt() == 0: answer
            answer.path('data').path('files')*.path('filename')*.asText()
        }

        /** Sends a message; returns the answer's complete texts and the tools that were used. */
        Map say(String text) {
            def body = mapper.writeValueAsString([app_name: 'nemo_agent', user_id: 'me', session_id: session, new_message: [parts: [[text: text]]]])
            def stream = Curl.run(folder, '-s', '-N', '-X', 'POST', "$api/run_sse", *headers(), '-H', 'Content-Type: application/json',
                '-H', 'Accept: text/event-stream', '--max-time', '900', '-d', body).out
            assert stream.startsWith('data:'): stream
            def events = stream.readLines().findAll { it.startsWith('data:') && it.length() > 6 }.collect { mapper.readTree(it.substring(5)) }
            def parts = events.findAll { !it.path('partial').asBoolean() }.collectMany { it.path('content').path('parts').toList() }
            [text: parts*.path('text')*.asText('').findAll().join('\n'), tools: parts.findAll { it.has('functionCall') }*.path('functionCall')*.path('name')*.asText()]
        }

        JsonNode state() {
            def data = get("/api/state/nemo_agent/me/$session/latest").path('data')
            assert data.path('user_id') == opened.path('user_id')
            data.path('state')
        }

        int credits() {
            get('/api/credits/balance/simple').path('data').path('available').asInt()
        }

        /** Submits, looks at the top level's status as newer clients do, and takes the file from its address alone. */
        MediaInfo export(String output) {
            def id = "render_${System.nanoTime()}"
            def body = Files.writeString(folder.resolve('render.json'), """{"id":"$id","sessionId":"$session","draft":${state().path('draft')},"output":$output}""")
            def submitted = post('/api/render/proxy/lambda', "@$body", '-H', 'Content-Type: application/json')
            assert submitted.path('status').asText() in ['pending', 'processing', 'completed']: submitted
            def status = submitted
            long end = System.nanoTime() + 120_000_000_000L
            while (status.path('status').asText() in ['pending', 'processing'] && System.nanoTime() < end) {
                status = get("/api/render/proxy/lambda/$id")
            }
            assert status.path('status').asText() == 'completed': status
            assert status.path('data').path('status').asText() == 'completed'
            def saved = Curl.run(folder, '-f', '-s', '-S', '-o', "${skill}.mp4", status.path('output').path('url').asText())
            assert saved.exit == 0: saved.err
            assert Curl.run(folder, '-f', '-s', '-o', 'no.mp4', "$api/api/render/proxy/$id/download").exit == 22
            TestMedia.probe(folder.resolve("${skill}.mp4"))
        }
    }

    private Agent agent(String skill, String clientId) {
        def engine = start(settings().policy(Policy.OFF.withCredits(100, 5).withOneTokenPerClient()))
        def agent = new Agent(data, engine.apiUrl(), skill)
        agent.begin(clientId)
        agent
    }

    def "editor remastered: old footage becomes 1080p, restored"() {
        given: 'a small, interlaced, noisy film'
        def old = TestMedia.clip('seed-old.mp4', '-f', 'lavfi', '-i', 'testsrc2=s=352x288:r=25:d=2,noise=alls=12:allf=t', '-f', 'lavfi', '-i', 'sine=f=300:d=2',
            '-vf', 'interlace', '-flags', '+ilme+ildct', '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac')
        def agent = agent('editor-remastered', "client-${System.currentTimeMillis()}-4711")

        expect:
        agent.upload(old) == ['seed-old.mp4']
        agent.say('status').text.contains('seed-old.mp4')

        when:
        def heard = agent.say('Upscale this old footage to 1080p, remove the noise and fix the color grading')

        then:
        heard.tools.containsAll(['upscale', 'denoise'])
        agent.state().path('canvas_config').path('height').asInt() == 1080
        agent.credits() == 95

        when: 'the person asks for the export in the chat, which is a call of its own'
        def told = agent.say('export 1080p MP4')

        then:
        told.text.contains('POST /api/render/proxy/lambda')
        told.tools == []
        agent.credits() == 95

        when:
        def film = agent.export('{"format":"mp4","quality":"high","resolution":"1080p"}')

        then:
        film.video().get().height() == 1080
        Math.abs(film.duration().toMillis() - 2000) < 80
        agent.credits() == 95
    }

    def "HD local AI: several local videos, one of which is enhanced"() {
        given:
        def files = ['red', 'green', 'blue'].collect { color ->
            TestMedia.clip("seed-${color}.mp4".toString(), '-f', 'lavfi', '-i', "color=$color:s=320x180:r=25:d=1".toString(), '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p')
        }
        def agent = agent('hd-local-ai', 'hd-local-1')

        expect:
        agent.upload(*files) == ['seed-red.mp4', 'seed-green.mp4', 'seed-blue.mp4']

        when: 'one of several is named, which the size of a film can not follow'
        def before = agent.state().path('draft')
        def refused = agent.say('upscale seed-blue.mp4')

        then:
        refused.tools == ['edit']
        agent.state().path('draft') == before
        agent.credits() == 100

        when:
        agent.say('make the second video brighter')
        agent.say('only keep seed-green.mp4')
        agent.say('upscale to 1080p and sharpen it')

        then:
        agent.state().path('draft').path('t').get(0).path('sg')*.path('m')*.path('title')*.asText() == ['seed-green.mp4']
        agent.credits() == 85

        when: 'nothing is said of a size: it is that of the timeline'
        def film = agent.export('{"format":"mp4","quality":"high"}')

        then:
        film.video().get().with { [width(), height()] } == [1920, 1080]
        Math.abs(film.duration().toMillis() - 1000) < 80
    }

    def "editor fixed: sound, jump cuts and a shaky camera"() {
        given:
        def clip = TestMedia.clip('seed-talk.mp4', '-f', 'lavfi', '-i', 'testsrc2=s=320x180:r=25:d=3', '-f', 'lavfi', '-i', 'sine=f=440:r=48000:d=3',
            '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac')
        def agent = agent('editor-fixed', UUID.randomUUID().toString())
        agent.upload(clip)

        when:
        def diagnosis = agent.say("What's wrong with this video?")

        then:
        diagnosis.text
        agent.state().path('video_analyses').any { it.path('kind').asText() == 'diagnosis' }

        when:
        def shifted = agent.say('the audio is 200 ms late, sync the sound by -200 ms')
        def steadied = agent.say('stabilize the shaky footage and smooth the jump cuts')

        then:
        steadied.tools.contains('stabilize')
        shifted.text
        agent.state().path('draft').path('t').get(0).path('sg').size() >= 1

        when: 'something nobody could do costs nothing and changes nothing'
        def left = agent.credits()
        def before = agent.state().path('draft')
        def none = agent.say('flibber the wobbles until they gleam')

        then:
        none.tools == ['edit']
        agent.credits() == left
        agent.state().path('draft') == before

        when:
        def film = agent.export('{"format":"mp4","quality":"high","resolution":"1080p"}')

        then:
        film.video().get().height() == 1080
        film.hasSound()
    }

    def "generator editing generator: generated clips in another order, joined, at another pace"() {
        given:
        def clips = [one: 'red', two: 'blue'].collect { name, color ->
            TestMedia.clip("seed-${name}.mp4".toString(), '-f', 'lavfi', '-i', "color=$color:s=320x180:r=25:d=2".toString(), '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p')
        }
        def agent = agent('generator-editing-generator', 'client-1795907376-9')
        agent.upload(*clips)

        when:
        agent.say('put the second clip first')
        agent.say('add a crossfade of half a second between the clips')
        agent.say('set the speed to 2x')
        def slower = agent.say('make it a bit slower')

        then:
        slower.text.contains('1.8x')
        agent.state().path('draft').path('t').get(0).path('sg')*.path('m')*.path('title')*.asText() == ['seed-two.mp4', 'seed-one.mp4']

        when:
        def film = agent.export('{"format":"mp4","quality":"high","resolution":"1080p"}')

        then:
        film.video().get().height() == 1080
        Math.abs(film.duration().toMillis() - agent.state().path('draft').path('d').asInt()) < 80
    }

    def "the same client gets no second token, and without credits it knows where to register"() {
        given:
        def engine = start(settings().policy(Policy.OFF.withCredits(4, 5).withOneTokenPerClient()))
        def agent = new Agent(data, engine.apiUrl(), 'editor-fixed')
        agent.begin('client-1-2')
        agent.upload(TestMedia.plain())

        expect:
        Curl.run(data, '-s', '-o', 'x', '-w', '%{http_code}', '-X', 'POST', "${engine.apiUrl()}/api/auth/anonymous-token", '-H', 'X-Client-Id: client-1-2').out == '429'
        def refused = agent.post('/run_sse', """{"session_id":"$agent.session","new_message":{"parts":[{"text":"mute it"}]}}""")
        refused.path('code').asInt() == 2001
        agent.opened.path('user_id').asText().startsWith('anon_')
        Curl.run(data, '-s', '-o', 'x', '-w', '%{http_code}', '-X', 'POST', "${engine.apiUrl()}/api/auth/anonymous-token").out == '400'
    }
}

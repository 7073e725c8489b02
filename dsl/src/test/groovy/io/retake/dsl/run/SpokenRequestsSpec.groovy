package io.retake.dsl.run

import io.retake.dsl.event.RunEvent
import io.retake.dsl.problem.InvalidScript
import io.retake.dsl.problem.ScriptSource
import java.nio.file.Files

/** Messages in plain words that are more than one step, or that not every backend may get. */
class SpokenRequestsSpec extends BackendSpecification {
    def setup() {
        Files.writeString(folder.resolve('a.mp4'), 'footage')
        Files.writeString(folder.resolve('b.avi'), 'more footage')
        retake = builder().build()
    }

    RunResult run(String script) {
        retake.run(ScriptSource.text('film.groovy', script), [:], { events << it }).await()
    }

    List<String> steps() {
        events.findAll { it instanceof RunEvent.StepDone }*.text()
    }

    def "a message with an edit and an export is both, in this order: #sentence"() {
        when:
        run("session { upload 'a.mp4'; edit '$sentence' }").orThrow()

        then:
        backend.messages == [message]
        steps() == ['upload a.mp4', "edit '$message'".toString(), export]
        backend.outputs*.format == [format]
        Files.exists(folder.resolve("film.$format"))

        where:
        sentence                                || message                | export                     | format
        'make it nice and export it as webm'    || 'make it nice'         | 'export webm'              | 'webm'
        'remaster it into a 720p MP4'           || 'remaster it to 720p'  | 'export mp4, size: 720.p'  | 'mp4'
        '剪掉前两秒，然后导出'                        || '剪掉前两秒'              | 'export mp4'               | 'mp4'
    }

    def "without the edit there is no export"() {
        given:
        backend.tools = { String text -> ['{"type":"tool_result","name":"edit","result":{"result":"Nice?","done":false}}'] }

        when:
        def result = run("session { upload 'a.mp4'; edit 'make it nice and export it as webm' }")

        then:
        !result.done()
        backend.messages == ['make it nice']
        backend.outputs == []
    }

    def "an export that can't be is reported before the edit is sent"() {
        when:
        def result = run("session { upload 'a.mp4'; edit 'make it nice and export it at 900 fps' }")

        then:
        !result.done()
        backend.messages == []
    }

    def "each of several files becomes a film of its own: #sentence"() {
        when:
        run("session { upload 'a.mp4', 'b.avi'; edit '$sentence' }").orThrow()

        then:
        backend.messages == []
        backend.outputs*.format == [format, format]
        Files.exists(folder.resolve("a converted.$format"))
        Files.exists(folder.resolve("b converted.$format"))
        events.any { it instanceof RunEvent.Said && it.text().startsWith("Converting 2 files to $format, each on its own") }

        where:
        sentence                       || format
        'convert my local video files' || 'mp4'
        '把这些文件转换成webm'            || 'webm'
    }

    def "a single file becomes the film"() {
        when:
        run("session { upload 'a.mp4'; edit 'convert my local video files' }").orThrow()

        then:
        backend.outputs*.format == ['mp4']
        Files.exists(folder.resolve('film.mp4'))
    }

    def "footage that must stay here is not sent to a backend elsewhere: #sentence"() {
        when:
        run("session { upload 'a.mp4'\nedit '$sentence' }")

        then:
        def wrong = thrown(InvalidScript)
        wrong.problems()*.line() == [2]
        wrong.message.contains("'$words' can't be kept: the backend ${backend.url} is not on this machine")
        wrong.message.contains('--backend local')
        retake.check(ScriptSource.text('film.groovy', "session { upload 'a.mp4'\nedit '$sentence' }")) == wrong.problems()
        backend.calls.empty

        where:
        sentence                                     || words
        'upscale it without uploading to the cloud'  || 'without uploading to the cloud'
        '放大到1080p，不要上传到云端'                     || '不要上传到云端'
    }

    def "a sentence that is made while the script runs is not sent either"() {
        when:
        def result = run("def how = 'without uploading'\nsession { upload 'a.mp4'\nedit \"upscale it \$how\" }")

        then:
        !result.done()
        result.failure().get().message().contains("'without uploading' can't be kept")
        backend.messages == []
    }
}

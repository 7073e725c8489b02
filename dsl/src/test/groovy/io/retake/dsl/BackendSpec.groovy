package io.retake.dsl

import io.retake.core.client.http.ClientSettings
import io.retake.dsl.event.RunEvent
import io.retake.dsl.problem.DslException
import io.retake.dsl.problem.ScriptSource
import java.nio.file.Path
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** Which token goes to which backend, and what is said of where footage goes. */
class BackendSpec extends Specification {
    @TempDir
    Path folder

    @AutoCleanup
    FakeBackend backend = new FakeBackend()

    private ClientSettings settings(Map<String, String> environment) {
        ClientSettings.fromEnvironment(environment, folder, folder)
    }

    def "a token goes to the backend that NEMO_API_URL names: #address"() {
        expect:
        Backend.at(URI.create(address)).settings(settings([NEMO_TOKEN: 't', NEMO_API_URL: api])).token() == 't'

        where:
        api                     | address
        'http://127.0.0.1:8080' | 'http://127.0.0.1:8080'
        'http://127.0.0.1:8080/' | 'http://127.0.0.1:8080'
        'http://127.0.0.1:8080' | 'http://127.0.0.1:8080/'
    }

    def "rejects another backend with an explanation, and sends nothing: #environment"() {
        when:
        Retake.builder().environment(environment).home(folder).workingFolder(folder).backend(Backend.at(backend.url)).build()

        then:
        def e = thrown(DslException)
        e.message == "NEMO_TOKEN is for $of, and is not sent to $backend.url"
        e.advice().contains("NEMO_API_URL=$backend.url")
        e.advice().contains('unset NEMO_TOKEN')
        !e.toString().contains('nmv_usr_secret')
        backend.calls == []

        where:
        environment                                                                || of
        [NEMO_TOKEN: 'nmv_usr_secret']                                             || 'https://mega-api-prod.nemovideo.ai'
        [NEMO_TOKEN: 'nmv_usr_secret', NEMO_API_URL: 'https://api.example']        || 'https://api.example'
    }

    def "without a token another backend gets an anonymous one"() {
        expect:
        Backend.at(backend.url).settings(settings([NEMO_API_URL: 'https://api.example'])).with { token() == null && apiUrl() == backend.url }
        Backend.local().settings(settings([NEMO_TOKEN: 't'])).token() == 't'
        Backend.cloud().settings(settings([NEMO_TOKEN: 't'])).token() == 't'
    }

    def "a backend at an address of this machine is not said to keep footage here"() {
        given:
        def events = []
        def retake = Retake.builder().environment([:]).home(folder).workingFolder(folder).backend(Backend.at(backend.url)).build()

        when:
        def result = retake.run(ScriptSource.text('x.groovy', 'return backend.local'), [:], { events << it }).await()

        then:
        result.value().get() == false
        (events[0] as RunEvent.RunStarted).privacy() == "footage is uploaded to $backend.url, an address of this machine (a tunnel may lead elsewhere)"

        cleanup:
        retake?.close()
    }
}

package io.retake.core.client.http

import io.retake.core.RetakeException
import io.retake.core.client.RetakeClient
import java.nio.file.Path
import spock.lang.Specification

class ClientSettingsSpec extends Specification {
    static final Path HOME = Path.of('/home/ada')

    static ClientSettings from(Map<String, String> environment, String installed = '/opt/retake') {
        ClientSettings.fromEnvironment(environment, HOME, Path.of(installed))
    }

    def "without variables it is the cloud, anonymously"() {
        when:
        def settings = from([NEMO_TOKEN: '  ', NEMO_API_URL: ''])

        then:
        settings.apiUrl().toString() == 'https://mega-api-prod.nemovideo.ai'
        settings.webUrl().toString() == 'https://nemovideo.com'
        settings.token() == null
        settings.clientId() == null
        settings.platform() == 'unknown'
        settings.folder() == HOME.resolve('.config/nemovideo')
    }

    def "variables say otherwise"() {
        when:
        def settings = from([NEMO_TOKEN: ' t ', NEMO_API_URL: 'http://127.0.0.1:8080/', NEMO_WEB_URL: 'https://w.example//',
                             NEMO_CLIENT_ID: 'c', SKILL_SOURCE: 'ci', XDG_CONFIG_HOME: '/etc/ada'])

        then:
        settings.apiUrl().toString() == 'http://127.0.0.1:8080'
        settings.webUrl().toString() == 'https://w.example'
        settings.token() == 't'
        settings.clientId() == 'c'
        settings.platform() == 'ci'
        settings.folder() == Path.of('/etc/ada/nemovideo')
    }

    def "installed in #place the platform is #platform"() {
        expect:
        from([:], place).platform() == platform

        where:
        place                                | platform
        '/home/ada/.clawhub/skills/retake'   | 'clawhub'
        '/home/ada/.cursor/skills/retake'    | 'cursor'
        '/home/ada/.cursor/other'            | 'unknown'
        '/home/eve/.clawhub/retake'          | 'unknown'
        '/home/ada/.clawhubx'                | 'unknown'
    }

    def "a relative XDG_CONFIG_HOME is invalid by its specification, and ignored"() {
        expect:
        from([XDG_CONFIG_HOME: 'conf']).folder() == HOME.resolve('.config/nemovideo')
    }

    def "'#url' is no address"() {
        when:
        from([NEMO_API_URL: url])

        then:
        def problem = thrown(RetakeException)
        problem.message.contains('NEMO_API_URL')
        !problem.message.contains('secret')

        where:
        url << ['localhost:8080', 'ftp://a', 'https://', 'a b', 'https://ada:secret@host', 'https://host?token=x']
    }

    def "another backend doesn't get this one's token"() {
        expect:
        from([NEMO_TOKEN: 't']).forBackend(URI.create('http://127.0.0.1:1'), null).token() == null
    }

    def "files are handed over by reference on this machine only"() {
        when:
        RetakeClient.builder(from([NEMO_TOKEN: 't'])).localFiles(true).build()

        then:
        thrown(IllegalStateException)
    }
}

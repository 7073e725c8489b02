package io.retake.core.client.http

import java.nio.file.Files
import java.nio.file.Path
import java.time.Instant
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.Specification
import spock.lang.TempDir

class CredentialStoreSpec extends Specification {
    static final URI API = URI.create('https://api.example')

    @TempDir
    Path folder

    def store() { CredentialStore.in(folder.resolve('nemovideo')) }

    def token(String text) { new StoredToken(text, 'anon', Instant.parse('2026-11-27T12:00:00Z')) }

    def "the client id is made once, also when many start at once"() {
        given:
        def pool = Executors.newFixedThreadPool(8)

        when:
        def ids = pool.invokeAll((1..24).collect { { -> store().clientId() } as Callable })*.get().unique()

        then:
        ids.size() == 1
        UUID.fromString(ids[0])
        Files.list(folder.resolve('nemovideo')).toList()*.fileName*.toString() == ['client_id']

        cleanup:
        pool.shutdownNow()
    }

    def "a token is kept for its backend and forgotten only if it is still the one"() {
        when:
        store().keep(API, token('one'))
        store().keep(URI.create('https://other.example'), token('two'))

        then:
        store().token(API).get() == token('one')
        store().token(URI.create('https://other.example')).get() == token('two')
        store().token(URI.create('https://third.example')).empty

        when:
        store().forget(API, 'an older one')

        then:
        store().token(API).present

        when:
        store().forget(API, 'one')

        then:
        store().token(API).empty
        store().token(URI.create('https://other.example')).present
    }

    def "a damaged token file (#content) counts as none"() {
        given:
        store().keep(API, token('one'))
        def file = Files.list(folder.resolve('nemovideo/tokens')).findFirst().get()

        when:
        Files.writeString(file, content)

        then:
        store().token(API).empty

        where:
        content << ['', '{', '[]', '{"api_url":"https://api.example","token":"x","expires_at":"never"}',
                    '{"api_url":"https://evil.example","token":"x","expires_at":"2026-11-27T12:00:00Z"}',
                    '{"api_url":"https://api.example","token":"a b","expires_at":"2026-11-27T12:00:00Z"}']
    }

    def "reports an unwritable folder with advice"() {
        given:
        Files.writeString(folder.resolve('nemovideo'), 'a file where the folder should be')

        when:
        store().clientId()

        then:
        def problem = thrown(ClientException.CannotWrite)
        problem.advice().contains('XDG_CONFIG_HOME')
    }
}

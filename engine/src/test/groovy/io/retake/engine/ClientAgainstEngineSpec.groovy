package io.retake.engine

import io.retake.core.client.RetakeClient
import io.retake.core.client.http.Cancellation
import io.retake.core.client.http.ClientException
import io.retake.core.client.http.ClientSettings
import io.retake.core.client.http.CredentialStore
import io.retake.core.client.message.ReplyListener
import io.retake.core.client.render.RenderListener
import io.retake.core.client.transfer.TransferListener
import io.retake.core.protocol.OutputFormat
import io.retake.engine.api.Policy
import io.retake.engine.media.TestMedia
import java.nio.file.Files
import java.nio.file.Path

/** Both ends of the protocol, together: our client against our engine. */
class ClientAgainstEngineSpec extends EngineSpecification {
    private List<RetakeClient> clients = []

    private RetakeClient client(Engine engine, boolean owner = true) {
        def settings = ClientSettings.fromEnvironment([:], data.resolve('home'), Path.of('/opt/retake'))
            .forBackend(engine.apiUrl(), owner ? engine.ownerToken() : null)
        def client = RetakeClient.builder(settings).credentials(CredentialStore.inMemory()).localFiles(owner).build()
        clients << client
        client
    }

    def cleanup() {
        clients*.close()
    }

    def "from footage to file, handed over #how"() {
        given:
        def client = client(start(), owner)
        def session = client.openSession('project', 'en', Cancellation.none())

        when:
        def files = client.upload(session, [TestMedia.plain()], TransferListener.SILENT, Cancellation.none())

        then:
        files.size() == 1
        files[0].width() == 320

        when:
        def said = new StringBuilder()
        def reply = client.send(session, 'Trim from 0:00 to 0:01', { String it -> said << it } as ReplyListener, Cancellation.none())
        def state = client.state(session, Cancellation.none())
        def render = client.render(session, state.draft().get(), OutputFormat.of('mp4'), RenderListener.SILENT, Cancellation.none())
        def target = data.resolve('out.mp4')
        client.download(render, target, TransferListener.SILENT, Cancellation.none())

        then:
        reply != null
        state.draft().get().duration().toMillis() == 1000
        Math.abs(TestMedia.probe(target).duration().toMillis() - 1000) < 70
        Files.list(data).noneMatch { it.fileName.toString().contains('part') }

        where:
        how            | owner
        'by reference' | true
        'by upload'    | false
    }

    def "the client recognizes a silent edit from the state"() {
        given:
        def client = client(start(settings().silentEdits(1)))
        def session = client.openSession('project', 'en', Cancellation.none())
        client.upload(session, [TestMedia.plain()], TransferListener.SILENT, Cancellation.none())

        when:
        def reply = client.send(session, 'Trim from 0:00 to 0:01', ReplyListener.SILENT, Cancellation.none())

        then:
        reply.silent()
        client.state(session, Cancellation.none()).draft().get().duration().toMillis() == 1000
    }

    def "out of credits, without export in the plan, and without the session, the client knows which"() {
        given:
        def client = client(start(settings().policy(Policy.OFF.withCredits(0, 1).withoutExport())))
        def session = client.openSession('project', 'en', Cancellation.none())
        client.upload(session, [TestMedia.plain()], TransferListener.SILENT, Cancellation.none())

        when:
        client.send(session, 'Trim from 0:00 to 0:01', ReplyListener.SILENT, Cancellation.none())

        then:
        thrown(ClientException.OutOfCredits)

        when:
        def draft = client.state(session, Cancellation.none()).draft().get()
        client.render(session, draft, OutputFormat.of('mp4'), RenderListener.SILENT, Cancellation.none())

        then:
        thrown(ClientException.ExportNotInPlan)
    }
}

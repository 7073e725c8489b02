package io.retake.repl.shell.playback

import io.retake.core.client.RetakeClient
import io.retake.core.client.http.Cancellation
import io.retake.core.client.http.ClientSettings
import io.retake.core.client.http.CredentialStore
import io.retake.core.client.transfer.TransferListener
import io.retake.engine.Engine
import io.retake.engine.SampleFootage
import io.retake.engine.api.EngineSettings
import io.retake.repl.view.Theme
import io.retake.repl.view.picture.Detected
import io.retake.repl.view.picture.Graphics
import io.retake.repl.view.picture.PictureView
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification
import spock.lang.TempDir

/** Frames and peaks of a timeline, rendered by an engine. */
class PeekSpec extends Specification {
    @TempDir
    Path folder

    def "a picture has the requested size, and the sound its peaks"() {
        given:
        def settings = EngineSettings.builder().dataFolder(folder.resolve('data')).build()
        def engine = Engine.start(settings)
        def client = RetakeClient.builder(ClientSettings.fromEnvironment([:], folder, folder).forBackend(engine.apiUrl(), engine.ownerToken()))
            .credentials(CredentialStore.inMemory()).localFiles(true).build()
        def session = client.openSession('peek', 'en', Cancellation.none())
        client.upload(session, [SampleFootage.clip(settings)], TransferListener.SILENT, Cancellation.none())
        def draft = client.state(session, Cancellation.none()).draft().get()
        def shown = Files.createDirectory(folder.resolve('shown'))
        def peek = new Peek(client, session, draft, shown, Cancellation.none())

        when:
        def frame = peek.picture(Duration.ofSeconds(1), 160)
        def lines = new PictureView(Graphics.BLOCKS, new Theme(true, true), Detected.NOTHING, 61, 60).lines(frame)
        def peaks = peek.peaks(Duration.ofSeconds(1), Duration.ofSeconds(2), 20)

        then: 'the canvas, 60 columns wide, two pixels to a line'
        def canvas = draft.canvas().get()
        frame.at() == Duration.ofSeconds(1)
        lines[0].count('▀') == 60
        lines.size() == Math.round(30 * canvas.height() / canvas.width()) + 1
        peaks.size() == 20
        peaks.every { it >= 0 && it <= 1 }
        peaks.max() > 0.01

        and: 'of the sound nothing remains'
        Files.list(shown).withCloseable { it.toList() } == [frame.file()]

        cleanup:
        client?.close()
        engine?.close()
    }
}

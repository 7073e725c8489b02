package io.retake.core.client

import com.fasterxml.jackson.databind.ObjectMapper
import io.retake.core.client.http.Cancellation
import io.retake.core.client.http.ClientSettings
import io.retake.core.client.render.FinishedRender
import io.retake.core.client.transfer.TransferListener
import io.retake.core.protocol.RenderStatus
import io.retake.core.protocol.RenderTicket
import io.retake.core.protocol.SessionRef
import java.nio.file.Path

/** Downloads one file in a JVM of its own, and says when its first bytes have come. */
class DownloadMain {
    static void main(String[] args) {
        def file = Path.of(args[1])
        def settings = ClientSettings.fromEnvironment([NEMO_API_URL: args[0], NEMO_TOKEN: 't'], file.parent, file.parent)
        def status = RenderStatus.parse(new ObjectMapper().readTree("""{"status":"completed","output":{"url":"${args[0]}/out.mp4"}}"""))
        boolean said = false
        RetakeClient.builder(settings).build().withCloseable { client ->
            client.download(new FinishedRender(new RenderTicket(new SessionRef('task_1', 'ses_1'), 'render_7'), status), file, { name, done, total ->
                if (done > 0 && !said) {
                    said = true
                    println 'begun'
                }
            } as TransferListener, Cancellation.none())
        }
    }
}

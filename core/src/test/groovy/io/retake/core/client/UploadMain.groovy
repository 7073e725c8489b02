package io.retake.core.client

import io.retake.core.client.http.Cancellation
import io.retake.core.client.http.ClientSettings
import io.retake.core.protocol.SessionRef
import java.nio.file.Path

/** Uploads one file from a JVM of its own, whose heap the caller chose. */
class UploadMain {
    static void main(String[] args) {
        def file = Path.of(args[1])
        def settings = ClientSettings.fromEnvironment([NEMO_API_URL: args[0], NEMO_TOKEN: 't'], file.parent, file.parent)
        String last = ''
        RetakeClient.builder(settings).build().withCloseable { client ->
            client.upload(new SessionRef('task_1', 'ses_1'), [file], { name, done, total -> last = "$done of $total" }, Cancellation.none())
        }
        println last
    }
}

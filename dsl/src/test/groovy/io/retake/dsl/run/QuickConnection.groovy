package io.retake.dsl.run

import io.retake.core.client.RetakeClient
import io.retake.core.client.http.ClientSettings
import io.retake.core.client.http.Patience
import io.retake.dsl.Backend
import io.retake.dsl.connection.Connection
import io.retake.dsl.connection.RemoteConnection
import io.retake.engine.api.EngineFolder
import io.retake.engine.api.EngineSettings
import java.nio.file.Path
import java.time.Duration

/** To a backend elsewhere, by a client that looks for what a message did ten times a second, for a second and a half. */
class QuickConnection implements Connection {
    @Delegate(excludes = ['client', 'close'])
    final RemoteConnection remote
    final RetakeClient client

    QuickConnection(URI url, Path home) {
        def settings = Backend.at(url).settings(ClientSettings.fromEnvironment([:], home, home))
        remote = new RemoteConnection(settings, EngineSettings.builder().dataFolder(home.resolve('data')).folder(EngineFolder.own()).build())
        def usual = Patience.DEFAULT
        def patience = new Patience(usual.line(), usual.silence(), usual.reply(), [Duration.ofMillis(100)] * 15, usual.rateLimit(),
            usual.rateLimitCap(), Duration.ofMillis(20), usual.stall(), usual.connect(), usual.answer())
        client = RetakeClient.builder(settings).patience(patience).build()
    }

    @Override
    RetakeClient client() { client }

    @Override
    void close() { client.close() }
}

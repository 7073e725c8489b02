package io.retake.core.client

import io.retake.core.client.http.Cancellation
import io.retake.core.client.http.ClientSettings
import io.retake.core.client.http.Sleeper
import io.retake.core.protocol.SessionRef
import java.nio.file.Path
import java.time.Duration
import java.time.Instant
import java.time.InstantSource
import java.util.concurrent.CopyOnWriteArrayList
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout
import spock.util.concurrent.PollingConditions

/** A client against a {@link WireServer}, with a clock that only moves when somebody sleeps. */
@Timeout(20)
abstract class ClientSpecification extends Specification {
    static final String TOKEN = 'nmv_usr_given_by_the_person'
    static final String STATE = 'GET /api/state/nemo_agent/me/ses_1/latest'
    static final SessionRef SESSION = new SessionRef('task_1', 'ses_1')

    @TempDir
    Path folder

    @AutoCleanup
    WireServer server = new WireServer()

    List<Duration> slept = new CopyOnWriteArrayList<>()
    List<RetakeClient> clients = []
    Instant now = Instant.parse('2026-11-20T12:00:00Z')
    InstantSource clock = { now } as InstantSource
    Sleeper sleeper = { Duration time, Cancellation cancellation ->
        slept << time
        now = now + time
    } as Sleeper

    ClientSettings settings(Map<String, String> environment = [NEMO_TOKEN: TOKEN]) {
        ClientSettings.fromEnvironment([NEMO_API_URL: server.url.toString()] + environment, folder, folder)
    }

    RetakeClient client(ClientSettings settings = settings(), Closure<RetakeClientBuilder> more = { it }) {
        def client = more(RetakeClient.builder(settings).sleeper(sleeper).clock(clock)).build()
        clients << client
        client
    }

    RetakeClient client(Closure<RetakeClientBuilder> more) { client(settings(), more) }

    RetakeClient anonymous() { client(settings([:])) }

    static Cancellation none() { Cancellation.none() }

    static String state(String draft = '{}', String more = '') {
        """{"code":0,"data":{"state":{"draft":$draft,"video_infos":[]$more}}}"""
    }

    static String draft(int seconds) {
        """{"t":[{"tt":0,"sg":[{"d":${seconds * 1000},"m":{"title":"city timelapse"}}]}],"d":${seconds * 1000},"m":{}}"""
    }

    def cleanup() {
        clients*.close()
        new PollingConditions(timeout: 10).eventually {
            assert server.openConnections == 0
            assert Thread.allStackTraces.keySet()*.name.findAll { it.startsWith('retake') || it.startsWith('OkHttp Dispatcher') || it.startsWith('OkHttp http') } == []
        }
        assert server.problems == []
    }
}

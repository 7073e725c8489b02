package io.retake.core.client;

import io.retake.core.client.http.Account;
import io.retake.core.client.http.Api;
import io.retake.core.client.http.ClientSettings;
import io.retake.core.client.http.Errors;
import io.retake.core.client.http.Patience;
import io.retake.core.client.http.Tokens;
import io.retake.core.client.http.Transport;
import io.retake.core.client.http.Waits;
import io.retake.core.client.message.Conversation;
import io.retake.core.client.message.Sessions;
import io.retake.core.client.message.StateWatch;
import io.retake.core.client.render.RenderPolling;
import io.retake.core.client.render.Renders;
import io.retake.core.client.transfer.Downloads;
import io.retake.core.client.transfer.Fetching;
import io.retake.core.client.transfer.Uploads;
import java.time.InstantSource;

/** Assembles the shared parts of a client, once for each recipe that the client acts for. */
record Wiring(
        ClientSettings settings,
        boolean localFiles,
        Patience patience,
        Waits waits,
        InstantSource clock,
        Tokens tokens,
        Account account,
        Errors errors) {

    RetakeClient client(Transport transport) {
        Api api = new Api(transport, tokens, errors, waits, patience);
        Sessions sessions = new Sessions(api, account, settings.webUrl());
        StateWatch watch = new StateWatch(sessions, waits, patience, Transport.loopback(settings.apiUrl()));
        return new RetakeClient(
                transport,
                sessions,
                new Uploads(api, transport, localFiles),
                new Conversation(transport, api, tokens, errors, sessions, watch, patience),
                watch,
                new Renders(api, new RenderPolling(api, waits, patience, clock), clock),
                new Downloads(new Fetching(transport, tokens, errors, settings.apiUrl()), settings.apiUrl(), waits),
                recipe -> client(transport.onBehalfOf(recipe)));
    }
}

package io.retake.core.client;

import io.retake.core.protocol.SessionRef;

final class Conversation {
    Conversation(
            Api api,
            Transport transport,
            Tokens tokens,
            Errors errors,
            Sessions sessions,
            Waits waits,
            Patience patience) {}

    Reply send(SessionRef session, String sentence, ReplyListener listener, Cancellation cancellation) {
        throw new IllegalStateException("soon");
    }

    void close() {}
}

package io.retake.core.client;

import java.net.URI;
import java.nio.file.Path;

final class Downloads {
    Downloads(Transport transport, Tokens tokens, URI api, Waits waits, Patience patience) {}

    DownloadedFile fetch(FinishedRender render, Path target, TransferListener listener, Cancellation cancellation) {
        throw new IllegalStateException("soon");
    }
}

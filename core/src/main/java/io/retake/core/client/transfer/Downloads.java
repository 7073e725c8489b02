package io.retake.core.client.transfer;

import io.retake.core.CoreMessages;
import io.retake.core.client.http.Cancellation;
import io.retake.core.client.http.ClientException;
import io.retake.core.client.http.Waits;
import io.retake.core.client.render.FinishedRender;
import io.retake.core.protocol.Endpoints;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Downloads finished renders: from the URL that the backend names, else through the backend itself. */
public final class Downloads {
    /** The number of consecutive failures without progress after which a download gives up. */
    private static final int MOST_BREAKS = 4;

    private final Fetching fetching;
    private final URI api;
    private final Waits waits;

    public Downloads(Fetching fetching, URI api, Waits waits) {
        this.fetching = fetching;
        this.api = api;
        this.waits = waits;
    }

    public DownloadedFile fetch(
            FinishedRender render, DownloadTarget to, TransferListener listener, Cancellation cancellation) {
        try (PartFile part = PartFile.of(to)) {
            String name = String.valueOf(to.path().getFileName());
            fromAnywhere(sources(render), part, (done, total) -> listener.progress(name, done, total), cancellation);
            return new DownloadedFile(part.complete(), part.size());
        }
    }

    private void fromAnywhere(List<URI> sources, PartFile part, Fetching.Progress progress, Cancellation cancellation) {
        List<ClientException> failures = new ArrayList<>();
        for (URI source : sources) {
            try {
                part.restart();
                persistently(source, part, progress, cancellation);
                return;
            } catch (ClientException.Cancelled | ClientException.CannotWrite decided) {
                throw decided;
            } catch (ClientException failure) {
                failures.add(failure);
            }
        }
        ClientException last = failures.remove(failures.size() - 1);
        failures.forEach(last::addSuppressed);
        throw last;
    }

    /** Resumes a broken download as long as it makes progress. */
    private void persistently(URI address, PartFile part, Fetching.Progress progress, Cancellation cancellation) {
        Fetching.Source source = new Fetching.Source(address);
        long furthest = 0;
        int breaks = 0;
        while (true) {
            try {
                fetching.fetch(source, part, progress, cancellation);
                return;
            } catch (ClientException.ConnectionLost lost) {
                breaks = part.size() > furthest ? 1 : breaks + 1;
                furthest = Math.max(furthest, part.size());
                if (breaks >= MOST_BREAKS || furthest == 0) {
                    throw lost;
                }
                waits.sleep(Duration.ofSeconds(1L << (breaks - 1)), cancellation, CoreMessages.text("wait.download"));
            }
        }
    }

    private List<URI> sources(FinishedRender render) {
        List<URI> sources = new ArrayList<>();
        render.status().outputUrl().ifPresent(url -> {
            try {
                URI output = URI.create(api + "/").resolve(url.strip());
                if (Fetching.isWeb(output)) {
                    sources.add(output);
                }
            } catch (IllegalArgumentException notAnAddress) {
                // The backend itself serves the file as well.
                return;
            }
        });
        sources.add(URI.create(
                api + Endpoints.fill(Endpoints.RENDER_DOWNLOAD, render.ticket().renderId())));
        return sources;
    }
}

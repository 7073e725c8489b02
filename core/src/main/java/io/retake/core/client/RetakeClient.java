package io.retake.core.client;

import io.retake.core.client.http.Cancellation;
import io.retake.core.client.http.ClientException;
import io.retake.core.client.http.ClientSettings;
import io.retake.core.client.http.Transport;
import io.retake.core.client.message.Conversation;
import io.retake.core.client.message.Reply;
import io.retake.core.client.message.ReplyListener;
import io.retake.core.client.message.Sessions;
import io.retake.core.client.message.StateWatch;
import io.retake.core.client.render.FinishedRender;
import io.retake.core.client.render.RenderListener;
import io.retake.core.client.render.Renders;
import io.retake.core.client.transfer.DownloadTarget;
import io.retake.core.client.transfer.DownloadedFile;
import io.retake.core.client.transfer.Downloads;
import io.retake.core.client.transfer.TransferListener;
import io.retake.core.client.transfer.Uploads;
import io.retake.core.draft.Draft;
import io.retake.core.protocol.Credits;
import io.retake.core.protocol.OutputFormat;
import io.retake.core.protocol.RenderStatus;
import io.retake.core.protocol.RenderTicket;
import io.retake.core.protocol.SessionRef;
import io.retake.core.protocol.SessionState;
import io.retake.core.protocol.UploadedFile;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A client of one backend. Every method blocks, may be called from any thread, including concurrently, and throws a
 * {@link ClientException} on failure. A cancelled call ends at once with {@link ClientException.Cancelled}; so does one
 * whose thread is interrupted while it waits. Listeners are called in the calling thread. Closing the client ends its
 * threads and connections.
 */
public final class RetakeClient implements AutoCloseable {
    private final Transport transport;
    private final Sessions sessions;
    private final Uploads uploads;
    private final Conversation conversation;
    private final StateWatch watch;
    private final Renders renders;
    private final Downloads downloads;
    private final Function<String, RetakeClient> wired;
    private final Map<String, RetakeClient> onBehalf = new ConcurrentHashMap<>();

    RetakeClient(
            Transport transport,
            Sessions sessions,
            Uploads uploads,
            Conversation conversation,
            StateWatch watch,
            Renders renders,
            Downloads downloads,
            Function<String, RetakeClient> wired) {
        this.transport = transport;
        this.sessions = sessions;
        this.uploads = uploads;
        this.conversation = conversation;
        this.watch = watch;
        this.renders = renders;
        this.downloads = downloads;
        this.wired = wired;
    }

    /** Returns a builder for a client of the backend in the settings, with their token. */
    public static RetakeClientBuilder builder(ClientSettings settings) {
        return new RetakeClientBuilder(settings);
    }

    /**
     * Returns this client on behalf of a recipe, which {@code X-Skill-Source} names. It shares token and connections,
     * and is closed with this one.
     */
    public RetakeClient onBehalfOf(String recipe) {
        return onBehalf.computeIfAbsent(recipe, wired);
    }

    /**
     * Opens a session.
     *
     * @param language an ISO 639 code, for example {@code en}: the language of the agent's answers
     */
    public SessionRef openSession(String title, String language, Cancellation cancellation) {
        return sessions.open(title, language, cancellation);
    }

    /**
     * Returns a link that lets the user take over the session in a browser, valid for 7 days; it holds no API token.
     */
    public URI claimLink(SessionRef session, Cancellation cancellation) {
        return sessions.claimLink(session, cancellation);
    }

    /**
     * Adds files to the session one after the other, streamed from disk, or by reference where the client was built for
     * that. Checks all of them before sending the first byte.
     */
    public List<UploadedFile> upload(
            SessionRef session, List<Path> files, TransferListener listener, Cancellation cancellation) {
        return upload(session, files, true, listener, cancellation);
    }

    /**
     * Adds files to the session as {@link #upload(SessionRef, List, TransferListener, Cancellation)} does.
     *
     * @param place whether the backend may put them on the timeline; a backend that does not know the request may do so
     *     anyway
     */
    public List<UploadedFile> upload(
            SessionRef session, List<Path> files, boolean place, TransferListener listener, Cancellation cancellation) {
        return uploads.files(session, files, place, listener, cancellation);
    }

    /** Has the backend fetch files by http or https. */
    public List<UploadedFile> uploadUrls(SessionRef session, List<URI> addresses, Cancellation cancellation) {
        return uploadUrls(session, addresses, true, cancellation);
    }

    /**
     * Has the backend fetch files by http or https.
     *
     * @param place whether the backend may put them on the timeline
     */
    public List<UploadedFile> uploadUrls(
            SessionRef session, List<URI> addresses, boolean place, Cancellation cancellation) {
        return uploads.addresses(session, addresses, place, cancellation);
    }

    /**
     * Sends one message, at most once whatever happens to the connection, and waits up to 15 minutes for the end of the
     * reply.
     *
     * @throws ClientException.ReplyLost when the stream broke and nothing changed
     * @throws ClientException.AgentFailed when the backend reports a failure
     * @throws ClientException.TimedOut when nothing arrived for too long and nothing changed
     */
    public Reply send(SessionRef session, String sentence, ReplyListener listener, Cancellation cancellation) {
        return conversation.send(session, sentence, listener, cancellation);
    }

    /**
     * Polls the session for the effect of a message that another process sent, as after a broken stream: at the same
     * intervals, for four and a half minutes by default.
     *
     * @param changed whether a state shows that the message took effect
     * @param listener receives the result of each poll
     * @return the first such state; empty when no poll returned one
     */
    public Optional<SessionState> awaitChange(
            SessionRef session, Predicate<SessionState> changed, ReplyListener listener, Cancellation cancellation) {
        return watch.until(session, changed, listener, cancellation);
    }

    /** Returns the session's current state. */
    public SessionState state(SessionRef session, Cancellation cancellation) {
        return sessions.state(session, cancellation);
    }

    public Credits credits(Cancellation cancellation) {
        return sessions.credits(cancellation);
    }

    /**
     * Renders a draft and waits for the end: submits it (once more, with a new id, when the first attempt fails or its
     * id is taken) and polls at the interval the server asks for, as long as it reports progress. The listener receives
     * each id before it is submitted. Cancelling stops the wait at once and leaves the render running: see {@link
     * #cancel}.
     *
     * @throws ClientException.RenderFailed when the second attempt fails too
     * @throws ClientException.TimedOut when there is no progress; the message explains how to reattach
     */
    public FinishedRender render(
            SessionRef session, Draft draft, OutputFormat output, RenderListener listener, Cancellation cancellation) {
        return renders.render(session, draft, output, listener, cancellation);
    }

    /** Submits a draft without waiting for the end; retries once with a new id when the first is taken. */
    public RenderTicket submit(
            SessionRef session, Draft draft, OutputFormat output, RenderListener listener, Cancellation cancellation) {
        return renders.submit(session, draft, output, listener, cancellation);
    }

    /** Returns the current status of a render. */
    public RenderStatus status(RenderTicket ticket, Cancellation cancellation) {
        return renders.status(ticket, cancellation);
    }

    /** Waits for the end of a render that was submitted earlier, by this or another process. */
    public FinishedRender await(RenderTicket ticket, RenderListener listener, Cancellation cancellation) {
        return renders.await(ticket, listener, cancellation);
    }

    /** Stops a render at the backend. A finished render is left unchanged. */
    public void cancel(RenderTicket ticket, Cancellation cancellation) {
        renders.cancel(ticket, cancellation);
    }

    /**
     * Downloads a finished render. The file appears under its name when it is complete, replacing an existing one. A
     * broken download resumes where the server supports it.
     */
    public DownloadedFile download(
            FinishedRender render, Path target, TransferListener listener, Cancellation cancellation) {
        return downloads.fetch(render, DownloadTarget.replacing(target), listener, cancellation);
    }

    /** Downloads to a target whose existing file may have to stay; returns the name used. */
    public DownloadedFile download(
            FinishedRender render, DownloadTarget target, TransferListener listener, Cancellation cancellation) {
        return downloads.fetch(render, target, listener, cancellation);
    }

    /** Ends running calls and closes all connections. */
    @Override
    public void close() {
        onBehalf.values().forEach(client -> client.conversation.close());
        conversation.close();
        transport.close();
    }
}

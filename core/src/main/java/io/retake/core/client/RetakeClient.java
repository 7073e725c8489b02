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
 * Speaks to one backend. Every call blocks, may come from any thread, several at once, and throws a
 * {@link ClientException} when it does not do what it says. A cancelled call ends at once with
 * {@link ClientException.Cancelled}; so does one whose thread is interrupted while it waits. Listeners are called in
 * the calling thread. Close it when done: no thread and no connection remains.
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

    /** A client for the backend, and with the token, that the settings name. */
    public static RetakeClientBuilder builder(ClientSettings settings) {
        return new RetakeClientBuilder(settings);
    }

    /**
     * The same client on behalf of a recipe, which {@code X-Skill-Source} names; it shares token and connections, and is
     * closed with this one.
     */
    public RetakeClient onBehalfOf(String recipe) {
        return onBehalf.computeIfAbsent(recipe, wired);
    }

    /**
     * Opens a session.
     *
     * @param language an ISO 639 code, for example {@code en}: what the agent answers in
     */
    public SessionRef openSession(String title, String language, Cancellation cancellation) {
        return sessions.open(title, language, cancellation);
    }

    /** A link with which a person takes the session over in a browser, valid for 7 days; it holds no API token. */
    public URI claimLink(SessionRef session, Cancellation cancellation) {
        return sessions.claimLink(session, cancellation);
    }

    /**
     * Adds files to the session, one after the other, streamed from disk; or by reference, where the client was built
     * for that. All are checked before the first byte is sent.
     */
    public List<UploadedFile> upload(
            SessionRef session, List<Path> files, TransferListener listener, Cancellation cancellation) {
        return uploads.files(session, files, listener, cancellation);
    }

    /** Has the backend fetch files by http or https. */
    public List<UploadedFile> uploadUrls(SessionRef session, List<URI> addresses, Cancellation cancellation) {
        return uploads.addresses(session, addresses, cancellation);
    }

    /**
     * Sends one message, once, whatever happens to the connection, and waits for its end: up to 15 minutes.
     *
     * @throws ClientException.ReplyLost when the stream broke and nothing changed
     * @throws ClientException.AgentFailed when the backend reports a failure
     * @throws ClientException.TimedOut when nothing came for too long and nothing changed
     */
    public Reply send(SessionRef session, String sentence, ReplyListener listener, Cancellation cancellation) {
        return conversation.send(session, sentence, listener, cancellation);
    }

    /**
     * Looks, as after a broken stream, for what a message did that another process had sent: at the same intervals, for
     * four and a half minutes by default.
     *
     * @param changed whether a state shows that the message did something
     * @param listener hears of each look
     * @return the first such state; empty when no look showed one
     */
    public Optional<SessionState> awaitChange(
            SessionRef session, Predicate<SessionState> changed, ReplyListener listener, Cancellation cancellation) {
        return watch.until(session, changed, listener, cancellation);
    }

    /** What the session holds now. */
    public SessionState state(SessionRef session, Cancellation cancellation) {
        return sessions.state(session, cancellation);
    }

    public Credits credits(Cancellation cancellation) {
        return sessions.credits(cancellation);
    }

    /**
     * Renders a draft and waits for the end: submits it (once more, with a new id, when the first try fails or its id
     * is taken) and polls as the server asks for as long as it reports progress. Each id is told to the listener before
     * it is submitted. Cancelling stops the wait at once and leaves the render running: see {@link #cancel}.
     *
     * @throws ClientException.RenderFailed also the second time
     * @throws ClientException.TimedOut without progress; the message says how to pick it up again
     */
    public FinishedRender render(
            SessionRef session, Draft draft, OutputFormat output, RenderListener listener, Cancellation cancellation) {
        return renders.render(session, draft, output, listener, cancellation);
    }

    /** Submits a draft without waiting for the end; tries a new id once when the first is taken. */
    public RenderTicket submit(
            SessionRef session, Draft draft, OutputFormat output, RenderListener listener, Cancellation cancellation) {
        return renders.submit(session, draft, output, listener, cancellation);
    }

    /** One look at a render. */
    public RenderStatus status(RenderTicket ticket, Cancellation cancellation) {
        return renders.status(ticket, cancellation);
    }

    /** Waits for the end of a render that was submitted before, also by another process. */
    public FinishedRender await(RenderTicket ticket, RenderListener listener, Cancellation cancellation) {
        return renders.await(ticket, listener, cancellation);
    }

    /** Stops a render at the backend. One that has ended is left as it is. */
    public void cancel(RenderTicket ticket, Cancellation cancellation) {
        renders.cancel(ticket, cancellation);
    }

    /**
     * Fetches a finished render. The file appears under its name complete or not at all; an existing one is replaced at
     * the end. A broken connection is taken up where it broke, where the server can do that.
     */
    public DownloadedFile download(
            FinishedRender render, Path target, TransferListener listener, Cancellation cancellation) {
        return downloads.fetch(render, DownloadTarget.replacing(target), listener, cancellation);
    }

    /** The same, where what is under the name by then may have to stay; the file says which name it got. */
    public DownloadedFile download(
            FinishedRender render, DownloadTarget target, TransferListener listener, Cancellation cancellation) {
        return downloads.fetch(render, target, listener, cancellation);
    }

    /** Ends what still runs and closes all connections. */
    @Override
    public void close() {
        onBehalf.values().forEach(client -> client.conversation.close());
        conversation.close();
        transport.close();
    }
}

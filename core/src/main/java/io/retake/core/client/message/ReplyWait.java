package io.retake.core.client.message;

import io.retake.core.CoreMessages;
import io.retake.core.client.http.Answer;
import io.retake.core.client.http.Cancellation;
import io.retake.core.client.http.ClientException;
import io.retake.core.client.http.Patience;
import io.retake.core.client.http.Transport;
import io.retake.core.client.http.Waits;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Waits for the end of one reply, within the limits of {@link Patience}. Used once, by one thread. */
final class ReplyWait {
    private final MessageCall call;
    private final ReplyCollector collector;
    private final ReplyListener listener;
    private final Patience patience;
    private final Cancellation cancellation;
    private final long start = System.nanoTime();
    private long news = start;
    private long line = start;

    ReplyWait(
            MessageCall call,
            ReplyCollector collector,
            ReplyListener listener,
            Patience patience,
            Cancellation cancellation) {
        this.call = call;
        this.collector = collector;
        this.listener = listener;
        this.patience = patience;
        this.cancellation = cancellation;
    }

    /**
     * The way the stream ended.
     *
     * @param reason a clause: {@code the connection broke (…)}
     */
    record Outcome(Reply.Ending ending, String reason, Duration after, Optional<Throwable> cause) {
        /** Returns the reason with a capital letter, to begin a sentence. */
        String sentence() {
            return Character.toUpperCase(reason.charAt(0)) + reason.substring(1);
        }
    }

    /**
     * Waits for the end.
     *
     * @param refusal creates the exception for an answer that is not a stream
     */
    Outcome untilEnd(Function<Answer, ClientException> refusal) {
        try {
            while (true) {
                Optional<MessageCall.Signal> signal = call.next(untilDeadline());
                Waits.check(cancellation, CoreMessages.text("wait.reply"));
                if (call.closed()) {
                    throw Waits.cancelled(CoreMessages.text("wait.client-closed"));
                }
                Optional<Outcome> outcome = signal.isPresent() ? take(signal.get(), refusal) : Optional.empty();
                if (outcome.isPresent()) {
                    return outcome.get();
                }
                Optional<Outcome> late = late();
                if (late.isPresent()) {
                    return late.get();
                }
                tellWaiting();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Waits.cancelled(CoreMessages.text("wait.reply"));
        }
    }

    private Optional<Outcome> take(MessageCall.Signal signal, Function<Answer, ClientException> refusal) {
        if (signal instanceof MessageCall.Signal.Event event) {
            return event(event.event().data());
        }
        if (signal instanceof MessageCall.Signal.End) {
            return outcome(Reply.Ending.CLOSED, CoreMessages.text("message.stream-closed"), null);
        }
        if (signal instanceof MessageCall.Signal.NoStream noStream) {
            throw refusal.apply(noStream.answer());
        }
        if (signal instanceof MessageCall.Signal.Uncertain uncertain) {
            return outcome(Reply.Ending.BROKEN, uncertain.reason(), null);
        }
        return signal instanceof MessageCall.Signal.Broken broken ? broken(broken.cause()) : Optional.empty();
    }

    private Optional<Outcome> event(String data) {
        if (collector.take(data)) {
            news = System.nanoTime();
            line = news;
        }
        boolean failed = collector.failure().isPresent();
        return failed
                ? outcome(Reply.Ending.CLOSED, CoreMessages.text("message.backend-failed"), null)
                : Optional.empty();
    }

    private Optional<Outcome> broken(Exception cause) {
        if (cause instanceof RuntimeException own) {
            throw own;
        }
        IOException broken = (IOException) cause;
        if (!call.sent()) {
            throw new ClientException.ConnectionLost(
                    CoreMessages.text(
                            "message.not-sent",
                            call.call().request().url().host(),
                            call.call().request().url().port(),
                            Transport.describe(broken)),
                    CoreMessages.text("message.not-sent-advice"),
                    broken);
        }
        return outcome(
                Reply.Ending.BROKEN, CoreMessages.text("message.connection-broke", Transport.describe(broken)), broken);
    }

    private Optional<Outcome> late() {
        Duration quiet = since(news);
        if (quiet.compareTo(patience.silence()) >= 0) {
            return outcome(Reply.Ending.TIMED_OUT, CoreMessages.text("message.only-heartbeats", words(quiet)), null);
        }
        Duration all = since(start);
        return all.compareTo(patience.reply()) >= 0
                ? outcome(Reply.Ending.TIMED_OUT, CoreMessages.text("message.not-complete", words(all)), null)
                : Optional.empty();
    }

    private void tellWaiting() {
        if (since(line).compareTo(patience.line()) >= 0) {
            line = System.nanoTime();
            listener.waiting(since(start));
        }
    }

    private Duration untilDeadline() {
        Duration next = patience.line().minus(since(line));
        Duration quiet = patience.silence().minus(since(news));
        Duration end = patience.reply().minus(since(start));
        Duration first = next.compareTo(quiet) < 0 ? next : quiet;
        return first.compareTo(end) < 0 ? first : end;
    }

    private Optional<Outcome> outcome(Reply.Ending ending, String reason, @Nullable Throwable cause) {
        return Optional.of(new Outcome(ending, reason, since(start), Optional.ofNullable(cause)));
    }

    private static Duration since(long moment) {
        return Duration.ofNanos(System.nanoTime() - moment);
    }

    private static String words(Duration time) {
        return time.toMinutes() > 0
                ? CoreMessages.text("message.minutes", time.toMinutes())
                : CoreMessages.text("message.seconds", time.toSeconds());
    }
}

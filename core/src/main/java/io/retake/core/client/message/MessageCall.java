package io.retake.core.client.message;

import io.retake.core.CoreMessages;
import io.retake.core.client.http.Answer;
import io.retake.core.client.http.ClientException;
import io.retake.core.client.http.Transport;
import io.retake.core.protocol.Headers;
import io.retake.core.sse.SseEvent;
import io.retake.core.sse.SseReader;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * One message in transit, sent once by its own thread, so that the caller can stop waiting for the reply at any time.
 * Closing it ends the connection and the thread.
 */
final class MessageCall implements AutoCloseable {
    /** A message from the sending thread. */
    sealed interface Signal {
        record Event(SseEvent event) implements Signal {}

        /** The stream closed normally. */
        record End() implements Signal {}

        /** An answer that is not a stream. */
        record NoStream(Answer answer) implements Signal {}

        /** A gateway gave up, and the backend behind it may still be working; the reason is a clause. */
        record Uncertain(String reason) implements Signal {}

        record Broken(Exception cause) implements Signal {}

        /** A request to stop waiting. */
        record Wake() implements Signal {}
    }

    private static final int BACKLOG = 256;
    /**
     * The maximum size of a reply, far more than 15 minutes of text: an endless stream is a fault and would exhaust
     * memory.
     */
    private static final long LONGEST_REPLY = 32L * 1024 * 1024;

    private final BlockingQueue<Signal> signals = new ArrayBlockingQueue<>(BACKLOG);
    private final Call call;
    private final Runnable sending;
    private final Thread thread;
    private volatile boolean sent;
    private volatile @Nullable Socket socket;
    private volatile boolean closed;

    /**
     * Starts sending.
     *
     * @param sending runs before the first byte of the request is written; when it throws, none is
     */
    MessageCall(Transport transport, Request request, Runnable sending) {
        this.sending = sending;
        // This thread waits without a limit; the reader of the signals applies the limits.
        call = transport.call(request, Duration.ZERO, new Watcher());
        thread = new Thread(this::run, "retake-message");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Returns whether any byte of the request may have reached the backend. */
    boolean sent() {
        return sent;
    }

    Call call() {
        return call;
    }

    /** Returns the next signal; empty when none arrives in time. */
    Optional<Signal> next(Duration patience) throws InterruptedException {
        return Optional.ofNullable(signals.poll(Math.max(0, patience.toNanos()), TimeUnit.NANOSECONDS));
    }

    /** Wakes the thread that waits in {@link #next}; may be called from any thread. */
    void wake() {
        if (!signals.offer(new Signal.Wake())) {
            // The queue is full, so no thread is waiting.
            call.cancel();
        }
    }

    /** Returns whether any thread has closed it. */
    boolean closed() {
        return closed;
    }

    /** Ends it from another thread, and wakes the thread that waits in {@link #next}. */
    void abort() {
        closed = true;
        hangUp();
        wake();
    }

    @Override
    public void close() {
        closed = true;
        hangUp();
        thread.interrupt();
        boolean interrupted = Thread.interrupted();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException again) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Closes the socket as well: a cancel that coincides with the first byte of an answer does not always reach it. */
    private void hangUp() {
        call.cancel();
        Socket known = socket;
        if (known != null) {
            try {
                known.close();
            } catch (IOException gone) {
                return;
            }
        }
    }

    /** Records the connection and the moment before the first byte of the request is written to it. */
    private final class Watcher extends EventListener {
        @Override
        public void connectionAcquired(Call acquiring, Connection connection) {
            socket = connection.socket();
        }

        @Override
        public void requestHeadersStart(Call starting) {
            sending.run();
            sent = true;
        }
    }

    private void run() {
        try (Response response = call.execute()) {
            if (isStream(response)) {
                readStream(response);
                tell(new Signal.End());
            } else {
                tell(answer(response));
            }
        } catch (IOException | RuntimeException cause) {
            tell(new Signal.Broken(cause));
        } catch (Error cause) { // the thread that waits for this one must receive it
            tell(new Signal.Broken(new IOException(CoreMessages.text("message.unreadable", cause), cause)));
        }
    }

    private Signal answer(Response response) throws IOException {
        String what = Transport.name(call.request());
        boolean uncertain = response.code() == 408 || response.code() >= 500;
        try {
            Answer answer = Answer.read(what, response);
            if (!uncertain || answer.code() != 0) {
                return new Signal.NoStream(answer);
            }
            String words = answer.message().isEmpty() ? "" : ": " + answer.message();
            return new Signal.Uncertain(CoreMessages.text("message.uncertain", answer.shownStatus(), words));
        } catch (ClientException.NotAnApi unreadable) {
            if (uncertain) {
                return new Signal.Uncertain(
                        CoreMessages.text("message.uncertain-status", Answer.shown(response.code())));
            }
            throw unreadable;
        }
    }

    private void readStream(Response response) throws IOException {
        SseReader reader = new SseReader(response.body().byteStream());
        long characters = 0;
        for (Optional<SseEvent> event = reader.next(); event.isPresent() && !closed; event = reader.next()) {
            characters += event.get().data().length();
            if (characters > LONGEST_REPLY) {
                throw new IOException(CoreMessages.text("message.reply-too-long", LONGEST_REPLY));
            }
            tell(new Signal.Event(event.get()));
        }
    }

    private static boolean isStream(Response response) {
        String type = response.header("Content-Type");
        return response.isSuccessful() && (type == null || type.startsWith(Headers.EVENT_STREAM));
    }

    private void tell(Signal signal) {
        try {
            if (!closed) {
                signals.put(signal);
            }
        } catch (InterruptedException nobodyListens) {
            Thread.currentThread().interrupt();
        }
    }
}

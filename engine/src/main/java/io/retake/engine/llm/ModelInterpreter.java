package io.retake.engine.llm;

import io.retake.engine.agent.Interpretation;
import io.retake.engine.agent.Interpreter;
import io.retake.engine.api.LanguageModel;
import io.retake.engine.phrase.Phrase;
import io.retake.engine.timeline.Project;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Asks a language model over HTTP: one request, never repeated, never redirected, within a time and a size. What the
 * server says in an error is not told on, since some repeat the key in it. Thread-safe; closing it ends what is asked.
 */
public final class ModelInterpreter implements Interpreter, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** The longest reply in bytes, unpacked: more than any answer needs. */
    private static final long MOST_BYTES = 256 * 1024;
    /** The longest sentence to ask about, in characters. */
    private static final int MOST_WORDS = 1000;

    private final LanguageModel.On settings;
    private final Duration patience;
    private @Nullable OkHttpClient http;
    private boolean closed;

    private ModelInterpreter(LanguageModel.On settings, Duration patience) {
        this.settings = settings;
        this.patience = patience;
    }

    /** Creates an interpreter that asks that model and waits for at most half a minute. */
    public static ModelInterpreter of(LanguageModel.On settings) {
        return new ModelInterpreter(settings, PATIENCE);
    }

    static ModelInterpreter of(LanguageModel.On settings, Duration patience) {
        return new ModelInterpreter(settings, patience);
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public Interpretation read(String words, Project project) {
        if (words.length() > MOST_WORDS) {
            return new Interpretation.Nothing(Phrase.of("model.too-long"));
        }
        Request.Builder request = new Request.Builder()
                .url(settings.base() + "/chat/completions")
                .header("Accept", "application/json")
                .post(RequestBody.create(
                        Prompt.request(settings.model(), words, project).toString(),
                        MediaType.get("application/json")));
        settings.key().ifPresent(key -> request.header("Authorization", "Bearer " + key));
        try (Response response = client().newCall(request.build()).execute()) {
            return response.code() == 200 ? answer(response) : refused(response.code());
        } catch (InterruptedIOException e) {
            return unanswered("model.timeout", patience.toSeconds());
        } catch (IOException e) {
            return unanswered("model.unreachable", settings.place());
        }
    }

    private static Interpretation answer(Response response) throws IOException {
        BufferedSource body = response.body().source();
        if (body.request(MOST_BYTES + 1)) {
            return new Interpretation.Nothing(Phrase.of("model.answer-too-long"));
        }
        return ModelReply.read(body.readByteArray());
    }

    private static Interpretation refused(int status) {
        return switch (status) {
            case 401, 403 -> unanswered("model.key-refused", status, LanguageModel.KEY);
            case 429 -> unanswered("model.too-many-requests");
            default ->
                status >= 500
                        ? unanswered("model.failed", status)
                        : unanswered("model.request-refused", status, LanguageModel.URL, LanguageModel.MODEL);
        };
    }

    private static Interpretation unanswered(String key, Object... values) {
        return new Interpretation.Unanswered(Phrase.of(key, values));
    }

    /** Creates the client on first use: most engines ask nothing. */
    private synchronized OkHttpClient client() throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        OkHttpClient made = http;
        if (made == null) {
            made = new OkHttpClient.Builder()
                    .followRedirects(false)
                    .followSslRedirects(false)
                    .retryOnConnectionFailure(false)
                    .connectTimeout(Duration.ofSeconds(5))
                    .readTimeout(patience)
                    .callTimeout(patience)
                    .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                    .build();
            http = made;
        }
        return made;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (http != null) {
            http.dispatcher().cancelAll();
            http.connectionPool().evictAll();
        }
    }
}

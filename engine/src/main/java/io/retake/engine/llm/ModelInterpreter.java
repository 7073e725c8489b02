package io.retake.engine.llm;

import io.retake.engine.agent.Interpretation;
import io.retake.engine.agent.Interpreter;
import io.retake.engine.agent.read.Phrase;
import io.retake.engine.api.LanguageModel;
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
            return new Interpretation.Nothing(
                    Phrase.of("It is too long for the language model, which was not asked.", "内容太长，没有询问语言模型。"));
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
            return unanswered(
                    "The language model did not answer within %s s.", "语言模型在 %s 秒内没有回答。", patience.toSeconds());
        } catch (IOException e) {
            return unanswered("The language model at %s can't be reached.", "无法连接语言模型 %s。", settings.place());
        }
    }

    private static Interpretation answer(Response response) throws IOException {
        BufferedSource body = response.body().source();
        if (body.request(MOST_BYTES + 1)) {
            return new Interpretation.Nothing(
                    Phrase.of("The language model's answer is too long; it was not read.", "语言模型的回答太长，没有读取。"));
        }
        return ModelReply.read(body.readByteArray());
    }

    private static Interpretation refused(int status) {
        return switch (status) {
            case 401, 403 ->
                unanswered(
                        "The language model refuses the key (HTTP %s). Check %s.",
                        "语言模型拒绝了密钥（HTTP %s）。请检查 %s。", status, LanguageModel.KEY);
            case 429 ->
                unanswered(
                        "The language model takes no more requests for now (HTTP 429). Try again later.",
                        "语言模型暂时不再接受请求（HTTP 429）。请稍后再试。");
            default ->
                status >= 500
                        ? unanswered("The language model failed (HTTP %s).", "语言模型出错（HTTP %s）。", status)
                        : unanswered(
                                "The language model takes no such request (HTTP %s). Check %s and %s.",
                                "语言模型不接受这样的请求（HTTP %s）。请检查 %s 和 %s。", status, LanguageModel.URL, LanguageModel.MODEL);
        };
    }

    private static Interpretation unanswered(String english, String chinese, Object... args) {
        return new Interpretation.Unanswered(Phrase.of(english, chinese, args));
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

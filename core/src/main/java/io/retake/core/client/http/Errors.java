package io.retake.core.client.http;

import io.retake.core.CoreMessages;
import io.retake.core.protocol.ErrorCode;
import io.retake.core.protocol.SessionRef;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Maps refusals to exceptions with advice: the table of protocol.md. */
public final class Errors {
    private final ClientSettings settings;
    private final Account account;

    public Errors(ClientSettings settings, Account account) {
        this.settings = settings;
        this.account = account;
    }

    public ClientException of(Answer answer, @Nullable SessionRef session, @Nullable String userId) {
        Optional<ErrorCode> code =
                isNoSession(answer) ? Optional.of(ErrorCode.NO_SUCH_SESSION) : ErrorCode.of(answer.code());
        if (code.isPresent() && code.get() != ErrorCode.SUCCESS) {
            return known(code.get(), answer, session, userId);
        }
        if (answer.means(402)) {
            return new ClientException.ExportNotInPlan(says(answer, CoreMessages.text("error.export-not-in-plan")));
        }
        if (answer.means(429)) {
            return new ClientException.RateLimited(
                    says(answer, CoreMessages.text("error.too-many-calls")),
                    CoreMessages.text("error.too-many-calls-advice"));
        }
        String meaning = answer.status() >= 500
                ? CoreMessages.text("error.backend-failed")
                : CoreMessages.text("error.backend-refused");
        return new ClientException.Refused(says(answer, meaning), answer.status(), answer.code());
    }

    /** Recognizes a missing session from ADK's own server, which has no error codes. */
    private static boolean isNoSession(Answer answer) {
        return answer.status() == 404
                && answer.code() == 0
                && answer.message().toLowerCase(Locale.ROOT).contains("session not found");
    }

    private ClientException known(
            ErrorCode code, Answer answer, @Nullable SessionRef session, @Nullable String userId) {
        String message = says(answer, code.meaning());
        return switch (code) {
            case SUCCESS -> throw new IllegalArgumentException("success is no error");
            case TOKEN_REJECTED -> new ClientException.TokenRejected(message, tokenAdvice());
            case NO_SUCH_SESSION ->
                new ClientException.NoSuchSession(
                        session == null
                                ? message
                                : CoreMessages.text("error.in-session", message, session.sessionId()));
            case OUT_OF_CREDITS ->
                new ClientException.OutOfCredits(
                        message, account.registration(userId).orElse(null));
            case UNSUPPORTED_FILE ->
                // The engine names this file's fault; a list of all accepted types would not help.
                answer.isSentence()
                        ? new ClientException.UnsupportedFile(message, "")
                        : new ClientException.UnsupportedFile(message);
            case FILE_TOO_LARGE -> new ClientException.FileTooLarge(message);
        };
    }

    private String tokenAdvice() {
        return settings.token() == null
                ? CoreMessages.text("token.rejected-advice")
                : CoreMessages.text("token.own-rejected-advice");
    }

    /**
     * Returns the backend's own message, if it is a sentence; names the call only when there is no other description.
     */
    private static String says(Answer answer, String meaning) {
        String number = answer.code() != 0 ? CoreMessages.text("error.code", answer.code()) : answer.shownStatus();
        String words = answer.message();
        String first = meaning.substring(0, 1).toUpperCase(Locale.ROOT) + meaning.substring(1);
        if (words.isEmpty()) {
            return CoreMessages.text("error.with-call", first, number, answer.call());
        }
        if (answer.isSentence()) {
            return ErrorCode.of(answer.code()).isPresent()
                    ? words
                    : CoreMessages.text("error.with-code", words, number);
        }
        return CoreMessages.text("error.with-words", first, words, number);
    }
}

package io.retake.repl.cli;

import io.retake.repl.message.ProgramMessages;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * Checks whether an address answers HTTP. Any response counts; the request is a HEAD without a token.
 *
 * @param reached whether there was a response
 * @param detail the response, or why there was none
 */
record Reachability(boolean reached, String detail) {
    private static final int PATIENCE_MILLIS = 5000;

    static Reachability of(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setRequestMethod("HEAD");
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            try {
                return new Reachability(true, ProgramMessages.text("doctor.reachable", connection.getResponseCode()));
            } finally {
                connection.disconnect();
            }
        } catch (IOException none) {
            return new Reachability(false, none.getClass().getSimpleName() + ": " + none.getMessage());
        }
    }
}

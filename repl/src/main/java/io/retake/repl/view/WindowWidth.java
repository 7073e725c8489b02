package io.retake.repl.view;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.Signals;

/**
 * The current width of the terminal in columns. Queried from {@code stty}, on a thread of its own and only when
 * something is to be drawn: opening a terminal through a library takes longer than a whole short run. {@code COLUMNS}
 * overrides it; 80 if unknown. Thread-safe.
 */
final class WindowWidth implements IntSupplier {
    private static final int USUAL = 80;
    private static final long PATIENCE_MILLIS = 1000;
    private static final Pattern SIZE = Pattern.compile("\\d+ (\\d+)\\s*");

    private final Map<String, String> environment;
    private final CountDownLatch known = new CountDownLatch(1);
    private volatile int columns = USUAL;
    private boolean asked;

    WindowWidth(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public int getAsInt() {
        prepare();
        try {
            // A line that is too long for the window can't be taken back: the first one waits for the answer.
            boolean unused = known.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return columns;
    }

    /** Starts the query, so that the width is known when the first line is drawn. */
    synchronized void prepare() {
        if (asked) {
            return;
        }
        asked = true;
        int given = number(environment.getOrDefault("COLUMNS", ""));
        if (given > 0) {
            columns = given;
            known.countDown();
        } else if (environment.getOrDefault("OS", "").startsWith("Windows")) {
            known.countDown();
        } else {
            Signals.register("WINCH", this::askInBackground);
            askInBackground();
        }
    }

    /** Queries the width and waits for it. */
    int now() {
        int given = number(environment.getOrDefault("COLUMNS", ""));
        if (given > 0) {
            return given;
        }
        ask();
        return columns;
    }

    private void askInBackground() {
        Thread thread = new Thread(this::ask, "window-width");
        thread.setDaemon(true);
        thread.start();
    }

    private void ask() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            Matcher size = SIZE.matcher(answer);
            int found = size.matches() ? number(size.group(1)) : 0;
            columns = found > 0 ? found : USUAL;
        } catch (IOException noTerminalOrNoStty) {
            columns = USUAL;
        } finally {
            known.countDown();
        }
    }

    private static int number(String text) {
        try {
            return Math.min(10_000, Integer.parseInt(text.strip()));
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}

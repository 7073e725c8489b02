package io.retake.repl.shell.playback;

import io.retake.core.client.http.Cancellation;
import io.retake.core.edit.value.Times;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.view.Columns;
import io.retake.repl.view.Role;
import io.retake.repl.view.Theme;
import io.retake.repl.view.picture.Graphics;
import io.retake.repl.view.picture.Movie;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.function.BooleanSupplier;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;

/**
 * Plays frames in the terminal in real time, and drops those that the terminal is too slow for. Any key stops it, and so
 * does a cancellation. The cursor is never hidden, so that the terminal keeps it even if the process is killed.
 */
public final class TerminalPlayer {
    /** Rows of the command, the message, the time and the next prompt. */
    private static final int OTHER_ROWS = 4;

    private static final long LOOK_MILLIS = 20;
    private final Terminal terminal;
    private final Graphics graphics;
    private final Theme theme;
    private final Cancellation stop;
    private List<String> drawn = List.of();
    private Size size;

    public TerminalPlayer(Terminal terminal, Graphics graphics, Theme theme, Cancellation stop) {
        this.terminal = terminal;
        this.graphics = graphics;
        this.theme = theme;
        this.stop = stop;
        this.size = terminal.getSize();
    }

    /** Returns the maximum width of a picture in columns. */
    public static int columns(Terminal terminal) {
        Size size = terminal.getSize();
        return Math.max(8, Math.min(size.getColumns() - 1, (size.getRows() - OTHER_ROWS) * 32 / 9));
    }

    /**
     * Plays parts as they arrive, until the last has arrived.
     *
     * @param from the position of the first part on the timeline
     * @param over returns whether no more parts will arrive
     * @return whether it played to the end
     */
    public boolean play(BlockingQueue<Movie> movies, Duration from, Duration to, BooleanSupplier over)
            throws IOException {
        Duration begin = from;
        while (true) {
            Optional<Movie> next = next(movies, over, begin, to);
            if (stopped()) {
                return false;
            }
            if (next.isEmpty()) {
                return true;
            }
            if (!play(next.get(), begin, to)) {
                return false;
            }
            begin = begin.plus(next.get().length());
        }
    }

    private Optional<Movie> next(BlockingQueue<Movie> movies, BooleanSupplier over, Duration at, Duration to)
            throws IOException {
        boolean told = false;
        while (!stopped()) {
            boolean last = over.getAsBoolean();
            Movie movie = movies.poll();
            if (movie != null || last) {
                return Optional.ofNullable(movie);
            }
            if (!told) {
                draw(
                        drawn.isEmpty() ? List.of() : drawn.subList(0, drawn.size() - 1),
                        at,
                        to,
                        ProgramMessages.text("play.making"));
                told = true;
            }
            if (isKey(LOOK_MILLIS)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean play(Movie movie, Duration begin, Duration to) throws IOException {
        long started = System.nanoTime();
        int shown = -1;
        while (true) {
            Duration at = Duration.ofNanos(System.nanoTime() - started);
            if (at.compareTo(movie.length()) >= 0) {
                return true;
            }
            int index = movie.index(at);
            if (index != shown) {
                fit();
                List<String> lines =
                        movie.lines(index, graphics, theme, size.getColumns() - 1, size.getRows() - OTHER_ROWS);
                draw(lines, begin.plus(at), to, ProgramMessages.text("play.any-key"));
                shown = index;
            }
            long left =
                    movie.until(index).minusNanos(System.nanoTime() - started).toMillis();
            if (stopped() || isKey(Math.max(1, Math.min(LOOK_MILLIS, left)))) {
                return false;
            }
        }
    }

    /** Redraws everything after the window has changed its size. */
    private void fit() {
        Size now = terminal.getSize();
        if (!now.equals(size)) {
            size = now;
            drawn = List.of();
            terminal.writer().write("\u001b[H\u001b[2J");
        }
    }

    private boolean stopped() {
        return stop.cancelled();
    }

    /** Waits for a key, and consumes it so that it doesn't reach the next line. */
    private boolean isKey(long millis) throws IOException {
        int key = terminal.reader().read(millis);
        if (key < 0) {
            return false;
        }
        stop.cancel();
        int rest = key;
        while (rest >= 0) { // a key can send several characters
            rest = terminal.reader().read(LOOK_MILLIS);
        }
        return true;
    }

    /** Draws the rows that differ from the previous picture. */
    private void draw(List<String> picture, Duration at, Duration to, String hint) {
        List<String> lines = new ArrayList<>(picture);
        String time = Times.write(at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS)) + " / " + Times.write(to)
                + "  " + hint;
        lines.add(theme.paint(Role.ASIDE, Columns.head(time, size.getColumns() - 1, theme.ellipsis())));
        PrintWriter out = terminal.writer();
        if (lines.size() != drawn.size()) {
            out.write(drawn.isEmpty() ? "" : "\u001b[" + drawn.size() + "A\r\u001b[J");
            lines.forEach(line -> out.write(line + "\r\n"));
        } else {
            out.write("\u001b[" + lines.size() + "A");
            for (int i = 0; i < lines.size(); i++) {
                out.write(lines.get(i).equals(drawn.get(i)) ? "\r\n" : "\r" + lines.get(i) + "\u001b[K\r\n");
            }
        }
        terminal.flush();
        drawn = lines;
    }
}

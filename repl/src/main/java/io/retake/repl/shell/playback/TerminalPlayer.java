package io.retake.repl.shell.playback;

import io.retake.core.client.http.Cancellation;
import io.retake.core.edit.value.Times;
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
 * Plays movies in the terminal in real time; frames that the terminal is too slow for are dropped. A key or a
 * cancellation stops playback. The cursor is never hidden, so that even a crash leaves it visible.
 */
public final class TerminalPlayer {
    /** Rows outside the picture: the command, its message, the time and the next prompt. */
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

    /** Returns the largest width of a picture, in columns. */
    public static int columns(Terminal terminal) {
        Size size = terminal.getSize();
        return Math.max(8, Math.min(size.getColumns() - 1, (size.getRows() - OTHER_ROWS) * 32 / 9));
    }

    /**
     * Plays movies from the queue until no more will come.
     *
     * @param from the time on the timeline at which the first movie begins
     * @param over whether no more movies will come
     * @return whether it was played to its end
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
                draw(drawn.isEmpty() ? List.of() : drawn.subList(0, drawn.size() - 1), at, to, "rendering …");
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
                draw(lines, begin.plus(at), to, "any key stops");
                shown = index;
            }
            long left =
                    movie.until(index).minusNanos(System.nanoTime() - started).toMillis();
            if (stopped() || isKey(Math.max(1, Math.min(LOOK_MILLIS, left)))) {
                return false;
            }
        }
    }

    /** Clears the screen after a change of the window's size, since the drawn lines have moved. */
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

    /** Whether a key is pressed within that time. Consumes the key, so that it doesn't reach the next line. */
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

    /** Draws over the previous picture, only the lines that differ. */
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

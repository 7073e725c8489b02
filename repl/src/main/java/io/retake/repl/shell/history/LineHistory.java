package io.retake.repl.shell.history;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ListIterator;
import org.jline.reader.History;
import org.jline.reader.LineReader;

/**
 * Presents the history to the line editor: the entries of other prompts, then those of this one, without immediate
 * repetitions. The editor adds nothing; the prompt does, once it has classified a line. New entries of other prompts are
 * read when the user goes up or searches. For the prompt's thread and the warm-up threads.
 */
public final class LineHistory implements History {
    private final PromptHistory history;
    private List<History.Entry> lines = List.of();
    private long seen = -1;
    private boolean fresh;
    private int back;

    /** @param history the entries to present */
    public LineHistory(PromptHistory history) {
        this.history = history;
    }

    /** Moves to the end for a new line, and picks up what other prompts write from now on. */
    public synchronized void restart() {
        fresh = false;
        back = 0;
    }

    /** Loads newer entries if the editor is at the end; elsewhere the numbers of the entries would move. */
    public synchronized void look() {
        if (back == 0 && !fresh) {
            history.refresh();
            fresh = true;
        }
    }

    private List<History.Entry> lines() {
        if (back == 0 && seen != history.changes()) {
            seen = history.changes();
            List<History.Entry> now = new ArrayList<>();
            history.others().forEach(entry -> add(now, entry));
            history.own().forEach(entry -> add(now, entry));
            lines = Collections.unmodifiableList(now);
        }
        return lines;
    }

    private static void add(List<History.Entry> lines, HistoryEntry entry) {
        if (lines.isEmpty() || !lines.get(lines.size() - 1).line().equals(entry.text())) {
            lines.add(new EditorLine(lines.size(), entry.at(), entry.text()));
        }
    }

    private record EditorLine(int index, Instant time, String line) implements History.Entry {}

    @Override
    public void attach(LineReader reader) {}

    @Override
    public void load() {}

    @Override
    public void save() {}

    @Override
    public void write(Path file, boolean incremental) {}

    @Override
    public void append(Path file, boolean incremental) {}

    @Override
    public void read(Path file, boolean checkDuplicates) {}

    @Override
    public void purge() {}

    @Override
    public void add(Instant time, String line) {}

    @Override
    public synchronized int size() {
        return lines().size();
    }

    @Override
    public synchronized int index() {
        return lines().size() - back;
    }

    @Override
    public int first() {
        return 0;
    }

    @Override
    public synchronized int last() {
        return lines().size() - 1;
    }

    @Override
    public synchronized String get(int index) {
        return lines().get(index).line();
    }

    @Override
    public synchronized ListIterator<History.Entry> iterator(int index) {
        List<History.Entry> all = lines();
        return all.listIterator(Math.max(0, Math.min(index, all.size())));
    }

    @Override
    public synchronized String current() {
        return back == 0 ? "" : lines().get(index()).line();
    }

    @Override
    public synchronized boolean previous() {
        look();
        return go(back + 1);
    }

    @Override
    public synchronized boolean next() {
        return go(back - 1);
    }

    @Override
    public synchronized boolean moveToFirst() {
        look();
        return back != lines().size() && go(lines().size());
    }

    @Override
    public synchronized boolean moveToLast() {
        look();
        return back != 1 && go(1);
    }

    @Override
    public synchronized boolean moveTo(int index) {
        int to = lines().size() - index;
        return to > 0 && go(to);
    }

    private boolean go(int to) {
        if (to < 0 || to > lines().size()) {
            return false;
        }
        back = to;
        return true;
    }

    @Override
    public synchronized void moveToEnd() {
        back = 0;
    }

    @Override
    public synchronized void resetIndex() {
        back = Math.min(back, lines().size());
    }
}

package io.retake.dsl.output;

import io.retake.core.client.transfer.DownloadTarget;
import io.retake.dsl.problem.ScriptMessages;
import io.retake.dsl.scope.Film;
import java.nio.file.Path;
import java.util.Optional;

/** The file of an export; its name is claimed until the file is made or given up. Thread-safe. */
public final class ClaimedOutput implements DownloadTarget {
    private final OutputNames names;
    public final OutputNames.Wish wish;
    private volatile Path path;

    /** The film that the export may replace; empty for none. */
    final Optional<FilmMemory.FilmOrigin> before;

    private volatile boolean replaced;

    ClaimedOutput(OutputNames names, OutputNames.Wish wish, Path path, Optional<FilmMemory.FilmOrigin> before) {
        this.names = names;
        this.wish = wish;
        this.path = path;
        this.before = before;
    }

    @Override
    public Path path() {
        return path;
    }

    @Override
    public boolean mayReplace(Path existing) {
        boolean may = names.mayReplace(this, existing);
        replaced = may && java.nio.file.Files.exists(existing);
        return may;
    }

    @Override
    public Path another(Path taken) {
        replaced = false;
        path = names.another(this);
        return path;
    }

    /** Claims the film of an interrupted run, if it could be this export's; returns whether it did. */
    public boolean takesUp(Film film) {
        Optional<Path> same = names.takeUp(this, film.getPath());
        same.ifPresent(earlier -> path = earlier);
        return same.isPresent();
    }

    /** Remembers the finished file. */
    public void made() {
        names.made(this);
    }

    /** Releases the name after a failed export. */
    public void giveUp() {
        names.giveUp(this);
    }

    /** Describes the replaced file in a sentence; empty for none. */
    public Optional<String> replacement() {
        return replaced
                ? Optional.of(ScriptMessages.text("film.replaced", path.getFileName(), madeBy()))
                : Optional.empty();
    }

    private String madeBy() {
        String own = wish.maker().scripts().isEmpty()
                ? ScriptMessages.text("film.own-session")
                : ScriptMessages.text("film.own-script");
        return isOwn()
                ? own
                : before.map(origin ->
                                ScriptMessages.text("film.maker", origin.maker().name()))
                        .orElse("");
    }

    /** Returns whether the replaced film was an earlier version of this one. */
    public boolean isOwn() {
        return before.filter(origin -> origin.maker().key().equals(wish.maker().key()))
                .isPresent();
    }
}

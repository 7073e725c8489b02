package io.retake.dsl.output;

import io.retake.dsl.compile.NamedOutput;
import io.retake.dsl.compile.ReadyScript;
import io.retake.dsl.plan.Step;
import io.retake.dsl.problem.DslException;
import io.retake.dsl.problem.InvalidScript;
import io.retake.dsl.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the files of a run's exports. Never overwrites footage. A name chosen here is free, or that of an earlier
 * version of the same film; a name given by the script may be that of any unchanged film of Retake's. No two active
 * runs use one name. Thread-safe.
 */
public final class OutputNames implements AutoCloseable {
    private final Instant started = Instant.now();
    private final Path workingFolder;
    private final FilmMemory memory;
    private final NameUses uses;
    private final boolean toTheEnd;

    /** Files that the run has uploaded: never overwritten. */
    private final FootageFiles footage = new FootageFiles();

    /** Files that are parameters of the run: overwritten only with {@code replace: true}. */
    private final FootageFiles given = new FootageFiles();

    /**
     * Creates the names of one run or prompt.
     *
     * @param toTheEnd whether the run keeps the names of its films until it ends, as a script does and a prompt does not
     */
    public OutputNames(Path workingFolder, Path stateFolder, boolean toTheEnd) {
        this.workingFolder = workingFolder;
        this.memory = new FilmMemory(stateFolder);
        this.uses = new NameUses(stateFolder, toTheEnd);
        this.toTheEnd = toTheEnd;
    }

    /**
     * An export that needs a name.
     *
     * @param session the session, compared by identity
     * @param title its title
     * @param maker the maker of the film
     */
    public record Wish(Step.Export export, Object session, String title, Maker maker) {
        String extension() {
            return export.format().extension();
        }

        boolean isNamed() {
            return !export.wanted().isEmpty();
        }
    }

    /** Returns the memory of films. */
    public FilmMemory memory() {
        return memory;
    }

    /** Adds a file that the run reads, and therefore must not overwrite. */
    public void isFootage(Path file) {
        footage.add(file);
    }

    /** Deletes the partial downloads of killed runs. */
    public synchronized void clearAbandoned() {
        uses.clearAbandoned();
    }

    /** Returns the problems of the outputs that a script names, as far as they are known before it runs. */
    public synchronized List<Problem> problems(List<NamedOutput> outputs) {
        List<Problem> problems = new ArrayList<>();
        for (NamedOutput output : outputs) {
            try {
                Path target = FileTitles.ended(workingFolder, output.name(), output.extension());
                if (FootageFiles.of(output.uploadedBefore()).contains(target)) {
                    throw OutputProblems.footage(target);
                }
                check(target, output.replace(), null);
            } catch (DslException why) {
                problems.add(output.problem(String.valueOf(why.getMessage()), why.advice()));
            }
        }
        return problems;
    }

    /**
     * Claims the names that a script is known to use, and notes the files given to it, before it runs.
     *
     * @throws InvalidScript when another active run has claimed one of the names
     */
    public synchronized void take(ReadyScript script) {
        for (Object value : script.values().values()) {
            List<?> all = value instanceof List<?> list ? list : List.of(value);
            all.stream().filter(Path.class::isInstance).forEach(file -> given.add((Path) file));
        }
        List<Problem> problems = new ArrayList<>();
        for (NamedOutput output : script.outputs()) {
            Path target = FileTitles.ended(workingFolder, output.name(), output.extension());
            if (uses.of(target).isEmpty()) {
                uses.claim(target).ifPresentOrElse(NameUses.Use::reserve, () -> {
                    DslException why = OutputProblems.takenByRun(target);
                    problems.add(output.problem(String.valueOf(why.getMessage()), why.advice()));
                });
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidScript(problems);
        }
    }

    /**
     * Chooses and claims the file of an export.
     *
     * @throws DslException when the script named a file that the export must not overwrite
     */
    public synchronized ClaimedOutput choose(Wish wish) {
        if (!wish.isNamed()) {
            OutputProblems.checkFolder(workingFolder);
            return free(wish, workingFolder, FileTitles.safe(wish.title()));
        }
        Path target = FileTitles.ended(workingFolder, wish.export().wanted(), wish.extension());
        check(target, wish.export().replace(), wish.session());
        uses.of(target)
                .filter(NameUses.Use::isClaimed)
                .or(() -> uses.claim(target))
                .orElseThrow(() -> OutputProblems.takenByRun(target))
                .begin(wish.session(), true);
        return new ClaimedOutput(this, wish, target, memory.of(target));
    }

    /** Chooses the file for a render of another process: its intended one, or the next free name. */
    public synchronized ClaimedOutput pickUp(Path target, Wish wish) {
        String name = String.valueOf(target.getFileName());
        String ending = "." + wish.extension();
        Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent());
        OutputProblems.checkFolder(folder);
        return free(wish, folder, name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name);
    }

    private ClaimedOutput free(Wish wish, Path folder, String stem) {
        for (int number = 1; ; number++) {
            Path candidate = FileTitles.numbered(folder, stem, number, wish.extension());
            if (!isFree(candidate, wish) || uses.of(candidate).isPresent()) {
                continue;
            }
            Optional<NameUses.Use> use = uses.claim(candidate);
            if (use.isPresent() && isFree(candidate, wish)) { // again: another run may just have ended
                use.get().begin(wish.session(), false);
                return new ClaimedOutput(this, wish, candidate, memory.of(candidate));
            }
            if (use.isPresent()) {
                uses.giveUp(candidate);
            }
        }
    }

    /**
     * Returns whether the name is free, or has the same film from an earlier run; a film of a concurrent run is another
     * one.
     */
    private boolean isFree(Path candidate, Wish wish) {
        if (!Files.exists(candidate, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        return memory.of(candidate)
                        .filter(origin ->
                                origin.maker().key().equals(wish.maker().key()))
                        .filter(origin -> !origin.at().isAfter(started))
                        .isPresent()
                && !footage.contains(candidate)
                && !given.contains(candidate);
    }

    /**
     * Checks that an export may write a file.
     *
     * @param session the exporting session; null before the run
     */
    private void check(Path target, boolean replace, @Nullable Object session) {
        if (footage.contains(target)) {
            throw OutputProblems.footage(target);
        }
        if (Files.isDirectory(target)) {
            throw OutputProblems.folder(target);
        }
        OutputProblems.checkFolder(target.getParent());
        if (uses.of(target).filter(NameUses.Use::isBusy).isPresent()) {
            throw OutputProblems.takenBySession(target);
        }
        if (!replace && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            checkExisting(target, session);
        }
    }

    private void checkExisting(Path target, @Nullable Object session) {
        FilmMemory.FilmOrigin origin = memory.of(target).orElseThrow(() -> OutputProblems.notOurs(target));
        if (given.contains(target)) {
            throw OutputProblems.given(target);
        }
        if (session == null) {
            return;
        }
        Optional<NameUses.Use> made = uses.of(target).filter(NameUses.Use::isMade);
        boolean another = made.isPresent()
                ? !made.get().isOf(session)
                : toTheEnd && origin.at().isAfter(started); // a prompt begins long before its exports
        if (another) {
            throw OutputProblems.madeMeanwhile(target);
        }
    }

    /** Returns whether an export may replace the file that has its name when it ends. */
    synchronized boolean mayReplace(ClaimedOutput output, Path existing) {
        if (footage.contains(existing)) {
            return false;
        }
        if (output.wish.export().replace()) {
            return true;
        }
        try {
            String now = FilmMemory.stamp(existing);
            return output.before.filter(origin -> origin.stamp().equals(now)).isPresent();
        } catch (IOException gone) {
            return false; // nothing to replace, unless a file appears at this moment
        }
    }

    /** Chooses the next free name when a new file has taken an export's name. */
    synchronized Path another(ClaimedOutput output) {
        uses.giveUp(output.path());
        return output.wish.isNamed()
                ? pickUp(output.path(), output.wish).path()
                : free(output.wish, workingFolder, FileTitles.safe(output.wish.title()))
                        .path();
    }

    /** Claims the name of an interrupted run's film for this export, if it could be this export's too. */
    synchronized Optional<Path> takeUp(ClaimedOutput output, Path film) {
        if (film.equals(output.path())) {
            return Optional.of(film);
        }
        Pattern ours = Pattern.compile(Pattern.quote(FileTitles.safe(output.wish.title())) + "(-\\d+)?\\."
                + Pattern.quote(output.wish.extension()));
        boolean alike = !output.wish.isNamed()
                && workingFolder.equals(film.getParent())
                && ours.matcher(String.valueOf(film.getFileName())).matches();
        if (!alike || uses.of(film).isPresent() || memory.of(film).isEmpty()) {
            return Optional.empty();
        }
        return uses.claim(film).map(use -> {
            use.begin(output.wish.session(), false);
            uses.giveUp(output.path());
            return film;
        });
    }

    /** Remembers a finished film. */
    synchronized void made(ClaimedOutput output) {
        memory.remember(output.path(), output.wish.maker());
        uses.made(output.path());
    }

    /** Releases the name after a failed export. */
    synchronized void giveUp(ClaimedOutput output) {
        uses.giveUp(output.path());
    }

    /** Returns whether this run made the film under a name from its script. */
    synchronized boolean isNamedHere(Path film) {
        return uses.of(film)
                .filter(NameUses.Use::isMade)
                .filter(NameUses.Use::isNamed)
                .isPresent();
    }

    /** Returns whether this run made the film. */
    synchronized boolean isMadeHere(Path film) {
        return uses.of(film).filter(NameUses.Use::isMade).isPresent();
    }

    /** Chooses the file of a film's receipt, next to it; replaces only another receipt of Retake's. */
    public synchronized Path receipt(Path film) {
        for (int number = 1; ; number++) {
            String name = film.getFileName() + ".receipt" + (number == 1 ? "" : "-" + number) + ".json";
            Path candidate = film.resolveSibling(name).toAbsolutePath().normalize();
            boolean free = !Files.exists(candidate) || memory.of(candidate).isPresent();
            if (free && !footage.contains(candidate)) {
                return candidate;
            }
        }
    }

    /** Remembers a receipt as made by the maker of its film. */
    public void receiptMade(Path film, Path receipt) {
        memory.of(film).ifPresent(origin -> memory.remember(receipt, origin.maker()));
    }

    /** Releases all names. */
    @Override
    public synchronized void close() {
        uses.close();
    }
}

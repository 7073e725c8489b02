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
 * Decides where a run's exports go. FootageFiles is never overwritten. A name chosen here is free, or that of an earlier version
 * of the same film; a name given by the script may be that of any film which Retake made and nobody has changed since. No
 * two live runs use one name. Thread-safe.
 */
public final class OutputNames implements AutoCloseable {
    private final Instant started = Instant.now();
    private final Path workingFolder;
    private final FilmMemory memory;
    private final NameUses uses;
    private final boolean toTheEnd;

    /** Files that the run has uploaded: never written. */
    private final FootageFiles footage = new FootageFiles();

    /** Files that are parameters of the run: written only with {@code replace: true}. */
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
     * @param maker what makes the film
     */
    public record Wish(Step.Export export, Object session, String title, Maker maker) {
        String extension() {
            return export.format().extension();
        }

        boolean isNamed() {
            return !export.wanted().isEmpty();
        }
    }

    /** The films that Retake remembers. */
    public FilmMemory memory() {
        return memory;
    }

    /** Adds a file that the run reads, and so must not write. */
    public void isFootage(Path file) {
        footage.add(file);
    }

    /** Removes what killed runs left of their downloads. */
    public synchronized void clearAbandoned() {
        uses.clearAbandoned();
    }

    /** Finds what stands in the way of the outputs that a script names, as far as that is known before it runs. */
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
     * Claims the names that a script is known to use, and notes the files that it is given, before it runs.
     *
     * @throws InvalidScript when another live run has claimed one of the names
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
     * Chooses and claims the file that an export makes.
     *
     * @throws DslException when the script named a file that the export must not write
     */
    public synchronized Output choose(Wish wish) {
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
        return new Output(this, wish, target, memory.of(target));
    }

    /** Chooses the file of a render that another process submitted: the one that it was for, or the next free name. */
    public synchronized Output pickUp(Path target, Wish wish) {
        String name = String.valueOf(target.getFileName());
        String ending = "." + wish.extension();
        Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent());
        OutputProblems.checkFolder(folder);
        return free(wish, folder, name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name);
    }

    private Output free(Wish wish, Path folder, String stem) {
        for (int number = 1; ; number++) {
            Path candidate = FileTitles.numbered(folder, stem, number, wish.extension());
            if (!isFree(candidate, wish) || uses.of(candidate).isPresent()) {
                continue;
            }
            Optional<NameUses.Use> use = uses.claim(candidate);
            if (use.isPresent() && isFree(candidate, wish)) { // also after the claim: another run may just have ended
                use.get().begin(wish.session(), false);
                return new Output(this, wish, candidate, memory.of(candidate));
            }
            if (use.isPresent()) {
                uses.giveUp(candidate);
            }
        }
    }

    /** Whether nothing is there, or the same film from an earlier run; one from a run at the same time is another film. */
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

    /** @param session the exporting session; null before the run */
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
        FilmMemory.Origin origin = memory.of(target).orElseThrow(() -> OutputProblems.notOurs(target));
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

    /** Whether an export may replace what is under its name when it ends. */
    synchronized boolean mayReplace(Output output, Path existing) {
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

    /** Chooses the next free name for an export whose own name has been taken by a file that appeared. */
    synchronized Path another(Output output) {
        uses.giveUp(output.path());
        return output.wish.isNamed()
                ? pickUp(output.path(), output.wish).path()
                : free(output.wish, workingFolder, FileTitles.safe(output.wish.title()))
                        .path();
    }

    /** Claims the name of a film that an interrupted run made for this export, if it could be this export's too. */
    synchronized Optional<Path> takeUp(Output output, Path film) {
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
    synchronized void made(Output output) {
        memory.remember(output.path(), output.wish.maker());
        uses.made(output.path());
    }

    /** Releases the name of an export that failed. */
    synchronized void giveUp(Output output) {
        uses.giveUp(output.path());
    }

    /** Whether this run made a film under a name from its script. */
    synchronized boolean isNamedHere(Path film) {
        return uses.of(film)
                .filter(NameUses.Use::isMade)
                .filter(NameUses.Use::isNamed)
                .isPresent();
    }

    /** Whether this run made a film. */
    synchronized boolean isMadeHere(Path film) {
        return uses.of(film).filter(NameUses.Use::isMade).isPresent();
    }

    /** Chooses a place for a film's receipt: beside it, over nothing but another receipt of Retake's. */
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

package io.retake.dsl.run;

import io.retake.dsl.DslException;
import io.retake.dsl.language.InvalidScript;
import io.retake.dsl.language.NamedOutput;
import io.retake.dsl.language.Problem;
import io.retake.dsl.language.ReadyScript;
import io.retake.dsl.plan.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides where a run's exports go, so that footage is never overwritten and no film is lost unsaid. A name that the run
 * chooses itself is one that nothing has, or the film that the same script made of the same footage in an earlier run; a
 * name that the script gives may be of any film that Retake made and nobody has changed since. No two live runs have the
 * same name. Thread-safe.
 */
final class OutputNames implements AutoCloseable {
    private final Instant started = Instant.now();
    private final Path workingFolder;
    private final FilmMemory memory;
    private final NameClaims claims;
    private final OpenOutputs open;
    private final boolean toTheEnd;
    private final Map<Path, Use> uses = new HashMap<>();

    /** Files that the run has uploaded: never written. */
    private final Footage footage = new Footage();

    /** Files that the run was given: written only when the script says {@code replace: true}. */
    private final Footage given = new Footage();

    /** @param toTheEnd whether the names of films that are made stay this run's until its end */
    OutputNames(Path workingFolder, Path stateFolder, boolean toTheEnd) {
        Path folder = stateFolder.resolve("outputs");
        this.workingFolder = workingFolder;
        this.memory = new FilmMemory(folder);
        this.claims = new NameClaims(folder);
        this.open = new OpenOutputs(folder.resolve("open"), claims);
        this.toTheEnd = toTheEnd;
    }

    /**
     * What an export is to make.
     *
     * @param session the session, of which one is told from another by identity
     * @param title what it is called
     * @param maker what will have made it
     */
    record Wish(Step.Export export, Object session, String title, Maker maker) {}

    /** A name of this run. */
    private static final class Use {
        private NameClaims.@Nullable Claim claim;
        private @Nullable Object session;
        private boolean named;
        private boolean busy;
        private boolean made;

        /** Whether it was taken before the run began, and stays so whatever becomes of an export. */
        private boolean reserved;

        Use(NameClaims.Claim claim) {
            this.claim = claim;
        }

        void begin(Object by, boolean givenName) {
            session = by;
            named = givenName;
            busy = true;
        }
    }

    /** What Retake remembers of the films that it made. */
    FilmMemory memory() {
        return memory;
    }

    /** A file that the run reads must not be written by it. */
    void isFootage(Path file) {
        footage.add(file);
    }

    /** Removes what runs that were killed have left of their downloads. */
    void clearAbandoned() {
        open.clear();
    }

    /** What stands in the way of the outputs that a script names, as far as it is known before the run. */
    List<Problem> problems(List<NamedOutput> outputs) {
        List<Problem> problems = new ArrayList<>();
        for (NamedOutput output : outputs) {
            Optional<DslException> why = objection(output);
            why.ifPresent(w -> problems.add(output.problem(String.valueOf(w.getMessage()), w.advice())));
        }
        return problems;
    }

    private synchronized Optional<DslException> objection(NamedOutput output) {
        try {
            Path target = target(output.name(), output.extension());
            if (output.uploadedBefore().stream().anyMatch(file -> same(file, target))) {
                throw OutputProblems.footage(target);
            }
            check(target, output.replace(), null);
            Use use = uses.get(FilmMemory.canonical(target));
            if (use == null && claims.isTaken(FilmMemory.canonical(target))) {
                throw OutputProblems.takenByRun(target);
            }
            return Optional.empty();
        } catch (DslException why) {
            return Optional.of(why);
        }
    }

    private static boolean same(Path one, Path other) {
        Footage of = new Footage();
        of.add(one);
        return of.contains(other);
    }

    /**
     * Takes the names of a script's outputs for this run before it begins.
     *
     * @return what stands in the way by now
     */
    private synchronized List<Problem> reserve(List<NamedOutput> outputs) {
        List<Problem> problems = new ArrayList<>();
        for (NamedOutput output : outputs) {
            Path target = target(output.name(), output.extension());
            Path key = FilmMemory.canonical(target);
            if (!uses.containsKey(key)) {
                claim(target).ifPresentOrElse(use -> use.reserved = true, () -> {
                    DslException why = OutputProblems.takenByRun(target);
                    problems.add(output.problem(String.valueOf(why.getMessage()), why.advice()));
                });
            }
        }
        return problems;
    }

    /**
     * Takes what a script is given, and the names of what it is known to make, before it begins.
     *
     * @throws InvalidScript when another run has one of the names by now
     */
    void take(ReadyScript script) {
        for (Object value : script.values().values()) {
            List<?> all = value instanceof List<?> list ? list : List.of(value);
            all.stream().filter(Path.class::isInstance).forEach(file -> given.add((Path) file));
        }
        List<Problem> problems = reserve(script.outputs());
        if (!problems.isEmpty()) {
            throw new InvalidScript(problems);
        }
    }

    private Optional<Use> claim(Path target) {
        Path key = FilmMemory.canonical(target);
        return claims.take(key).map(claim -> {
            Use use = new Use(claim);
            uses.put(key, use);
            open.add(target);
            return use;
        });
    }

    /**
     * The file that an export makes.
     *
     * @throws DslException when the script named one that it can't be
     */
    synchronized Output choose(Wish wish) {
        Step.Export export = wish.export();
        String extension = export.format().extension();
        if (export.wanted().isEmpty()) {
            OutputProblems.checkFolder(workingFolder);
            return free(wish, workingFolder, FileTitles.safe(wish.title()), extension);
        }
        Path target = target(export.wanted(), extension);
        Use use = uses.get(FilmMemory.canonical(target));
        check(target, export.replace(), wish.session());
        if (use == null || use.claim == null) {
            use = claim(target).orElseThrow(() -> OutputProblems.takenByRun(target));
        }
        use.begin(wish.session(), true);
        return new Output(this, wish, target, memory.of(target));
    }

    /** The file of a render that another process submitted: the one that it was for, or one beside what is there now. */
    synchronized Output pickUp(Path target, Wish wish) {
        String name = String.valueOf(target.getFileName());
        String extension = wish.export().format().extension();
        String stem = name.endsWith("." + extension) ? name.substring(0, name.length() - extension.length() - 1) : name;
        Path folder = java.util.Objects.requireNonNull(target.toAbsolutePath().getParent());
        OutputProblems.checkFolder(folder);
        return free(wish, folder, stem, extension);
    }

    private Output free(Wish wish, Path folder, String stem, String extension) {
        for (int number = 1; ; number++) {
            Path candidate = FileTitles.numbered(folder, stem, number, extension);
            Path key = FilmMemory.canonical(candidate);
            boolean ours = !uses.containsKey(key) && !footage.contains(candidate) && !given.contains(candidate);
            if (!ours || !isFree(candidate, wish)) {
                continue;
            }
            Optional<Use> use = claim(candidate);
            if (use.isPresent() && isFree(candidate, wish)) {
                use.get().begin(wish.session(), false);
                return new Output(this, wish, candidate, memory.of(candidate));
            }
            use.ifPresent(taken -> release(candidate, taken));
        }
    }

    /** A film that another run made since this one began is not an earlier film, but one beside this one. */
    private boolean isFree(Path candidate, Wish wish) {
        return !Files.exists(candidate, LinkOption.NOFOLLOW_LINKS)
                || memory.of(candidate)
                        .filter(origin ->
                                origin.maker().key().equals(wish.maker().key()))
                        .filter(origin -> !origin.at().isAfter(started))
                        .isPresent();
    }

    /** @param session that asks; null before the run */
    private void check(Path target, boolean replace, @Nullable Object session) {
        if (footage.contains(target)) {
            throw OutputProblems.footage(target);
        }
        if (Files.isDirectory(target)) {
            throw OutputProblems.folder(target);
        }
        OutputProblems.checkFolder(target.getParent());
        Use use = uses.get(FilmMemory.canonical(target));
        if (use != null && use.busy) {
            throw OutputProblems.takenBySession(target);
        }
        if (replace || !Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Optional<FilmMemory.Origin> origin = memory.of(target);
        if (origin.isEmpty()) {
            throw OutputProblems.notOurs(target);
        }
        if (given.contains(target)) {
            throw OutputProblems.given(target);
        }
        if (session != null && isOfAnother(use, session, origin.get())) {
            throw OutputProblems.madeMeanwhile(target);
        }
    }

    /** Whether another session of this run made a film, or another run since this one began. A prompt is always open. */
    @SuppressWarnings("ReferenceEquality") // two sessions are never one, however alike
    private boolean isOfAnother(@Nullable Use use, Object session, FilmMemory.Origin origin) {
        return use != null && use.made
                ? use.session != session
                : toTheEnd && origin.at().isAfter(started);
    }

    private Path target(String wanted, String extension) {
        return FileTitles.ended(workingFolder, wanted, extension);
    }

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
            return false; // then there is nothing to replace, unless it comes back at this moment
        }
    }

    /** The next free name beside an output's, which somebody else has by now. */
    synchronized Path another(Output output) {
        Step.Export export = output.wish.export();
        giveUp(output);
        return export.wanted().isEmpty()
                ? free(
                                output.wish,
                                workingFolder,
                                FileTitles.safe(output.wish.title()),
                                export.format().extension())
                        .path()
                : pickUp(output.path(), output.wish).path();
    }

    /** A film that an interrupted run made for the same export: its own name, when it is free for it. */
    synchronized Optional<Path> takeUp(Output output, Path film) {
        if (film.equals(output.path())) {
            return Optional.of(film);
        }
        Step.Export export = output.wish.export();
        String extension = export.format().extension();
        boolean named = !export.wanted().isEmpty();
        boolean alike = !named
                && workingFolder.equals(film.getParent())
                && String.valueOf(film.getFileName())
                        .matches(Pattern.quote(FileTitles.safe(output.wish.title())) + "(-\\d+)?\\." + extension);
        if (!alike
                || uses.containsKey(FilmMemory.canonical(film))
                || memory.of(film).isEmpty()) {
            return Optional.empty();
        }
        return claim(film).map(use -> {
            use.begin(output.wish.session(), false);
            giveUp(output);
            return film;
        });
    }

    synchronized void made(Output output) {
        memory.remember(output.path(), output.wish.maker());
        Use use = uses.get(FilmMemory.canonical(output.path()));
        if (use != null) {
            use.made = true;
            use.busy = false;
            if (!toTheEnd) {
                end(output.path(), use);
            }
        }
    }

    synchronized void giveUp(Output output) {
        Use use = uses.get(FilmMemory.canonical(output.path()));
        if (use == null) {
            return;
        }
        use.busy = false;
        if (!use.made && !use.reserved) {
            release(output.path(), use);
        }
    }

    private void release(Path target, Use use) {
        uses.remove(FilmMemory.canonical(target));
        end(target, use);
    }

    private void end(Path target, Use use) {
        open.remove(target);
        NameClaims.Claim claim = use.claim;
        if (claim != null) {
            claim.close();
            use.claim = null;
        }
    }

    /** Whether this run made a film, and the script gave it its name. */
    synchronized boolean isNamedHere(Path film) {
        Use use = uses.get(FilmMemory.canonical(film));
        return use != null && use.made && use.named;
    }

    /** Whether this run made a film, whoever gave it its name. */
    synchronized boolean isMadeHere(Path film) {
        Use use = uses.get(FilmMemory.canonical(film));
        return use != null && use.made;
    }

    /** Where a film's receipt goes: beside it, and over nothing that somebody else wrote. */
    synchronized Path receipt(Path film) {
        for (int number = 1; ; number++) {
            Path candidate = film.resolveSibling(
                            film.getFileName() + ".receipt" + (number == 1 ? "" : "-" + number) + ".json")
                    .toAbsolutePath()
                    .normalize();
            if (!footage.contains(candidate)
                    && (!Files.exists(candidate) || memory.of(candidate).isPresent())) {
                return candidate;
            }
        }
    }

    /** Remembers a receipt as made by what made its film. */
    void receiptMade(Path film, Path receipt) {
        memory.of(film).ifPresent(origin -> memory.remember(receipt, origin.maker()));
    }

    /** Gives the names back. */
    @Override
    public synchronized void close() {
        uses.forEach((key, use) -> end(key, use));
        uses.clear();
    }
}

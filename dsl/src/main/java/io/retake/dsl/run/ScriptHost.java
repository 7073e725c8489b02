package io.retake.dsl.run;

import groovy.lang.Closure;
import io.retake.dsl.compile.ReadyScript;
import io.retake.dsl.compile.Scripts;
import io.retake.dsl.event.Console;
import io.retake.dsl.output.Author;
import io.retake.dsl.output.OwnFilms;
import io.retake.dsl.parameter.MediaFiles;
import io.retake.dsl.problem.DslException;
import io.retake.dsl.problem.ScriptMessages;
import io.retake.dsl.problem.ScriptSource;
import io.retake.dsl.scope.Film;
import io.retake.dsl.scope.RecipeResult;
import io.retake.dsl.scope.RetakeScript;
import io.retake.dsl.scope.SessionScope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The host of a running script. A session belongs to the thread that opens it: in one thread they run one after the
 * other, in several they run concurrently. A block may not open another session in itself. A recipe runs in the same
 * run as its script, with its own host.
 */
final class ScriptHost extends SpeakingScope implements RetakeScript.Host {
    private final ScriptSource source;
    private final Scripts scripts;
    private final Path workingFolder;
    private final MediaFiles files;
    private final @Nullable ScriptHost user;
    private final @Nullable StandingSession ours;
    private final @Nullable StepWork standing;
    private final Map<Thread, SessionScope> current = new ConcurrentHashMap<>();
    private final List<Film> films = new CopyOnWriteArrayList<>();
    private final List<Throwable> late = new CopyOnWriteArrayList<>();
    private volatile Author author;
    private volatile Optional<String> skill = Optional.empty();

    ScriptHost(RunContext run, ScriptSource source, Scripts scripts, Path workingFolder, Author author) {
        this(run, new Console(run.events), source, scripts, workingFolder, null, null, author);
    }

    /** Creates a host for an entry of a prompt: verbs outside a block go to the open session. */
    ScriptHost(
            RunContext run,
            StandingSession session,
            ScriptSource source,
            Scripts scripts,
            Path workingFolder,
            Author author) {
        this(run, new Console(run.events), source, scripts, workingFolder, null, session, author);
    }

    private ScriptHost(
            RunContext run,
            Console console,
            ScriptSource source,
            Scripts scripts,
            Path workingFolder,
            @Nullable ScriptHost user,
            @Nullable StandingSession session,
            Author author) {
        super(run, console);
        this.source = source;
        this.scripts = scripts;
        this.workingFolder = workingFolder;
        this.author = author;
        this.files = files(author.scripts());
        this.user = user;
        this.ours = session;
        this.standing = session == null ? null : work(new SessionRun(run, session));
    }

    /** Returns the files that this script names; excludes films that these scripts made before. */
    private MediaFiles files(List<String> makers) {
        return new MediaFiles(source, workingFolder, new OwnFilms(run.names, makers, run.events::warn));
    }

    private StepWork work(SessionRun session) {
        return new StepWork(run, session, files, console, () -> author, this::made);
    }

    private void made(Film film) {
        films.add(film);
        if (user == null) {
            run.made(film);
        } else {
            user.made(film);
        }
    }

    private void late(Throwable failure, boolean told) {
        late.add(failure);
        run.late.add(failure, told);
    }

    /** Returns the open session, for work that is not a script; it belongs to this thread from now on. */
    SessionScope standing() {
        StepWork scope = Objects.requireNonNull(standing);
        scope.belongsHere();
        return scope;
    }

    /** Runs the script on this host, under the skill that it reports to backends. */
    @Nullable
    Object run(ReadyScript script) {
        run.places.add(source.name(), script::lineOf);
        skill = script.description().skill().or(() -> user == null ? Optional.empty() : user.skill);
        return script.run(this);
    }

    @Override
    public <T extends @Nullable Object> T session(Closure<T> block) {
        return session(source.title(), block);
    }

    @Override
    public <T extends @Nullable Object> T session(String name, Closure<T> block) {
        run.stop.check();
        if (current.containsKey(Thread.currentThread())) {
            throw new DslException(ScriptMessages.text("session.nested"), ScriptMessages.text("session.nested-advice"));
        }
        refuseInside(block);
        if (ours != null) {
            ours.turns.leave(run); // work in its own session doesn't delay others
        }
        run.sessions.enter(name);
        Optional<String> before = run.speakFor(skill);
        try {
            return inSession(name, block);
        } catch (Throwable failure) {
            SessionFailures.note(run, name, failure);
            throw failure;
        } finally {
            run.speakFor(before);
            current.remove(Thread.currentThread());
            run.sessions.leave();
        }
    }

    /** Runs a block in a session; a block shared by several threads has a clone and a session for each. */
    @SuppressWarnings("unchecked")
    private <T extends @Nullable Object> T inSession(String name, Closure<T> block) {
        SessionScope scope = work(new SessionRun(run, name));
        Closure<T> own = (Closure<T>) block.clone();
        own.setDelegate(scope);
        own.setResolveStrategy(Closure.DELEGATE_FIRST);
        current.put(Thread.currentThread(), scope);
        return own.call();
    }

    /** Rejects a block inside another, by its place in the code, so that it does not depend on the thread. */
    private static void refuseInside(Closure<?> block) {
        for (Object owner = block.getOwner(); owner instanceof Closure<?> outer; owner = outer.getOwner()) {
            if (outer.getDelegate() instanceof StepWork) {
                throw new DslException(
                        ScriptMessages.text("session.nested-block"),
                        ScriptMessages.text("session.nested-block-advice"));
            }
        }
    }

    @Override
    public RecipeResult use(String recipe) {
        return use(Map.of(), recipe);
    }

    @Override
    public RecipeResult use(Map<String, ?> parameters, String recipe) {
        if (current.containsKey(Thread.currentThread())) {
            throw new DslException(
                    ScriptMessages.text("recipe.in-session"), ScriptMessages.text("recipe.in-session-advice"));
        }
        Path file = scripts.recipes().get(recipe, source.file().map(Path::getParent));
        refuseCircle(file);
        ScriptSource used = ScriptSource.file(file, workingFolder);
        ReadyScript ready = ready(used, parameters);
        try {
            ScriptHost host = new ScriptHost(
                    run, console, used, scripts, workingFolder, this, null, author.using(used, ready.values()));
            Object value = host.run(ready);
            host.requireSomething();
            return new RecipeResult(recipe, value, host.films);
        } finally {
            ready.forget();
        }
    }

    private ReadyScript ready(ScriptSource used, Map<String, ?> parameters) {
        List<String> makers = author.using(used, Map.of()).scripts();
        ReadyScript ready = scripts.ready(used, parameters, workingFolder, files(makers), run.names::problems);
        ready.stopWith(run.stop);
        run.names.take(ready);
        return ready;
    }

    /** Fails a recipe all of whose files failed: the script that uses it cannot continue without a film. */
    private void requireSomething() {
        if (films.isEmpty() && !late.isEmpty()) {
            late.forEach(run.late::isThrown);
            LateFailures.together(late).ifPresent(failure -> {
                throw EachFile.<RuntimeException>same(failure);
            });
        }
    }

    private void refuseCircle(Path file) {
        List<Path> users = users();
        if (users.contains(file.toAbsolutePath().normalize())) {
            String circle = users.stream()
                    .map(path -> path.getFileName().toString())
                    .collect(Collectors.joining(
                            ScriptMessages.text("recipe.which-uses"),
                            "",
                            ScriptMessages.text("recipe.which-uses-itself", file.getFileName())));
            throw new DslException(
                    ScriptMessages.text("recipe.circle", circle), ScriptMessages.text("recipe.circle-advice"));
        }
    }

    /** Returns the files of this script and of those that use it, the outermost first. */
    private List<Path> users() {
        List<Path> all = user == null ? new ArrayList<>() : user.users();
        source.file().ifPresent(all::add);
        return all;
    }

    @Override
    public SessionScope current(String verb) {
        SessionScope here = current.get(Thread.currentThread());
        SessionScope scope = here == null ? standing : here;
        if (scope == null) {
            throw run.sessions
                    .stranger(verb)
                    .orElseGet(() -> new DslException(
                            ScriptMessages.text("session.none-open", verb),
                            ScriptMessages.text("session.none-open-advice", verb)));
        }
        return scope;
    }

    @Override
    public <T extends @Nullable Object> List<T> eachFile(List<Path> files, Closure<T> work) {
        return new EachFile(run, this::late).with(files, work);
    }

    @Override
    public Path sampleClip() {
        return run.connection.sampleClip();
    }
}

package io.retake.dsl.run;

import groovy.lang.Closure;
import io.retake.dsl.DslException;
import io.retake.dsl.language.Film;
import io.retake.dsl.language.Made;
import io.retake.dsl.language.MediaFiles;
import io.retake.dsl.language.ReadyScript;
import io.retake.dsl.language.RetakeScript;
import io.retake.dsl.language.ScriptSource;
import io.retake.dsl.language.Scripts;
import io.retake.dsl.language.SessionScope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a running script talks to. Sessions come one after the other; a block may not open another one in itself. A recipe
 * that a script uses runs in the same run, with a host of its own.
 */
final class ScriptHost extends SpeakingScope implements RetakeScript.Host {
    private final ScriptSource source;
    private final Scripts scripts;
    private final Path workingFolder;
    private final MediaFiles files;
    private final List<Path> users;
    private final @Nullable StandingSession ours;
    private final @Nullable SessionScope standing;
    private @Nullable SessionScope current;

    ScriptHost(RunContext run, ScriptSource source, Scripts scripts, Path workingFolder) {
        this(run, new Console(run.events), source, scripts, workingFolder, List.of(), null);
    }

    /** For an entry of a prompt: what is said outside of a block goes to the session that stands. */
    ScriptHost(RunContext run, StandingSession session, ScriptSource source, Scripts scripts, Path workingFolder) {
        this(run, new Console(run.events), source, scripts, workingFolder, List.of(), session);
    }

    private ScriptHost(
            RunContext run,
            Console console,
            ScriptSource source,
            Scripts scripts,
            Path workingFolder,
            List<Path> users,
            @Nullable StandingSession session) {
        super(run, console);
        this.source = source;
        this.scripts = scripts;
        this.workingFolder = workingFolder;
        this.files = new MediaFiles(source, workingFolder);
        this.users = new ArrayList<>(users);
        source.file().ifPresent(this.users::add);
        this.ours = session;
        this.standing = session == null ? null : new StepWork(run, new SessionRun(run, session), files, console);
    }

    /** The session that stands, for work that is no script. */
    SessionScope standing() {
        return Objects.requireNonNull(standing);
    }

    /** Runs the script on this, under the name that it tells backends. */
    @Nullable
    Object run(ReadyScript script) {
        Optional<String> skill = script.description().skill();
        Optional<String> before = run.speakFor(skill.or(run::skill));
        try {
            return script.run(this);
        } finally {
            run.speakFor(before);
        }
    }

    @Override
    public <T extends @Nullable Object> T session(Closure<T> block) {
        return session(source.title(), block);
    }

    @Override
    public <T extends @Nullable Object> T session(String name, Closure<T> block) {
        if (current != null) {
            throw new DslException("a session can't be opened in another session", "end the first one before it");
        }
        if (ours != null) {
            ours.turns.leave(run); // what is done in a session of its own holds nobody up
        }
        SessionRun session = new SessionRun(run, run.nextSession(), name);
        SessionScope scope = new StepWork(run, session, files, console);
        block.setDelegate(scope);
        block.setResolveStrategy(Closure.DELEGATE_FIRST);
        current = scope;
        try {
            return block.call();
        } finally {
            current = null;
        }
    }

    @Override
    public Made use(String recipe) {
        return use(Map.of(), recipe);
    }

    @Override
    public Made use(Map<String, ?> parameters, String recipe) {
        if (current != null) {
            throw new DslException(
                    "'use' belongs outside of a session: a recipe opens sessions of its own",
                    "end the session before it, and upload what it made into the next one");
        }
        Path file = scripts.recipes().get(recipe, source.file().map(Path::getParent));
        refuseCircle(file);
        ScriptSource used = ScriptSource.file(file);
        ReadyScript ready = scripts.ready(used, parameters, workingFolder, files);
        int madeBefore = run.outputs().size();
        try {
            Object value = new ScriptHost(run, console, used, scripts, workingFolder, users, null).run(ready);
            List<Film> films = run.outputs();
            return new Made(recipe, value, films.subList(madeBefore, films.size()));
        } finally {
            ready.forget();
        }
    }

    private void refuseCircle(Path file) {
        if (users.contains(file.toAbsolutePath().normalize())) {
            String circle = users.stream()
                    .map(path -> path.getFileName().toString())
                    .collect(Collectors.joining(", which uses ", "", ", which uses " + file.getFileName()));
            throw new DslException("a recipe can't use itself: " + circle, "take one of the two lines out");
        }
    }

    @Override
    public SessionScope current(String verb) {
        SessionScope scope = current == null ? standing : current;
        if (scope == null) {
            throw new DslException(
                    "'" + verb + "' belongs in a session, and none is open", "write session { " + verb + " … }");
        }
        return scope;
    }

    @Override
    public <T extends @Nullable Object> List<T> eachFile(List<Path> files, Closure<T> work) {
        return new EachFile(run).with(files, work);
    }

    @Override
    public Path sampleClip() {
        return run.connection.sampleClip();
    }
}

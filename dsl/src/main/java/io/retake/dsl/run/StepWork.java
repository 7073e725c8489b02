package io.retake.dsl.run;

import io.retake.core.draft.Draft;
import io.retake.core.draft.NumberedObject;
import io.retake.core.draft.Segment;
import io.retake.core.edit.Edit;
import io.retake.core.edit.session.Diagnose;
import io.retake.core.edit.session.FindScenes;
import io.retake.core.edit.value.ObjectKind;
import io.retake.core.edit.value.Target;
import io.retake.core.edit.value.Times;
import io.retake.core.protocol.Credits;
import io.retake.core.protocol.FileFormat;
import io.retake.core.protocol.LocalPromise;
import io.retake.core.protocol.MediaType;
import io.retake.core.protocol.Routing;
import io.retake.core.protocol.SessionState;
import io.retake.core.protocol.SpokenExport;
import io.retake.core.protocol.SpokenRequest;
import io.retake.core.protocol.TerminalText;
import io.retake.core.protocol.UploadedFile;
import io.retake.core.vocabulary.Argument;
import io.retake.core.vocabulary.Operation;
import io.retake.core.vocabulary.Vocabulary;
import io.retake.dsl.event.Console;
import io.retake.dsl.event.RunEvent;
import io.retake.dsl.journal.UnfinishedRender;
import io.retake.dsl.output.Author;
import io.retake.dsl.output.ClaimedOutput;
import io.retake.dsl.output.OutputNames;
import io.retake.dsl.parameter.MediaFiles;
import io.retake.dsl.plan.Step;
import io.retake.dsl.problem.DslException;
import io.retake.dsl.problem.ScriptMessages;
import io.retake.dsl.scope.Binder;
import io.retake.dsl.scope.Diagnosis;
import io.retake.dsl.scope.EditOptions;
import io.retake.dsl.scope.Exports;
import io.retake.dsl.scope.Film;
import io.retake.dsl.scope.FilmReceipt;
import io.retake.dsl.scope.Scene;
import io.retake.dsl.scope.SessionScope;
import io.retake.dsl.scope.UploadOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Implements a session block: every statement becomes a step. */
final class StepWork extends SpeakingScope implements SessionScope {
    private final SessionRun session;
    private final MediaFiles media;
    private final Supplier<Author> author;
    private final Consumer<Film> made;
    private final List<String> uploads = new ArrayList<>();

    /**
     * Creates the work of a session.
     *
     * @param author the author of its films
     * @param made receives them
     */
    StepWork(
            RunContext run,
            SessionRun session,
            MediaFiles media,
            Console console,
            Supplier<Author> author,
            Consumer<Film> made) {
        super(run, console);
        this.session = session;
        this.media = media;
        this.author = author;
        this.made = made;
    }

    /** Moves the session to this thread. */
    void belongsHere() {
        session.belongsHere();
    }

    @Override
    public List<UploadedFile> upload(CharSequence... files) {
        return upload(Arrays.asList(files));
    }

    @Override
    public List<UploadedFile> upload(Path... files) {
        return upload(Arrays.asList(files));
    }

    @Override
    public List<UploadedFile> upload(Film... films) {
        return upload(Arrays.asList(films));
    }

    @Override
    public List<UploadedFile> upload(Map<String, ?> options, CharSequence... files) {
        return upload(options, Arrays.asList(files));
    }

    @Override
    public List<UploadedFile> upload(Map<String, ?> options, Path... files) {
        return upload(options, Arrays.asList(files));
    }

    @Override
    public List<UploadedFile> upload(Map<String, ?> options, Film... films) {
        return upload(options, Arrays.asList(films));
    }

    @Override
    public List<UploadedFile> upload(Map<String, ?> options, List<?> files) {
        boolean place = UploadOptions.place(options);
        List<UploadedFile> uploaded = upload(files, place);
        if (!place) {
            requireUnplaced(uploaded);
        }
        return uploaded;
    }

    /** Warns of files that a backend may have put on the timeline all the same. */
    private void requireUnplaced(List<UploadedFile> uploaded) {
        List<UploadedFile> unknown = uploaded.stream()
                .filter(file -> file.placed() == null && hasPicture(file))
                .toList();
        if (!unknown.isEmpty()) {
            run.events.warn(ScriptMessages.text("upload.place-unknown", names(unknown)));
        }
    }

    private static boolean hasPicture(UploadedFile file) {
        return MediaType.ofName(file.filename())
                .map(MediaType::kind)
                .filter(kind -> kind == MediaType.MediaKind.VIDEO || kind == MediaType.MediaKind.IMAGE)
                .isPresent();
    }

    @Override
    public List<UploadedFile> upload(List<?> files) {
        return upload(files, true);
    }

    private List<UploadedFile> upload(List<?> files, boolean place) {
        session.requireOwner("upload");
        List<Path> paths = new ArrayList<>();
        List<URI> addresses = new ArrayList<>();
        for (Object file : files) {
            String name = String.valueOf(file);
            if (name.startsWith("http://") || name.startsWith("https://")) {
                addresses.add(address(name));
            } else {
                paths.addAll(media.all(name));
            }
        }
        if (paths.isEmpty() && addresses.isEmpty()) {
            throw new DslException(ScriptMessages.text("upload.nothing"), ScriptMessages.text("upload.nothing-advice"));
        }
        paths.forEach(run.names::isFootage);
        List<UploadedFile> uploaded = session.perform(
                new Step.Upload(paths, addresses, place),
                call -> send(paths, addresses, place, call),
                Results::uploads);
        session.footage().addAll(paths);
        paths.forEach(path -> uploads.add(path.toString()));
        addresses.forEach(address -> uploads.add(address.toString()));
        return uploaded;
    }

    private static URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new DslException(
                    ScriptMessages.text("upload.wrong-url", text, String.valueOf(e.getMessage())),
                    ScriptMessages.text("upload.wrong-url-advice"),
                    e);
        }
    }

    private List<UploadedFile> send(List<Path> paths, List<URI> addresses, boolean place, StepCall call) {
        List<UploadedFile> uploaded = new ArrayList<>();
        if (!paths.isEmpty()) {
            uploaded.addAll(run.client().upload(call.session(), paths, place, this::progress, run.cancellation));
        }
        if (!addresses.isEmpty()) {
            uploaded.addAll(run.client().uploadUrls(call.session(), addresses, place, run.cancellation));
        }
        List<UploadedFile> waiting =
                uploaded.stream().filter(file -> place && file.isUnused()).toList();
        if (!waiting.isEmpty()) {
            told(ScriptMessages.text("upload.waiting", names(waiting)));
        }
        uploaded.forEach(file -> session.files().add(file.filename()));
        uploaded.forEach(file -> file.warnings().forEach(warning -> run.events.warn(file.filename() + ": " + warning)));
        paths.forEach(path -> session.files().add(path.getFileName().toString()));
        return List.copyOf(uploaded);
    }

    private void progress(String name, long done, long total) {
        OptionalDouble percent = total > 0 ? OptionalDouble.of(100.0 * done / total) : OptionalDouble.empty();
        run.events.emit(new RunEvent.Progress(RunEvent.Activity.UPLOAD, name, percent, done, total));
    }

    @Override
    public String edit(String sentence) {
        return edit(Map.of(), sentence);
    }

    @Override
    public String edit(Map<String, ?> options, String sentence) {
        boolean optional = EditOptions.optional(options);
        if (sentence.isBlank()) {
            throw new DslException(ScriptMessages.text("edit.nothing"), ScriptMessages.text("edit.nothing-advice"));
        }
        requireLocal(sentence);
        return switch (Routing.of(sentence)) {
            case MESSAGE -> message(SpokenRequest.of(sentence), optional);
            case EXPORT ->
                SpokenExport.isOfEachFile(sentence) ? converted(spoken(sentence)) : exported(spoken(sentence));
            case STATE -> told(timeline());
            case CREDITS -> told(ScriptMessages.text("credits.left", credits().available()));
            case UPLOAD -> ScriptMessages.text("upload.done", names(upload(Routing.files(sentence))));
        };
    }

    /** Sends the edit and then exports, if the message asks for both; an export that can't be is reported first. */
    private String message(SpokenRequest request, boolean optional) {
        Optional<Step.Export> export = request.export().map(StepWork::spoken);
        String reply = message(new Step.Message(request.edit(), request.edit(), false, optional));
        return export.map(step -> reply + "\n" + exported(step)).orElse(reply);
    }

    private String exported(Step.Export step) {
        return ScriptMessages.text("export.done", export(step).getPath());
    }

    /** Exports each video that was uploaded here as a film of its own; the film, where there is only one. */
    private String converted(Step.Export step) {
        List<Path> videos = session.footage().stream()
                .filter(path -> isVideo(path.toString()))
                .distinct()
                .toList();
        if (videos.size() < 2) {
            return exported(step);
        }
        told(ScriptMessages.text("convert.each", videos.size(), step.format().extension()));
        return videos.stream().map(video -> converted(video, step)).collect(Collectors.joining("\n"));
    }

    /** Exports one file in a session of its own, so that it keeps its size, frame rate and length. */
    private String converted(Path video, Step.Export step) {
        String name = String.valueOf(video.getFileName()).replaceFirst("\\.[^.]*$", "");
        StepWork alone = new StepWork(run, new SessionRun(run, name + " converted"), media, console, author, made);
        alone.upload(List.of(video));
        return alone.exported(step);
    }

    private static boolean isVideo(String name) {
        return MediaType.ofName(name)
                .filter(type -> type.kind() == MediaType.MediaKind.VIDEO)
                .isPresent();
    }

    /** Rejects the condition that footage stays here where it can't be kept. */
    private void requireLocal(String sentence) {
        Optional<String> promise = LocalPromise.words(sentence);
        if (promise.isPresent() && !run.connection.local()) {
            throw new DslException(
                    ScriptMessages.text("local.not-kept", promise.get(), run.connection.name()),
                    ScriptMessages.text("local.not-kept-advice"));
        }
    }

    private static Step.Export spoken(String sentence) {
        try {
            SpokenExport spoken = SpokenExport.of(sentence);
            Map<String, Object> options = new LinkedHashMap<>();
            options.put("quality", spoken.quality().word());
            spoken.size().ifPresent(size -> options.put("size", size));
            spoken.fps().ifPresent(fps -> options.put("fps", fps));
            return Exports.step(options, spoken.kind());
        } catch (IllegalArgumentException wrong) {
            throw new DslException(
                    "'" + sentence + "': " + wrong.getMessage(), ScriptMessages.text("value.other-advice"), wrong);
        }
    }

    private String told(String text) {
        run.events.say(RunEvent.Speaker.RETAKE, text);
        return text;
    }

    private static String names(List<UploadedFile> files) {
        return files.stream().map(UploadedFile::filename).collect(Collectors.joining(", "));
    }

    @Override
    public String perform(String verb, Map<String, ?> named, Object... positional) {
        Edit edit = bound(verb, named, positional);
        Operation operation = Vocabulary.of(edit);
        operation.arguments().stream()
                .filter(Argument::file)
                .map(argument -> String.valueOf(operation.values(edit).get(argument.name())))
                .filter(file -> !file.isBlank())
                .forEach(this::bring);
        Edit sent = withFileName(operation, edit);
        return message(new Step.Message(operation.script(edit), operation.sentence(sent), true));
    }

    /** Binds an edit; replaces each scene by its target. */
    private static Edit bound(String verb, Map<String, ?> named, Object... positional) {
        Map<String, Object> values = new LinkedHashMap<>();
        named.forEach((name, value) -> values.put(name, targets(value)));
        return Binder.bind(
                verb, values, Arrays.stream(positional).map(StepWork::targets).toList());
    }

    private static @Nullable Object targets(@Nullable Object value) {
        if (value instanceof Scene scene) {
            return scene.getTarget();
        }
        return value instanceof List<?> list && list.stream().anyMatch(Scene.class::isInstance)
                ? list.stream().map(StepWork::targets).toList()
                : value;
    }

    @Override
    public List<Scene> scenes() {
        Step.Message step = verb(new FindScenes());
        return session.perform(
                step,
                call -> {
                    new Conversation(run, session).send(step, call);
                    List<Scene> found = Analyses.scenes(session.state());
                    if (found.isEmpty()) {
                        throw new DslException(
                                ScriptMessages.text("scene.none"), ScriptMessages.text("scene.none-advice"));
                    }
                    return found;
                },
                Analyses::scenesOf);
    }

    @Override
    public Diagnosis diagnose() {
        return diagnose(Map.of());
    }

    @Override
    public Diagnosis diagnose(Map<String, ?> options) {
        Edit edit = bound("diagnose", options);
        Step.Message step = verb(edit);
        boolean only = !((Diagnose) edit).on().equals(Target.EVERYTHING);
        return session.perform(
                step,
                call -> {
                    String words = new Conversation(run, session).send(step, call);
                    return Analyses.diagnosis(words, session.state(), only);
                },
                Analyses::diagnosisOf);
    }

    private static Step.Message verb(Edit edit) {
        Operation operation = Vocabulary.of(edit);
        return new Step.Message(operation.script(edit), operation.sentence(edit), true);
    }

    @Override
    public Target scene(int number) {
        return new Target.Scene(number);
    }

    /** Uploads a file that an edit names, unless it is in the session; the edit places it. */
    private void bring(String file) {
        String name = fileName(file);
        if (!session.files().contains(name) && !file.startsWith("http")) {
            media.find(file).ifPresent(found -> upload(List.of(found), false));
        }
    }

    /** Replaces the path of a file with its name, by which a session knows its media. */
    private static Edit withFileName(Operation operation, Edit edit) {
        Map<String, Object> values = new LinkedHashMap<>(operation.values(edit));
        operation.arguments().stream()
                .filter(Argument::file)
                .forEach(argument -> values.compute(argument.name(), (name, file) -> fileName(String.valueOf(file))));
        return operation.bind(values);
    }

    private static String fileName(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    private String message(Step.Message step) {
        return session.perform(step, call -> new Conversation(run, session).send(step, call), Results::text);
    }

    @Override
    public Film export(String format) {
        return export(Map.of(), format);
    }

    @Override
    public Film export(Map<String, ?> options, String format) {
        return export(Exports.step(options, format));
    }

    private Film export(Step.Export step) {
        session.requireOwner(step.text());
        ClaimedOutput output = run.names.choose(wish(step));
        return bring(
                output,
                step.receipt(),
                () -> session.perform(
                        step,
                        call -> new Exporter(run).export(call, step, output, session::giveTurn),
                        json -> Results.film(json).filter(output::takesUp)));
    }

    /** Downloads the file of a render that another process submitted in this session; the session may change. */
    Film pickUp(UnfinishedRender render) {
        session.giveTurn();
        ClaimedOutput output = run.names.pickUp(render.target(), wish(Exports.step(Map.of(), render.format())));
        return bring(output, render.receipt(), () -> new Exporter(run).pickUp(session.ref(), render, output));
    }

    private OutputNames.Wish wish(Step.Export step) {
        return new OutputNames.Wish(
                step, session.identity(), session.title(), author.get().of(uploads));
    }

    private Film bring(ClaimedOutput output, boolean keepReceipt, Supplier<Film> work) {
        boolean there = false;
        try {
            Film film = work.get();
            there = true;
            return told(film, output, keepReceipt);
        } finally {
            if (!there) {
                output.giveUp();
            }
        }
    }

    private Film told(Film film, ClaimedOutput output, boolean keepReceipt) {
        output.made();
        output.replacement().ifPresent(said -> replaced(said, output));
        made.accept(film);
        run.events.emit(new RunEvent.Output(film.getPath(), film.getSize(), film.getDuration(), film.getFormat()));
        FilmReceipt receipt = film.getReceipt();
        if (receipt != null) {
            Optional<Path> kept = keepReceipt ? ReceiptFile.keep(run, film.getPath(), receipt) : Optional.empty();
            String line = TerminalText.clean(receipt.getLine());
            run.events.emit(new RunEvent.Receipt(film.getPath(), line, receipt.json(), kept));
        }
        return film;
    }

    /** Warns where the replaced film was not an earlier version of the same one. */
    private void replaced(String said, ClaimedOutput output) {
        if (output.isOwn() || output.wish.export().replace()) {
            run.events.say(RunEvent.Speaker.RETAKE, said);
        } else {
            run.events.warn(said);
        }
    }

    @Override
    public Film frame(Map<String, ?> options) {
        return export(options, FileFormat.PNG.extension());
    }

    @Override
    public String timeline() {
        session.requireOwner("timeline");
        SessionState state = session.state();
        String tracks = state.draft()
                .map(draft -> Stream.of(draft.summary(), objects(draft))
                        .filter(line -> !line.isEmpty())
                        .map(TerminalText::clean)
                        .collect(Collectors.joining("\n")))
                .orElse(ScriptMessages.text("timeline.empty"));
        List<String> lines = new ArrayList<>(List.of(tracks));
        if (!state.unused().isEmpty()) {
            lines.add(TerminalText.clean(ScriptMessages.text("timeline.unused", String.join(", ", state.unused()))));
        }
        lines.addAll(state.shortfalls());
        return String.join("\n", lines);
    }

    /** Returns a line with what edits call the objects: {@code title 1 "Ada" (1-4s)}; empty when there are none. */
    private static String objects(Draft draft) {
        String objects =
                NumberedObject.all(draft).stream().map(StepWork::object).collect(Collectors.joining(", "));
        return objects.isEmpty() ? "" : ScriptMessages.text("timeline.objects", objects);
    }

    private static String object(NumberedObject object) {
        Segment segment = object.segment();
        if (segment.blend().isPresent() && object.kind() == ObjectKind.TRANSITION) {
            return ScriptMessages.text("timeline.transition", object.name(), object.number(), object.number() + 1);
        }
        String label = segment.text()
                .map(text -> '"' + TerminalText.excerpt(text, 40) + '"')
                .or(segment::title)
                .orElse("");
        return object.name() + " " + label + " (" + Times.write(segment.start()) + "-" + Times.write(segment.end())
                + ")";
    }

    @Override
    public Credits credits() {
        return run.client().credits(run.cancellation);
    }
}

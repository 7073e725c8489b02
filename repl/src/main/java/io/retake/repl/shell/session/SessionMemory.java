package io.retake.repl.shell.session;

import io.retake.core.draft.Draft;
import io.retake.core.edit.Edit;
import io.retake.core.edit.session.Checkpoint;
import io.retake.core.protocol.SessionState;
import io.retake.core.protocol.UploadedFile;
import io.retake.core.vocabulary.Vocabulary;
import io.retake.dsl.compile.Recipe;
import io.retake.dsl.plan.Step;
import io.retake.dsl.prompt.Entry;
import io.retake.dsl.run.DoneStep;
import io.retake.repl.completion.CompletionContext;
import io.retake.repl.completion.Scripts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the last state that the backend reported, so that completion knows the session without asking the backend.
 * Thread-safe.
 */
final class SessionMemory {
    private @Nullable SessionState seen;
    private int entriesThen;
    private List<CompletionContext.Script> recipes = List.of();
    private boolean listed;

    /** Remembers a state from the backend, and how many entries had ended then. */
    synchronized void sees(SessionState state, int entries) {
        seen = state;
        entriesThen = entries;
    }

    /** Forgets the state, because another session follows. */
    synchronized void forget() {
        seen = null;
        entriesThen = 0;
        listed = false;
    }

    /** Returns the files, checkpoints and timeline from the remembered state and the entries. */
    synchronized CompletionContext known(List<Entry> entries, Set<String> names, List<Recipe> used) {
        List<String> files = new ArrayList<>();
        List<String> checkpoints = new ArrayList<>();
        SessionState state = seen;
        if (state != null) {
            state.videoInfos().stream()
                    .map(UploadedFile::parse)
                    .map(UploadedFile::filename)
                    .forEach(files::add);
        }
        for (Entry entry : entries) {
            entry.steps().forEach(step -> file(step, files));
            entry.steps().forEach(step -> checkpoint(step).ifPresent(checkpoints::add));
        }
        return new CompletionContext(draft(entries), files, checkpoints, names, recipes(used));
    }

    private Optional<Draft> draft(List<Entry> entries) {
        boolean older = entries.size() > entriesThen || seen == null;
        return older && !entries.isEmpty()
                ? entries.get(entries.size() - 1).after()
                : Optional.ofNullable(seen).flatMap(SessionState::draft);
    }

    private static void file(DoneStep done, List<String> files) {
        if (done.step() instanceof Step.Upload upload) {
            Stream.concat(
                            upload.files().stream().map(Path::getFileName),
                            upload.addresses().stream()
                                    .map(address -> Path.of(address.getPath()).getFileName()))
                    .forEach(name -> files.add(String.valueOf(name)));
        }
    }

    private static Optional<String> checkpoint(DoneStep done) {
        if (done.step() instanceof Step.Message message && message.isVerb()) {
            Optional<Edit> edit =
                    Vocabulary.named("checkpoint").flatMap(operation -> operation.read(message.sentence()));
            return edit.map(e -> ((Checkpoint) e).name());
        }
        return Optional.empty();
    }

    private List<CompletionContext.Script> recipes(List<Recipe> used) {
        if (!listed && !used.isEmpty()) {
            listed = true;
            recipes = used.stream()
                    .map(r -> new CompletionContext.Script(r.name(), r.summary(), Scripts.parameters(r.file())))
                    .toList();
        }
        return recipes;
    }
}

package io.retake.repl.jshell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** A JShell and its declarations. Confined to one thread, except {@link #stop} and {@link #close}. */
final class Snippets implements AutoCloseable {
    private static final List<String> IMPORTED = List.of(
            "static io.retake.repl.jshell.SnippetVariables.*",
            "io.retake.core.client.*",
            "io.retake.core.client.http.*",
            "io.retake.core.client.message.*",
            "io.retake.core.client.render.*",
            "io.retake.core.client.transfer.*",
            "io.retake.core.draft.*",
            "io.retake.core.edit.*",
            "io.retake.core.edit.arrange.*",
            "io.retake.core.edit.picture.*",
            "io.retake.core.edit.session.*",
            "io.retake.core.edit.sound.*",
            "io.retake.core.edit.value.*",
            "io.retake.core.protocol.*",
            "io.retake.core.vocabulary.*",
            "io.retake.dsl.*",
            "io.retake.dsl.compile.*",
            "io.retake.dsl.event.*",
            "io.retake.dsl.parameter.*",
            "io.retake.dsl.problem.*",
            "io.retake.dsl.prompt.*",
            "io.retake.dsl.run.*",
            "io.retake.dsl.scope.*",
            "java.io.*",
            "java.math.*",
            "java.net.*",
            "java.nio.file.*",
            "java.time.*",
            "java.util.*",
            "java.util.concurrent.*",
            "java.util.function.*",
            "java.util.regex.*",
            "java.util.stream.*");
    private static final Pattern TIMELINE = Pattern.compile("\\btimeline\\b(?!\\s*\\()");
    private static final Pattern CLIENT = Pattern.compile("\\bclient\\b(?!\\s*\\()");
    private final InProcessExecution process = new InProcessExecution();
    private final JShell shell;
    private final SnippetTarget place;
    private final SnippetReporter telling;
    private boolean namesTimeline;
    private boolean namesClient;

    Snippets(SnippetTarget place, SnippetReporter telling) {
        this.place = place;
        this.telling = telling;
        this.shell =
                JShell.builder().executionEngine(process.provider(), Map.of()).build();
        shell.addToClasspath(ProgramClassPath.text());
        IMPORTED.forEach(name -> shell.eval("import " + name + ";"));
    }

    /** Runs all snippets of a text, up to the first that fails. */
    void evaluate(String text) {
        process.begin();
        String rest = text.stripLeading();
        while (!rest.isEmpty()) {
            CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            boolean whole = info.completeness().isComplete() && info.source() != null;
            Source source = new Source(text, text.length() - rest.length(), whole ? info.source() : rest);
            rest = whole ? info.remaining().stripLeading() : "";
            evaluate(source);
        }
    }

    private void evaluate(Source source) {
        // A method declared earlier may use them too.
        namesTimeline |= TIMELINE.matcher(source.text()).find();
        namesClient |= CLIENT.matcher(source.text()).find();
        SnippetVariables.bind(place, namesTimeline, namesClient);
        List<SnippetEvent> events = shell.eval(source.text());
        if (process.stopping()) {
            throw new Stopped();
        }
        for (SnippetEvent event : events) {
            telling.tell(shell, event, source, process.thrown());
        }
    }

    /** Whether Enter accepts the text. */
    boolean complete(String text) {
        String rest = text;
        while (!rest.isBlank()) {
            CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            if (!info.completeness().isComplete()) {
                return false;
            }
            rest = info.remaining() == null || info.remaining().length() >= rest.length() ? "" : info.remaining();
        }
        return true;
    }

    /** Returns the completions at the cursor, each with its signature until {@code until} ({@link System#nanoTime}). */
    List<Suggestion> suggestions(String text, int cursor, long until) {
        int[] anchor = {cursor};
        SourceCodeAnalysis analysis = shell.sourceCodeAnalysis();
        Map<String, Boolean> found = analysis.completionSuggestions(text, cursor, anchor).stream()
                .collect(Collectors.toMap(
                        SourceCodeAnalysis.Suggestion::continuation,
                        SourceCodeAnalysis.Suggestion::matchesType,
                        Boolean::logicalOr,
                        LinkedHashMap::new));
        List<Suggestion> suggestions = new ArrayList<>();
        found.forEach((continuation, fits) -> suggestions.add(new Suggestion(
                anchor[0], continuation, System.nanoTime() < until ? signature(text, anchor[0], continuation) : "")));
        return suggestions;
    }

    private String signature(String text, int anchor, String continuation) {
        String call = continuation.replaceFirst("\\)$", "");
        String before = text.substring(0, anchor) + call;
        return shell.sourceCodeAnalysis().documentation(before, before.length(), false).stream()
                .map(SourceCodeAnalysis.Documentation::signature)
                .findFirst()
                .orElse("");
    }

    /** Stops the running snippet; call from any thread. */
    void stop() {
        process.stop();
    }

    /** Stops all remaining threads of all snippets; call from any thread. */
    @Override
    public void close() {
        process.close();
        shell.close();
        SnippetVariables.clear();
    }

    /** Signals that a snippet was stopped on request. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}

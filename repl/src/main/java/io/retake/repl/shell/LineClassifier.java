package io.retake.repl.shell;

import io.retake.dsl.prompt.Reading;
import io.retake.dsl.scope.Words;
import io.retake.repl.shell.session.ShellSession;
import io.retake.repl.shell.terminal.ArgumentHints;
import io.retake.repl.shell.terminal.Console;
import java.util.Optional;
import java.util.Set;

/** Tells commands, statements, sentences and Java apart; safe from any thread. */
final class LineClassifier {
    private final ShellSession session;
    private final JavaMode java;
    private volatile boolean vocabularyLoaded;

    LineClassifier(ShellSession session, JavaMode java) {
        this.session = session;
        this.java = java;
    }

    /** Loads the vocabulary that tells statements from sentences. The first keys don't wait for it. */
    void loadVocabulary(Console console) {
        read("mute");
        ArgumentHints.of("mute", Reading.Kind.STATEMENT, console.theme(), console.columns());
        PromptHighlighter.prepare();
        vocabularyLoaded = true;
    }

    /** Classifies a line; waits for nothing but the vocabulary. */
    Reading read(String line) {
        return java.in(line).map(JavaMode::reading).orElseGet(() -> asCommand(Reading.of(line, session.names())));
    }

    /** "help trim" asks the prompt, not the backend. */
    private static Reading asCommand(Reading reading) {
        return reading.kind() == Reading.Kind.SENTENCE && HelpCommands.isAskedBy(reading.text())
                ? Reading.of("/" + reading.text(), Set.of())
                : reading;
    }

    /** Returns whether Enter ends a line; for Java, this needs a compiler. */
    boolean complete(String line) {
        return java.in(line).map(java::complete).orElseGet(() -> read(line).complete());
    }

    /** Classifies a line for display; empty until the vocabulary is loaded. */
    Optional<Reading> readIfLoaded(String line) {
        return vocabularyLoaded && !line.isEmpty() ? Optional.of(read(line)) : Optional.empty();
    }

    /** Starts the embedded engine while a line is typed that will need it. */
    void foresee(String line) {
        if (readIfLoaded(line).filter(LineClassifier::needsBackend).isPresent()) {
            session.expectWork();
        }
    }

    /** Decides by complete words only: one in plain language, or one of the DSL's. */
    private static boolean needsBackend(Reading reading) {
        int end = reading.text().indexOf(' ');
        return switch (reading.kind()) {
            case SENTENCE -> end > 0 || reading.text().codePoints().anyMatch(c -> c > 127 && Character.isLetter(c));
            case STATEMENT ->
                end > 0 && Words.statements().contains(reading.text().substring(0, end));
            case COMMAND, EMPTY -> false;
        };
    }
}

package io.retake.repl.shell;

import io.retake.core.RetakeException;
import io.retake.dsl.Retake;
import io.retake.dsl.event.RunListener;
import io.retake.dsl.prompt.Evaluator;
import io.retake.dsl.prompt.Reading;
import io.retake.repl.jshell.JavaShell;
import io.retake.repl.jshell.SnippetTarget;
import io.retake.repl.jshell.Suggestion;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.shell.job.ForegroundView;
import io.retake.repl.shell.session.ShellSession;
import io.retake.repl.shell.settings.Setting;
import io.retake.repl.shell.settings.Settings;
import io.retake.repl.shell.terminal.Console;
import io.retake.repl.shell.terminal.NextLine;
import io.retake.repl.view.Role;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes Java at the prompt and runs it in JShell, which is created for the first snippet. JShell stays when the
 * prompt moves to another backend; its snippets then work there.
 */
final class JavaMode implements AutoCloseable {
    static final String NAME = "java";
    static final String SIGN = "java> ";
    private static final Pattern COMMAND = Pattern.compile("\\s*/" + NAME + "(?=\\s)\\s*");
    private static final Pattern OTHER_COMMAND = Pattern.compile("(?s)\\s*/(?![/*]).*");
    private final ShellSession session;
    private final Console console;
    private final Settings settings;
    private final NextLine nextLine;
    private volatile @Nullable JavaShell shell;
    private boolean mode;

    JavaMode(ShellSession session, Console console, Settings settings, NextLine nextLine) {
        this.session = session;
        this.console = console;
        this.settings = settings;
        this.nextLine = nextLine;
    }

    /**
     * The Java in a line.
     *
     * @param start its index in the line
     */
    record Snippet(String text, int start) {}

    /** Returns the Java in a line: the text after {@code /java}, or in Java mode each line that isn't a command. */
    Optional<Snippet> in(String line) {
        Matcher command = COMMAND.matcher(line);
        int start = command.lookingAt()
                ? command.end()
                : mode && !OTHER_COMMAND.matcher(line).matches() ? 0 : -1;
        return start < 0 || line.substring(start).isBlank()
                ? Optional.empty()
                : Optional.of(new Snippet(line.substring(start), start));
    }

    /** Classifies Java as a complete command; {@link #complete} determines whether it is, which takes a while. */
    static Reading reading(Snippet snippet) {
        return new Reading(Reading.Kind.COMMAND, NAME + " " + snippet.text(), true, false);
    }

    /** Returns a command that does the same as the line outside of Java mode. */
    String again(String line) {
        return in(line).map(snippet -> "/" + NAME + " " + snippet.text()).orElse(line);
    }

    boolean mode() {
        return mode;
    }

    /** Enters or leaves Java mode. */
    void toggle() {
        if (!leave()) {
            shell().warmUp();
            mode = true;
            console.aside(ProgramMessages.text("java.mode"));
        }
    }

    /** Leaves Java mode. Returns whether it was on. */
    boolean leave() {
        boolean left = mode;
        mode = false;
        return left;
    }

    /** Runs a snippet and shows its value. */
    void evaluate(String text) {
        if (!shell().evaluate(text)) {
            console.say(console.theme().paint(Role.WARNING, ProgramMessages.text("run.stopped")));
        }
    }

    /** Returns whether Enter ends it; without a JShell it does, and running it reports why. */
    boolean complete(Snippet snippet) {
        try {
            return shell().complete(snippet.text());
        } catch (RetakeException none) {
            return true;
        }
    }

    List<Suggestion> suggestions(Snippet snippet) {
        try {
            return shell().suggestions(snippet.text(), snippet.text().length());
        } catch (RetakeException none) {
            return List.of();
        }
    }

    /** Stops the running snippet; called by the signal handler. */
    void stop() {
        Optional.ofNullable(shell).ifPresent(JavaShell::stop);
    }

    private JavaShell shell() {
        JavaShell known = shell;
        if (known == null) {
            known = new JavaShell(new InSession(), console.output().lines, console.output().errors, console.theme());
            shell = known;
        }
        return known;
    }

    @Override
    public void close() {
        Optional.ofNullable(shell).ifPresent(JavaShell::close);
        shell = null;
    }

    /** Binds snippets to the current session, also after the prompt has moved to another backend. */
    private final class InSession implements SnippetTarget {
        @Override
        public Retake retake() {
            return session.retake();
        }

        @Override
        public Evaluator evaluator() {
            return session.evaluator();
        }

        @Override
        public RunListener view(String text) {
            return new ForegroundView(
                    console.output().screenBesideTyping(),
                    console::columns,
                    text,
                    settings.get(Setting.FEEDBACK),
                    nextLine::suggest);
        }
    }
}

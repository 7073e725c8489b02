package io.retake.repl.shell;

import io.retake.core.RetakeException;
import io.retake.dsl.Retake;
import io.retake.dsl.event.RunListener;
import io.retake.dsl.prompt.Evaluator;
import io.retake.dsl.prompt.Reading;
import io.retake.repl.jshell.JavaShell;
import io.retake.repl.jshell.SnippetTarget;
import io.retake.repl.jshell.Suggestion;
import io.retake.repl.shell.job.ForegroundView;
import io.retake.repl.shell.settings.Setting;
import io.retake.repl.view.Role;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Java at the prompt: decides which lines are Java, and owns the JShell that runs them, created for the first one. The
 * JShell survives a switch of the backend; its snippets then work there.
 */
final class JavaMode implements AutoCloseable {
    static final String NAME = "java";
    static final String SIGN = "java> ";
    private static final Pattern COMMAND = Pattern.compile("\\s*/" + NAME + "(?=\\s)\\s*");
    private static final Pattern OTHER_COMMAND = Pattern.compile("(?s)\\s*/(?![/*]).*");
    private final ShellContext desk;
    private volatile @Nullable JavaShell shell;
    private boolean mode;

    JavaMode(ShellContext desk) {
        this.desk = desk;
    }

    /**
     * The Java in a line.
     *
     * @param start its index in the line
     */
    record Snippet(String text, int start) {}

    /** Returns the Java in a line: the text after {@code /java}, or in Java mode any line that isn't a command. */
    Optional<Snippet> in(String line) {
        Matcher command = COMMAND.matcher(line);
        int start = command.lookingAt()
                ? command.end()
                : mode && !OTHER_COMMAND.matcher(line).matches() ? 0 : -1;
        return start < 0 || line.substring(start).isBlank()
                ? Optional.empty()
                : Optional.of(new Snippet(line.substring(start), start));
    }

    /**
     * Classifies a line of Java as a command. {@link #complete} decides separately whether it is complete, since that
     * is slow.
     */
    static Reading reading(Snippet snippet) {
        return new Reading(Reading.Kind.COMMAND, NAME + " " + snippet.text(), true, false);
    }

    /** Returns the line as a command that means the same in any mode. */
    String again(String line) {
        return in(line).map(snippet -> "/" + NAME + " " + snippet.text()).orElse(line);
    }

    boolean mode() {
        return mode;
    }

    /** Switches Java mode on or off. */
    void toggle() {
        if (!leave()) {
            shell().warmUp();
            mode = true;
            desk.say(
                    desk.theme()
                            .paint(
                                    Role.ASIDE,
                                    "Java mode: session, timeline, client, retake and evaluator are bound; /exit returns to Retake."));
        }
    }

    /** Leaves Java mode. Returns whether it was on. */
    boolean leave() {
        boolean left = mode;
        mode = false;
        return left;
    }

    /** Runs a snippet. */
    void evaluate(String text) {
        if (!shell().evaluate(text)) {
            desk.say(desk.theme().paint(Role.WARNING, "stopped"));
        }
    }

    /** Whether Enter accepts the snippet. True without a JShell: running the snippet then reports that. */
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

    /** Stops the running snippet; call from a signal handler. */
    void stop() {
        Optional.ofNullable(shell).ifPresent(JavaShell::stop);
    }

    private JavaShell shell() {
        JavaShell known = shell;
        if (known == null) {
            known = new JavaShell(new AtDesk(), desk.output.lines, desk.output.errors, desk.theme());
            shell = known;
        }
        return known;
    }

    @Override
    public void close() {
        Optional.ofNullable(shell).ifPresent(JavaShell::close);
        shell = null;
    }

    /** The session that the prompt has open at each call. */
    private final class AtDesk implements SnippetTarget {
        @Override
        public Retake retake() {
            return desk.place.retake();
        }

        @Override
        public Evaluator evaluator() {
            return desk.evaluator();
        }

        @Override
        public RunListener view(String text) {
            return new ForegroundView(
                    desk.output.screenBesideTyping(),
                    desk.output::columns,
                    text,
                    desk.settings().get(Setting.FEEDBACK),
                    statement -> desk.offered = statement);
        }
    }
}

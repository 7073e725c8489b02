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
 * Java at the prompt: which lines are Java, and the JShell that does them, made when the first one is typed. It stays when
 * the prompt moves to another backend; its snippets then work there.
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
     * @param start where it begins
     */
    record Snippet(String text, int start) {}

    /** What of a line is Java: what follows {@code /java}, and in the mode each line that is no command. */
    Optional<Snippet> in(String line) {
        Matcher command = COMMAND.matcher(line);
        int start = command.lookingAt()
                ? command.end()
                : mode && !OTHER_COMMAND.matcher(line).matches() ? 0 : -1;
        return start < 0 || line.substring(start).isBlank()
                ? Optional.empty()
                : Optional.of(new Snippet(line.substring(start), start));
    }

    /** A line that is Java is a command; whether it is whole is asked elsewhere, since that takes its time. */
    static Reading reading(Snippet snippet) {
        return new Reading(Reading.Kind.COMMAND, NAME + " " + snippet.text(), true, false);
    }

    /** The line as a command that does the same, whatever the mode. */
    String again(String line) {
        return in(line).map(snippet -> "/" + NAME + " " + snippet.text()).orElse(line);
    }

    boolean mode() {
        return mode;
    }

    /** Every line is Java from here on, or none any more. */
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

    /** Ends the mode. Returns whether there was one. */
    boolean leave() {
        boolean left = mode;
        mode = false;
        return left;
    }

    /** Does what was typed behind the command. */
    void evaluate(String text) {
        if (!shell().evaluate(text)) {
            desk.say(desk.theme().paint(Role.WARNING, "stopped"));
        }
    }

    /** Whether Enter ends it; where there is no JShell it does, and doing it says so. */
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

    /** Stops the snippet that runs; from a signal. */
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

    /** What the desk works with, whenever it is asked. */
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

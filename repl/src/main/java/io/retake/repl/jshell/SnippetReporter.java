package io.retake.repl.jshell;

import io.retake.core.RetakeException;
import io.retake.core.protocol.TerminalText;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.view.Role;
import io.retake.repl.view.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;

/**
 * Reports the result of a snippet: values as JShell prints them, and errors as a {@link SnippetProblem} with line and
 * column.
 */
final class SnippetReporter {
    private static final int LONGEST_VALUE = 4000;
    private static final int MOST_PROBLEMS = 5;
    private static final int MOST_FRAMES = 8;
    private final StandardStreams streams;
    private final Theme theme;

    SnippetReporter(StandardStreams streams, Theme theme) {
        this.streams = streams;
        this.theme = theme;
    }

    /**
     * Reports one event.
     *
     * @param thrown the throwable of the snippet, if it threw one
     * @throws SnippetProblem if the snippet is wrong or failed
     */
    void tell(JShell shell, SnippetEvent event, Source source, Optional<Throwable> thrown) {
        if (event.causeSnippet() != null) {
            return; // a side effect of another snippet
        }
        if (event.status() == Snippet.Status.REJECTED) {
            throw rejected(shell, event.snippet(), source);
        }
        if (event.exception() != null) {
            throw failed(shell, event, source, thrown);
        }
        value(event).ifPresent(this::line);
        if (event.snippet() instanceof DeclarationSnippet declared) {
            declared(shell, event, declared).ifPresent(text -> line(theme.paint(Role.ASIDE, text)));
        }
    }

    private void line(String text) {
        streams.tell(text);
    }

    private static Optional<String> value(SnippetEvent event) {
        Snippet snippet = event.snippet();
        String name = snippet instanceof VarSnippet variable
                ? variable.name()
                : snippet instanceof ExpressionSnippet expression ? expression.name() : "";
        if (name.isEmpty() || event.value() == null) {
            return Optional.empty();
        }
        String value = TerminalText.clean(event.value());
        return Optional.of(name + " ==> "
                + (value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE - 1) + "…"));
    }

    private static Optional<String> declared(JShell shell, SnippetEvent event, DeclarationSnippet declared) {
        boolean before = event.previousStatus() == Snippet.Status.VALID;
        List<String> missing = shell.unresolvedDependencies(declared).toList();
        boolean told = declared instanceof MethodSnippet || declared instanceof TypeDeclSnippet;
        if (!told && missing.isEmpty()) {
            return Optional.empty();
        }
        String made = before
                ? ProgramMessages.text("java.replaced", named(declared))
                : ProgramMessages.text("java.declared", named(declared));
        return Optional.of(
                missing.isEmpty() ? made : ProgramMessages.text("java.usable-once", made, String.join(", ", missing)));
    }

    private static String named(Snippet snippet) {
        if (snippet instanceof MethodSnippet method) {
            return ProgramMessages.text("java.method", method.name(), method.parameterTypes());
        }
        if (snippet instanceof TypeDeclSnippet type) {
            return type.subKind().name().toLowerCase(Locale.ROOT).replace("_subkind", "") + " " + type.name();
        }
        return snippet instanceof VarSnippet variable
                ? ProgramMessages.text("java.variable", variable.name())
                : snippet.source();
    }

    private static SnippetProblem rejected(JShell shell, Snippet snippet, Source source) {
        List<Diag> errors = shell.diagnostics(snippet).filter(Diag::isError).toList();
        if (errors.isEmpty()) {
            return new SnippetProblem(ProgramMessages.text("java.invalid"), source.text());
        }
        Diag first = errors.get(0);
        List<String> text = new ArrayList<>();
        text.add(details(first, source));
        errors.stream().skip(1).limit(MOST_PROBLEMS - 1).forEach(error -> {
            text.add(said(error) + ", " + source.place(error.getPosition()));
            text.add(details(error, source));
        });
        return new SnippetProblem(
                said(first) + ", " + source.place(first.getPosition()),
                text.stream().filter(part -> !part.isBlank()).collect(Collectors.joining("\n")));
    }

    private static String said(Diag error) {
        return error.getMessage(Locale.ROOT).lines().findFirst().orElse("");
    }

    /** Returns the marked line and the compiler's further lines, such as the symbol and its location. */
    private static String details(Diag error, Source source) {
        return Stream.concat(
                        Stream.of(source.marked(error.getStartPosition(), error.getEndPosition())),
                        error.getMessage(Locale.ROOT)
                                .lines()
                                .skip(1)
                                .filter(line -> !line.strip().equals("location: class")))
                .collect(Collectors.joining("\n"));
    }

    private static SnippetProblem failed(JShell shell, SnippetEvent event, Source source, Optional<Throwable> thrown) {
        JShellException exception = event.exception();
        List<String> text = new ArrayList<>();
        thrown.filter(RetakeException.class::isInstance)
                .map(retakes -> ((RetakeException) retakes).advice())
                .filter(advice -> !advice.isBlank())
                .ifPresent(text::add);
        text.addAll(places(shell, event.snippet(), exception, source));
        for (Throwable cause = exception.getCause();
                cause instanceof EvalException and && text.size() < MOST_FRAMES;
                cause = cause.getCause()) {
            text.add(ProgramMessages.text("java.caused-by", called(and)));
        }
        return new SnippetProblem(message(shell, exception, thrown), String.join("\n", text));
    }

    private static String message(JShell shell, JShellException exception, Optional<Throwable> thrown) {
        if (exception instanceof UnresolvedReferenceException unresolved) {
            DeclarationSnippet snippet = unresolved.getSnippet();
            return ProgramMessages.text(
                    "java.unusable",
                    named(snippet),
                    shell.unresolvedDependencies(snippet).collect(Collectors.joining(", ")));
        }
        if (thrown.orElse(null) instanceof RetakeException own) {
            return own.getMessage();
        }
        return exception instanceof EvalException eval ? called(eval) : String.valueOf(exception.getMessage());
    }

    private static String called(EvalException exception) {
        String type = exception.getExceptionClassName();
        return exception.getMessage() == null ? type : type + ": " + exception.getMessage();
    }

    /** Returns the stack frames within typed text, innermost first. */
    private static List<String> places(JShell shell, Snippet snippet, JShellException exception, Source source) {
        return Stream.of(exception.getStackTrace())
                .filter(frame -> String.valueOf(frame.getFileName()).startsWith("#"))
                .limit(MOST_FRAMES)
                .map(frame -> place(shell, snippet, frame, source))
                .toList();
    }

    private static String place(JShell shell, Snippet snippet, StackTraceElement frame, Source source) {
        String id = String.valueOf(frame.getFileName()).substring(1);
        boolean here = id.equals(snippet.id());
        String text = here
                ? source.line(frame.getLineNumber())
                : shell.snippets()
                        .filter(each -> each.id().equals(id))
                        .findFirst()
                        .map(each -> new Source(each.source(), 0, each.source()).line(frame.getLineNumber()))
                        .orElse("");
        int line = here ? source.lineInTyped(frame.getLineNumber()) : frame.getLineNumber();
        String method = frame.getMethodName().isEmpty() ? "" : frame.getMethodName() + ", ";
        return ProgramMessages.text("java.at-line", method, line, text.isEmpty() ? "" : ": " + text);
    }
}

package io.retake.repl.view;

import io.retake.core.protocol.TerminalText;
import io.retake.dsl.event.RunEvent;
import io.retake.dsl.event.RunEvent.Activity;
import io.retake.dsl.event.RunEvent.Failed;
import io.retake.dsl.event.RunEvent.Finished;
import io.retake.dsl.event.RunEvent.Output;
import io.retake.dsl.event.RunEvent.RunStarted;
import io.retake.dsl.event.RunEvent.Said;
import io.retake.dsl.event.RunEvent.Speaker;
import io.retake.dsl.event.RunEvent.State;
import io.retake.dsl.event.RunEvent.StepDone;
import io.retake.dsl.event.RunEvent.StepStarted;
import io.retake.dsl.event.RunEvent.Warning;
import io.retake.dsl.event.RunListener;
import io.retake.repl.message.ProgramMessages;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntSupplier;

/**
 * Shows a run to the user. Script output and the paths of exports go to {@code out}, where another program may read
 * them; everything else goes to {@code err}. Thread-safe, for one run at a time.
 */
public final class RunView implements RunListener {
    private final Screen screen;
    private final boolean quiet;
    private final boolean trace;
    private final Progress progress;
    private List<String> heard = List.of();

    /**
     * Creates a view of a run.
     *
     * @param quiet whether only results and failures are shown
     * @param trace whether a failure shows its stack trace
     */
    public RunView(Screen screen, boolean quiet, boolean trace) {
        this(screen, quiet, trace, screen.progress());
    }

    /**
     * Creates a view of a job at a prompt.
     *
     * @param columns the current width of the terminal
     * @param quiet whether only results and failures are shown
     */
    public RunView(Screen screen, IntSupplier columns, boolean quiet) {
        this(screen, quiet, false, screen.progress(columns));
    }

    private RunView(Screen screen, boolean quiet, boolean trace, Progress progress) {
        this.screen = screen;
        this.quiet = quiet;
        this.trace = trace;
        this.progress = progress;
    }

    @Override
    public synchronized void on(RunEvent event) {
        if (event instanceof RunEvent.Progress p) {
            show(p);
        } else if (event instanceof StepStarted s) {
            started(s);
        } else {
            progress.clear();
            report(event);
        }
    }

    /** Removes the progress line of a run that continues in the background. */
    public synchronized void leave() {
        progress.clear();
    }

    private void report(RunEvent event) {
        if (event instanceof RunStarted r) {
            started(r);
        } else if (event instanceof Said s) {
            said(s);
        } else if (event instanceof StepDone s) {
            done(s);
        } else if (event instanceof Output o) {
            made(o);
        } else if (event instanceof RunEvent.Receipt r) {
            measured(r);
        } else if (event instanceof Warning w) {
            screen.err()
                    .println(errTheme().paint(Role.WARNING, ProgramMessages.text("prefix.warning"))
                            + TerminalText.clean(w.text()));
        } else if (event instanceof RunEvent.Suggested s) {
            suggested(s);
        } else if (event instanceof Failed f) {
            failed(f);
        } else if (event instanceof Finished f) {
            finished(f);
        }
    }

    private void show(RunEvent.Progress event) {
        if (quiet) {
            return;
        }
        boolean counted = event.total() > 0;
        double fraction = event.percent().isPresent()
                ? event.percent().getAsDouble() / 100
                : counted ? (double) event.done() / event.total() : 0;
        progress.show(new Transfer(
                verb(event.what()),
                oneLine(event.name()),
                fraction,
                counted ? OptionalLong.of(event.total()) : OptionalLong.empty(),
                event.what() == Activity.RENDER ? ProgressUnit.PLAYING : ProgressUnit.BYTES));
    }

    private static String verb(Activity activity) {
        return switch (activity) {
            case UPLOAD -> ProgramMessages.text("progress.uploading");
            case RENDER -> ProgramMessages.text("progress.rendering");
            case DOWNLOAD -> ProgramMessages.text("progress.downloading");
        };
    }

    /** Shows the backend; even in quiet mode if footage leaves the machine. */
    private void started(RunStarted event) {
        if (!quiet || !event.backend().equals("local")) {
            screen.err()
                    .println(
                            errTheme().paint(Role.ASIDE, TerminalText.clean(event.backend() + ": " + event.privacy())));
        }
    }

    private void started(StepStarted event) {
        if (!quiet) {
            progress.begin(oneLine(event.text()));
        }
    }

    private void done(StepDone event) {
        if (quiet) {
            return;
        }
        String took = event.again() ? ProgramMessages.text("run.already-done") : Amounts.time(event.took());
        screen.err()
                .println(errTheme().tick() + " " + oneLine(event.text()) + "  "
                        + errTheme().paint(Role.ASIDE, took));
    }

    private void said(Said event) {
        if (event.by() == Speaker.SCRIPT) {
            // On a terminal, skip script output that repeats the backend's reply shown above it.
            if (!(screen.outIsTerminal() && heard.contains(TerminalText.clean(event.text())))) {
                screen.out().println(TerminalText.clean(event.text()));
            }
        } else if (!quiet) {
            heard = TerminalText.clean(event.text()).lines().toList();
            heard.forEach(line -> screen.err().println("  " + line));
        }
    }

    /** Shows an exported file; only its path if a program reads the output. */
    private void made(Output event) {
        PrintStream out = screen.out();
        if (!screen.outIsTerminal()) {
            out.println(event.path());
            return;
        }
        Theme theme = screen.outTheme();
        out.println(theme.arrow() + " "
                + theme.paint(Role.EMPHASIS, oneLine(event.path().toString())) + "  "
                + theme.paint(Role.ASIDE, Amounts.bytes(event.size()) + ", " + Amounts.clock(event.duration())));
    }

    private void measured(RunEvent.Receipt event) {
        if (!quiet && !event.text().isBlank()) {
            screen.err().println("  " + errTheme().paint(Role.ASIDE, oneLine(event.text())));
        }
    }

    private void suggested(RunEvent.Suggested event) {
        if (!quiet) {
            screen.err()
                    .println(errTheme().paint(Role.ASIDE, ProgramMessages.text("prefix.hint")) + oneLine(event.text()));
        }
    }

    private void failed(Failed event) {
        boolean stopped = event.kind() == RunEvent.Failure.CANCELLED;
        String place = event.line() > 0 ? oneLine(event.script()) + ":" + event.line() + ": " : "";
        PrintStream err = screen.err();
        err.println((stopped
                        ? errTheme().paint(Role.WARNING, ProgramMessages.text("prefix.stopped"))
                        : errTheme().paint(Role.BAD, ProgramMessages.text("prefix.error")))
                + place
                + TerminalText.clean(event.message()));
        if (!event.advice().isBlank()) {
            TerminalText.clean(event.advice()).lines().forEach(line -> err.println("  " + line));
        }
        if (trace) {
            event.cause().ifPresent(this::trace);
        }
    }

    private void trace(Throwable cause) {
        StringWriter text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text));
        screen.err().print(TerminalText.clean(text.toString()));
    }

    private void finished(Finished event) {
        if (event.state() == State.DONE && !quiet) {
            screen.err()
                    .println(errTheme()
                            .paint(Role.ASIDE, ProgramMessages.text("run.done-in", Amounts.time(event.took()))));
        }
    }

    private Theme errTheme() {
        return screen.errTheme();
    }

    private static String oneLine(String text) {
        return TerminalText.clean(text)
                .replaceAll("(?<!\\s)\\s*[\\r\\n\\t]\\s*+", " ")
                .strip();
    }
}

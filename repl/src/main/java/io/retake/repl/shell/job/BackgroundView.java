package io.retake.repl.shell.job;

import io.retake.core.protocol.TerminalText;
import io.retake.dsl.event.RunEvent;
import io.retake.dsl.event.RunListener;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.view.Amounts;
import io.retake.repl.view.Role;
import io.retake.repl.view.Theme;
import java.io.PrintStream;
import java.util.function.IntSupplier;

/** Shows a background job in few lines: its outputs, warnings, failure and end. */
public final class BackgroundView implements RunListener {
    private final PrintStream out;
    private final Theme theme;
    private final String text;
    private final IntSupplier number;

    public BackgroundView(PrintStream out, Theme theme, String text, IntSupplier number) {
        this.out = out;
        this.theme = theme;
        this.text = TerminalText.clean(text).lines().findFirst().orElse("");
        this.number = number;
    }

    @Override
    public void on(RunEvent event) {
        if (event instanceof RunEvent.Said said && said.by() == RunEvent.Speaker.SCRIPT) {
            line(TerminalText.clean(said.text()));
        } else if (event instanceof RunEvent.Output made) {
            line(theme.paint(Role.EMPHASIS, TerminalText.clean(made.path().toString())) + "  "
                    + theme.paint(Role.ASIDE, Amounts.bytes(made.size()) + ", " + Amounts.clock(made.duration())));
        } else if (event instanceof RunEvent.Warning warning) {
            line(theme.paint(Role.WARNING, ProgramMessages.text("prefix.warning"))
                    + TerminalText.clean(warning.text()));
        } else if (event instanceof RunEvent.Failed failed) {
            line(theme.paint(
                            Role.BAD,
                            failed.kind() == RunEvent.Failure.CANCELLED
                                    ? ProgramMessages.text("run.stopped")
                                    : ProgramMessages.text("prefix.failed"))
                    + (failed.kind() == RunEvent.Failure.CANCELLED ? "" : TerminalText.clean(failed.message())));
        } else if (event instanceof RunEvent.Finished finished && finished.state() == RunEvent.State.DONE) {
            line(ProgramMessages.text("job.done-in", Amounts.time(finished.took())));
        }
    }

    private void line(String told) {
        out.println(theme.paint(Role.ASIDE, name() + text + "  ") + told);
    }

    private String name() {
        int known = number.getAsInt();
        return known == 0 ? "" : "[" + known + "] ";
    }
}

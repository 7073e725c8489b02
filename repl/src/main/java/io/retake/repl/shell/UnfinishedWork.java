package io.retake.repl.shell;

import io.retake.core.RetakeException;
import io.retake.core.draft.Draft;
import io.retake.core.protocol.RenderState;
import io.retake.core.protocol.RenderStatus;
import io.retake.core.protocol.TerminalText;
import io.retake.dsl.journal.UnfinishedRender;
import io.retake.dsl.journal.UnfinishedStep;
import io.retake.dsl.prompt.Evaluator;
import io.retake.dsl.run.PromptRuns;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.shell.session.ShellSession;
import io.retake.repl.shell.terminal.Console;
import io.retake.repl.shell.terminal.NextLine;
import io.retake.repl.view.Role;
import java.util.List;
import java.util.Optional;

/** Reports the steps that another process left unfinished in a session, and resumes its renders. */
final class UnfinishedWork {
    private final ShellSession session;
    private final Console console;
    private final NextLine nextLine;
    private final Evaluation evaluation;

    UnfinishedWork(ShellSession session, Console console, NextLine nextLine, Evaluation evaluation) {
        this.session = session;
        this.console = console;
        this.nextLine = nextLine;
        this.evaluation = evaluation;
    }

    /**
     * Reports and resumes.
     *
     * @param now the timeline that the session has now; empty for none
     */
    void resume(List<UnfinishedStep> steps, Optional<Draft> now) {
        for (UnfinishedStep step : steps) {
            if (step.render().isPresent()) {
                render(step, step.render().get());
            } else {
                report(step, now);
            }
        }
    }

    private void report(UnfinishedStep step, Optional<Draft> now) {
        String what = TerminalText.clean(step.text());
        boolean arrived = step.isMessage() && !PromptRuns.fingerprint(now).equals(step.before());
        console.say(aside(ProgramMessages.text("prefix.unfinished"))
                + what
                + aside(
                        arrived
                                ? ProgramMessages.text("attach.message-arrived")
                                : step.isMessage()
                                        ? ProgramMessages.text("attach.message-open")
                                        : ProgramMessages.text("attach.run-again")));
        if (arrived || !step.isMessage()) {
            session.evaluator().forget(step);
        }
    }

    private void render(UnfinishedStep step, UnfinishedRender render) {
        try {
            RenderStatus status = session.evaluator().status(render);
            if (status.state().ended() && status.state() != RenderState.COMPLETED) {
                again(step, render, status.error().orElse(ProgramMessages.text("attach.render-unfinished")));
                return;
            }
        } catch (RetakeException unknown) {
            again(step, render, String.valueOf(unknown.getMessage()));
            return;
        }
        Evaluator evaluator = session.evaluator();
        evaluation.begin(step.text(), true, listener -> evaluator.pickUp(step, render, listener));
    }

    /** Leaves the export in the next line, so that Enter repeats it. */
    private void again(UnfinishedStep step, UnfinishedRender render, String why) {
        session.evaluator().forget(step);
        console.say(console.theme().paint(Role.WARNING, ProgramMessages.text("prefix.stopped"))
                + TerminalText.clean(step.text() + ": " + why));
        console.say(aside(ProgramMessages.text("attach.enter-exports")));
        nextLine.prefill(render.statement());
    }

    private String aside(String text) {
        return console.theme().paint(Role.ASIDE, text);
    }
}

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
import io.retake.repl.view.Role;
import java.util.List;
import java.util.Optional;

/** What another process had begun in a session: said what became of it, and renders brought to their end. */
final class UnfinishedWork {
    private final ShellContext desk;
    private final Optional<Draft> now;

    UnfinishedWork(ShellContext desk, Optional<Draft> now) {
        this.desk = desk;
        this.now = now;
    }

    void all(List<UnfinishedStep> steps) {
        for (UnfinishedStep step : steps) {
            if (step.render().isPresent()) {
                render(step, step.render().get());
            } else {
                told(step);
            }
        }
    }

    private void told(UnfinishedStep step) {
        String what = TerminalText.clean(step.text());
        boolean arrived = step.isMessage() && !PromptRuns.fingerprint(now).equals(step.before());
        desk.say(aside("unfinished: ")
                + what
                + aside(
                        arrived
                                ? "  the timeline has changed since, so the message arrived; Retake doesn't send it again"
                                : step.isMessage()
                                        ? "  the timeline is unchanged: the message had no effect or is still being processed (check /timeline)"
                                        : "  run it again if you still need it"));
        if (arrived || !step.isMessage()) {
            desk.evaluator().forget(step);
        }
    }

    private void render(UnfinishedStep step, UnfinishedRender render) {
        try {
            RenderStatus status = desk.evaluator().status(render);
            if (status.state().ended() && status.state() != RenderState.COMPLETED) {
                again(step, render, status.error().orElse("the render did not finish"));
                return;
            }
        } catch (RetakeException unknown) {
            again(step, render, String.valueOf(unknown.getMessage()));
            return;
        }
        Evaluator evaluator = desk.evaluator();
        desk.begin(step.text(), true, listener -> evaluator.pickUp(step, render, listener));
    }

    /** It stands in the next line, for whoever wants it done again. */
    private void again(UnfinishedStep step, UnfinishedRender render, String why) {
        desk.evaluator().forget(step);
        desk.say(desk.theme().paint(Role.WARNING, "stopped: ") + TerminalText.clean(step.text() + ": " + why));
        desk.say(aside("  Press Enter to export the current timeline."));
        desk.typed = render.statement();
    }

    private String aside(String text) {
        return desk.theme().paint(Role.ASIDE, text);
    }
}

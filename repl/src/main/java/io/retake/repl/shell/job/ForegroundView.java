package io.retake.repl.shell.job;

import io.retake.dsl.event.RunEvent;
import io.retake.dsl.event.RunListener;
import io.retake.dsl.run.PromptRuns;
import io.retake.repl.view.RunView;
import io.retake.repl.view.Screen;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** Shows a foreground job like the run of a script, without line numbers and without a final summary. */
public final class ForegroundView implements RunListener {
    private final RunView view;
    private final String text;
    private final boolean oneLine;
    private final Consumer<String> offer;

    /**
     * @param columns returns the current width of the terminal
     * @param feedback the value of the setting of that name
     * @param offer receives each statement that the backend suggests; an empty text once it is outdated
     */
    public ForegroundView(Screen screen, IntSupplier columns, String text, String feedback, Consumer<String> offer) {
        this.offer = offer;
        this.view = new RunView(screen, columns, feedback.equals("quiet"));
        this.text = text;
        this.oneLine = !text.contains("\n");
    }

    @Override
    public void on(RunEvent event) {
        if (event instanceof RunEvent.Suggested suggested) {
            offer.accept(suggested.statement());
        } else if (event instanceof RunEvent.StepStarted) {
            offer.accept("");
        }
        if (event instanceof RunEvent.Failed failed
                && oneLine
                && failed.script().equals(PromptRuns.PROMPT)) {
            view.on(new RunEvent.Failed(
                    failed.kind(), failed.message(), failed.advice(), failed.script(), 0, failed.cause()));
        } else if (!(event instanceof RunEvent.Finished)) { // the next prompt shows the end
            view.on(event);
        }
    }

    /** Draws the progress again after {@link #leave}. */
    void goOn() {
        view.on(new RunEvent.StepStarted(0, text, 0));
    }

    /** Ends the drawing, because the job moves to the background or waits for an answer. */
    void leave() {
        view.leave();
    }
}

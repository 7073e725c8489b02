package io.retake.repl.shell.job;

import io.retake.dsl.event.RunEvent;
import io.retake.dsl.event.RunListener;
import io.retake.dsl.run.PromptRuns;
import io.retake.repl.view.RunView;
import io.retake.repl.view.Screen;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** Work in front of the prompt: as in the run of a script, without what only a script has, its lines and its end. */
public final class ForegroundView implements RunListener {
    private final RunView view;
    private final String text;
    private final boolean oneLine;
    private final Consumer<String> offer;

    /**
     * @param columns how wide the terminal is, at any moment
     * @param feedback how much is told, as the setting of that name has it
     * @param offer takes the statement that the backend suggested last; empty when work went on since
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
        } else if (!(event instanceof RunEvent.Finished)) { // the next prompt says so
            view.on(event);
        }
    }

    /** Draws again that it goes on. */
    void goOn() {
        view.on(new RunEvent.StepStarted(0, text, 0));
    }

    /** Ends what is drawn of work that goes on behind. */
    void leave() {
        view.leave();
    }
}

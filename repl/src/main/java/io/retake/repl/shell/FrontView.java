package io.retake.repl.shell;

import io.retake.dsl.run.RunEvent;
import io.retake.dsl.run.RunListener;
import io.retake.repl.view.RunView;
import io.retake.repl.view.Screen;

/** Work in front of the prompt: as in the run of a script, without what only a script has, its lines and its end. */
final class FrontView implements RunListener {
    private final RunView view;
    private final boolean oneLine;

    /** @param feedback how much is told, as the setting of that name has it */
    FrontView(Screen screen, String text, String feedback) {
        this.view = new RunView(screen, feedback.equals("quiet"), false);
        this.oneLine = !text.contains("\n");
    }

    @Override
    public void on(RunEvent event) {
        if (event instanceof RunEvent.Failed failed && oneLine) {
            view.on(new RunEvent.Failed(
                    failed.kind(), failed.message(), failed.advice(), failed.script(), 0, failed.cause()));
        } else if (!(event instanceof RunEvent.Finished)) { // the next prompt says so
            view.on(event);
        }
    }

    /** Ends what is drawn of work that goes on behind. */
    void leave() {
        view.leave();
    }
}

package io.retake.dsl.run;

import io.retake.core.client.http.ClientException;
import io.retake.core.client.message.Reply;
import io.retake.core.draft.Draft;
import io.retake.core.protocol.GuiTranslation;
import io.retake.core.protocol.TerminalText;
import io.retake.dsl.event.RunEvent;
import io.retake.dsl.problem.ScriptMessages;

/**
 * Follows a backend's instructions for its window, which were removed from its text: immediately runs those that only
 * display something, and suggests those that change or create something.
 */
final class WindowHints {
    private final RunContext run;

    WindowHints(RunContext run) {
        this.run = run;
    }

    /**
     * Follows the hints of a reply.
     *
     * @param seen whether the current timeline was already reported
     */
    void act(Reply reply, boolean seen) {
        boolean shown = seen;
        for (GuiTranslation.Action action : reply.suggestions()) {
            switch (action) {
                case SUMMARY, STATE -> {
                    if (!shown) {
                        timeline(reply);
                    }
                    shown = true;
                }
                case CREDITS -> credits();
                case EXPORT -> suggest(ScriptMessages.text("hint.export"), "export mp4");
                case UPLOAD -> suggest(ScriptMessages.text("hint.upload"), "");
                case EDIT -> suggest(ScriptMessages.text("hint.edit"), "");
            }
        }
    }

    private void timeline(Reply reply) {
        String now = reply.state().draft().map(Draft::summary).orElse(ScriptMessages.text("timeline.empty"));
        run.events.say(RunEvent.Speaker.RETAKE, TerminalText.clean(now));
    }

    private void credits() {
        try {
            String left = run.client().credits(run.cancellation).available().toPlainString();
            run.events.say(RunEvent.Speaker.RETAKE, ScriptMessages.text("credits.left", left));
        } catch (ClientException unreadable) {
            // This is only a hint: the edit has succeeded and must not fail because of it.
            run.events.warn(ScriptMessages.text("credits.unreadable", unreadable.getMessage()));
        }
    }

    private void suggest(String text, String statement) {
        run.events.emit(new RunEvent.Suggested(text, statement));
    }
}

package io.retake.repl.shell;

import io.retake.core.protocol.TerminalText;
import io.retake.repl.shell.job.Job;
import io.retake.repl.shell.terminal.Questions;
import io.retake.repl.view.Role;
import java.util.List;

/** Whether a person may leave, with work behind: asked once, whichever way they leave. */
final class ExitConfirmation {
    private ExitConfirmation() {}

    /** Also settles what becomes of the work. */
    static boolean allowed(ShellContext desk) {
        List<Job> running = desk.work.jobs.running();
        if (running.isEmpty()) {
            return true;
        }
        running.forEach(job ->
                desk.say(desk.theme().paint(Role.ASIDE, "[" + job.number() + "] ") + TerminalText.clean(job.text)));
        return desk.evaluator().isEmbedded() ? stopping(desk, running.size()) : elsewhere(desk);
    }

    private static boolean stopping(ShellContext desk, int running) {
        Questions.Reply reply =
                desk.questions.ask("Quitting stops " + running + (running == 1 ? " job" : " jobs") + ". Quit? (y/N)");
        return reply.is('y') || reply.answer() == Questions.Answer.ENDED;
    }

    private static boolean elsewhere(ShellContext desk) {
        desk.say("A render continues at " + desk.evaluator().backend()
                + " after you quit; /sessions and /attach find it again.");
        Questions.Reply reply = desk.questions.ask("Quit and leave it running (l), quit and stop it (s), or stay (N)?");
        // A terminal that died can't answer: nothing that may be paid for is thrown away.
        desk.place.leavesWork = reply.is('l') || reply.answer() == Questions.Answer.ENDED;
        return desk.place.leavesWork || reply.is('s') || reply.is('y');
    }
}

package io.retake.repl.shell;

import io.retake.core.protocol.TerminalText;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.shell.job.Job;
import io.retake.repl.shell.job.Jobs;
import io.retake.repl.shell.session.ShellSession;
import io.retake.repl.shell.terminal.Console;
import io.retake.repl.shell.terminal.Questions;
import io.retake.repl.view.Role;
import java.util.List;

/** Asks once, whichever way the user quits, whether to quit while jobs run in the background. */
final class ExitConfirmation {
    private ExitConfirmation() {}

    /** Returns whether to quit, and settles whether the renders go on afterwards. */
    static boolean confirmed(ShellSession session, Jobs jobs, Console console) {
        List<Job> running = jobs.running();
        if (running.isEmpty()) {
            return true;
        }
        running.forEach(job -> console.say(
                console.theme().paint(Role.ASIDE, "[" + job.number() + "] ") + TerminalText.clean(job.text)));
        return session.evaluator().isEmbedded() ? stopping(console, running.size()) : elsewhere(session, console);
    }

    private static boolean stopping(Console console, int running) {
        Questions.Reply reply = console.questions()
                .ask(
                        running == 1
                                ? ProgramMessages.text("exit.stops-one")
                                : ProgramMessages.text("exit.stops", running));
        return reply.is('y') || reply.answer() == Questions.Answer.ENDED;
    }

    private static boolean elsewhere(ShellSession session, Console console) {
        console.say(ProgramMessages.text(
                "exit.render-continues", session.evaluator().backend()));
        Questions.Reply reply = console.questions().ask(ProgramMessages.text("exit.question"));
        // A terminal that is gone can't answer: don't throw away work that may be paid for.
        boolean leave = reply.is('l') || reply.answer() == Questions.Answer.ENDED;
        session.leaveRendersRunning(leave);
        return leave || reply.is('s') || reply.is('y');
    }
}

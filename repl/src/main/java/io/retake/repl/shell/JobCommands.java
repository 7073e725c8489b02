package io.retake.repl.shell;

import io.retake.dsl.prompt.Reading;
import io.retake.dsl.run.RunResult;
import io.retake.dsl.scope.Words;
import io.retake.repl.arguments.CommandProblem;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.shell.job.Job;
import io.retake.repl.shell.job.Jobs;
import io.retake.repl.shell.session.ShellSession;
import io.retake.repl.shell.terminal.Console;
import io.retake.repl.view.JobsView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Commands that export, run scripts and manage background jobs. */
final class JobCommands {
    private JobCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of(
                                "export",
                                "[FORMAT]",
                                ProgramMessages.text("export.help"),
                                (shell, format) -> export(shell.session(), shell.evaluation(), format))
                        .completedBy((shell, typed) -> Words.exportKinds()),
                Command.of(
                                "run",
                                "SCRIPT [--NAME VALUE]…",
                                ProgramMessages.text("run.command-help"),
                                (shell, arguments) -> run(shell.session(), shell.evaluation(), arguments))
                        .choosing((shell, typed) -> CommandChoices.script(shell.session(), typed)),
                Command.of(
                        "jobs",
                        "",
                        ProgramMessages.text("job.list-help"),
                        (shell, none) -> list(shell.jobs(), shell.console())),
                Command.of(
                        "cancel",
                        "[N]",
                        ProgramMessages.text("job.cancel-help"),
                        (shell, number) -> chosen(shell.jobs(), number).run().cancel()),
                Command.of(
                        "wait",
                        "[N]",
                        ProgramMessages.text("job.wait-help"),
                        (shell, number) -> waitFor(shell.jobControl(), shell.console(), number)));
    }

    private static void export(ShellSession session, Evaluation evaluation, String format) {
        evaluation.evaluate(Reading.of("export " + (format.isEmpty() ? "mp4" : format), session.names()));
    }

    private static void run(ShellSession session, Evaluation evaluation, String typed) {
        boolean background = typed.endsWith("&");
        ScriptArguments given =
                ScriptArguments.of(session, "run", background ? typed.substring(0, typed.length() - 1) : typed);
        evaluation.begin(
                "run " + given.script().name(),
                background,
                listener -> session.retake().run(given.script(), given.parameters(), listener));
    }

    private static void list(Jobs jobs, Console console) {
        console.say(new JobsView(console.theme(), console.columns())
                .lines(jobs.all().stream().map(JobCommands::line).toList()));
    }

    private static JobsView.JobRow line(Job job) {
        Optional<RunResult> result = job.run().result();
        JobsView.JobState state = result.map(over -> switch (over.state()) {
                    case DONE -> JobsView.JobState.DONE;
                    case FAILED -> JobsView.JobState.FAILED;
                    case CANCELLED -> JobsView.JobState.STOPPED;
                })
                .orElse(JobsView.JobState.RUNNING);
        Optional<Double> fraction = job.progress()
                .filter(progress -> progress.percent().isPresent())
                .map(progress -> progress.percent().getAsDouble() / 100);
        Duration took = result.map(RunResult::took).orElseGet(() -> Duration.between(job.since, Instant.now()));
        return new JobsView.JobRow(job.number(), job.text, state, fraction, took);
    }

    private static void waitFor(JobControl jobControl, Console console, String number) {
        Jobs jobs = jobControl.jobs();
        List<Job> awaited = number.isEmpty() ? jobs.running() : List.of(chosen(jobs, number));
        if (awaited.stream().anyMatch(job -> job.run().result().isEmpty())) {
            console.aside(ProgramMessages.text("job.waiting"));
        }
        jobControl.awaitBackground(awaited);
    }

    private static Job chosen(Jobs jobs, String number) {
        List<Job> running = jobs.running();
        if (number.isEmpty()) {
            if (running.size() == 1) {
                return running.get(0);
            }
            throw new CommandProblem(
                    running.isEmpty() ? ProgramMessages.text("job.none") : ProgramMessages.text("job.several"),
                    ProgramMessages.text("job.lists-them"));
        }
        return jobs.find(ViewCommands.number(number))
                .orElseThrow(() -> new CommandProblem(
                        ProgramMessages.text("job.no-number", number), ProgramMessages.text("job.lists-the-jobs")));
    }
}

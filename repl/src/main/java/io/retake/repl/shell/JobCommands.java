package io.retake.repl.shell;

import io.retake.dsl.prompt.Reading;
import io.retake.dsl.run.RunResult;
import io.retake.dsl.scope.Words;
import io.retake.repl.arguments.CommandProblem;
import io.retake.repl.shell.job.Job;
import io.retake.repl.view.JobsView;
import io.retake.repl.view.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Commands about work: exports, scripts, and what goes on behind the prompt. */
final class JobCommands {
    private JobCommands() {}

    static List<Command> all() {
        return List.of(
                Command.of(
                                "export",
                                "[FORMAT]",
                                "Export the timeline; for a name and options, use export mp4, to: '…'",
                                JobCommands::export)
                        .completedBy((desk, typed) -> Words.exportKinds()),
                Command.of("run", "SCRIPT [--NAME VALUE]…", "Run a script in sessions of its own", JobCommands::run)
                        .choosing(CommandChoices::script),
                Command.of("jobs", "", "List the background jobs", JobCommands::jobs),
                Command.of("cancel", "[N]", "Cancel background job N, or the only one", JobCommands::cancel),
                Command.of(
                        "wait",
                        "[N]",
                        "Wait for background jobs; Ctrl-C stops only the waiting",
                        JobCommands::waitFor));
    }

    private static void export(ShellContext desk, String typed) {
        Reading reading = Reading.of("export " + (typed.isEmpty() ? "mp4" : typed), desk.names());
        desk.evaluate(reading);
    }

    private static void run(ShellContext desk, String typed) {
        boolean behind = typed.endsWith("&");
        ScriptArguments given =
                ScriptArguments.of(desk, "run", behind ? typed.substring(0, typed.length() - 1) : typed);
        desk.begin(
                "run " + given.script().name(),
                behind,
                listener -> desk.place.retake().run(given.script(), given.parameters(), listener));
    }

    private static void jobs(ShellContext desk, String none) {
        desk.say(new JobsView(desk.theme(), desk.columns())
                .lines(desk.work.jobs.all().stream().map(JobCommands::line).toList()));
    }

    private static JobsView.Line line(Job job) {
        Optional<RunResult> result = job.run().result();
        JobsView.State state = result.map(over -> switch (over.state()) {
                    case DONE -> JobsView.State.DONE;
                    case FAILED -> JobsView.State.FAILED;
                    case CANCELLED -> JobsView.State.STOPPED;
                })
                .orElse(JobsView.State.RUNNING);
        Optional<Double> fraction = job.progress()
                .filter(progress -> progress.percent().isPresent())
                .map(progress -> progress.percent().getAsDouble() / 100);
        Duration took = result.map(RunResult::took).orElseGet(() -> Duration.between(job.since, Instant.now()));
        return new JobsView.Line(job.number(), job.text, state, fraction, took);
    }

    private static void cancel(ShellContext desk, String number) {
        chosen(desk, number).run().cancel();
    }

    private static void waitFor(ShellContext desk, String number) {
        List<Job> awaited = number.isEmpty() ? desk.work.jobs.running() : List.of(chosen(desk, number));
        if (awaited.stream().anyMatch(job -> job.run().result().isEmpty())) {
            desk.say(desk.theme().paint(Role.ASIDE, "Waiting; Ctrl-C stops the waiting, not the jobs."));
        }
        desk.work.awaitBehind(awaited);
    }

    private static Job chosen(ShellContext desk, String number) {
        List<Job> running = desk.work.jobs.running();
        if (number.isEmpty()) {
            if (running.size() == 1) {
                return running.get(0);
            }
            throw new CommandProblem(
                    running.isEmpty() ? "there are no background jobs" : "there are several background jobs",
                    "/jobs lists them");
        }
        return desk.work
                .jobs
                .find(ViewCommands.number(number))
                .orElseThrow(() -> new CommandProblem("no job " + number, "/jobs lists the jobs"));
    }
}

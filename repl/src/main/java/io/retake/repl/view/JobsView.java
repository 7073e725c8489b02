package io.retake.repl.view;

import io.retake.repl.message.ProgramMessages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists background jobs, running and finished. Thread-safe. */
public final class JobsView {
    private static final int BAR = 10;
    private final Theme theme;
    private final int columns;

    /** @param columns the width of the terminal */
    public JobsView(Theme theme, int columns) {
        this.theme = theme;
        this.columns = columns;
    }

    /** The state of a job. */
    public enum JobState {
        /** Not started. */
        WAITING,
        /** Running. */
        RUNNING,
        /** Succeeded. */
        DONE,
        /** Failed. */
        FAILED,
        /** Stopped by the user. */
        STOPPED
    }

    /**
     * A job.
     *
     * @param number from 1
     * @param text the line or script that it runs
     * @param fraction its progress, 0 to 1; empty if unknown
     * @param took the time since its start, or its total time
     */
    public record JobRow(int number, String text, JobState state, Optional<Double> fraction, Duration took) {}

    /** Returns a line per job. */
    public List<String> lines(List<JobRow> jobs) {
        if (jobs.isEmpty()) {
            return List.of(ProgramMessages.text("job.none-yet"));
        }
        List<String> lines = new ArrayList<>();
        int text = Math.min(
                Math.max(8, columns - 50),
                jobs.stream()
                        .mapToInt(job -> Columns.width(OneLine.of(job.text())))
                        .max()
                        .orElse(0));
        for (JobRow job : jobs) {
            String head = "[" + job.number() + "]  "
                    + Columns.fill(Columns.fit(OneLine.of(job.text()), text, theme.ellipsis()), text) + "  ";
            lines.add(head + state(job));
        }
        return lines;
    }

    private String state(JobRow job) {
        String took = Amounts.time(job.took());
        return switch (job.state()) {
            case WAITING -> theme.paint(Role.ASIDE, ProgramMessages.text("job.waiting-turn"));
            case RUNNING -> running(job, took);
            case DONE ->
                theme.tick() + " " + ProgramMessages.text("job.done") + " "
                        + theme.paint(Role.ASIDE, ProgramMessages.text("job.in", took));
            case FAILED ->
                theme.cross() + " " + ProgramMessages.text("job.failed") + " "
                        + theme.paint(Role.ASIDE, ProgramMessages.text("job.after", took));
            case STOPPED ->
                theme.paint(Role.WARNING, ProgramMessages.text("run.stopped"))
                        + theme.paint(Role.ASIDE, " " + ProgramMessages.text("job.after", took));
        };
    }

    private String running(JobRow job, String took) {
        if (job.fraction().isEmpty()) {
            return ProgramMessages.text("job.is-running")
                    + theme.paint(Role.ASIDE, " " + ProgramMessages.text("job.running-for", took));
        }
        double fraction = Math.max(0, Math.min(1, job.fraction().get()));
        int done = (int) Math.floor(fraction * BAR);
        String bar = theme.paint(Role.BAR_DONE, (theme.unicode() ? "█" : "#").repeat(done))
                + theme.paint(Role.BAR_REST, (theme.unicode() ? "░" : "-").repeat(BAR - done));
        return bar
                + String.format(java.util.Locale.ROOT, " %5s", Amounts.percent(fraction))
                + left(fraction, job.took());
    }

    /** Estimates the time left; empty below 5 %, where the estimate would fluctuate. */
    private String left(double fraction, Duration took) {
        return fraction < 0.05
                ? ""
                : theme.paint(
                        Role.ASIDE,
                        "  "
                                + ProgramMessages.text(
                                        "progress.left",
                                        Amounts.clock(Duration.ofMillis(
                                                Math.round(took.toMillis() * (1 - fraction) / fraction)))));
    }
}

package io.retake.repl.shell.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The work behind the prompt, numbered from 1. Thread-safe. */
public final class Jobs {
    private final List<Job> jobs = new ArrayList<>();

    public synchronized void add(Job job) {
        job.goBehind(jobs.size() + 1);
        jobs.add(job);
    }

    /** What still runs. */
    public synchronized List<Job> running() {
        return jobs.stream().filter(job -> job.run().result().isEmpty()).toList();
    }

    /** All of them, those that are over too. */
    public synchronized List<Job> all() {
        return List.copyOf(jobs);
    }

    /** The one of that number. */
    public synchronized Optional<Job> find(int number) {
        return number < 1 || number > jobs.size() ? Optional.empty() : Optional.of(jobs.get(number - 1));
    }
}

package io.retake.repl.shell.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The background jobs, numbered from 1. Thread-safe. */
public final class Jobs {
    private final List<Job> jobs = new ArrayList<>();

    public synchronized void add(Job job) {
        job.goBehind(jobs.size() + 1);
        jobs.add(job);
    }

    /** Returns the jobs that still run. */
    public synchronized List<Job> running() {
        return jobs.stream().filter(job -> job.run().result().isEmpty()).toList();
    }

    /** Returns all jobs, including those that have ended. */
    public synchronized List<Job> all() {
        return List.copyOf(jobs);
    }

    /** Returns the job with that number. */
    public synchronized Optional<Job> find(int number) {
        return number < 1 || number > jobs.size() ? Optional.empty() : Optional.of(jobs.get(number - 1));
    }
}

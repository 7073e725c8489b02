package io.retake.engine.process;

import io.retake.core.ProcessTexts;
import io.retake.core.RetakeException;
import io.retake.engine.phrase.EngineMessages;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The one place that starts processes. A run blocks its caller; stderr is always drained; at a time-out, a cancellation
 * or an interrupt the process is asked to stop (SIGTERM), killed two seconds later, and what it was writing is removed.
 * Nothing survives this JVM (see {@link ParentDeathSignal}). Thread-safe.
 */
public final class Processes {
    private static final int MOST_OUTPUT = 16 << 20;
    private static final long GRACE_SECONDS = 2;
    /** The environment variable, in seconds, that raises the stall limit for disks that answer even more slowly. */
    public static final String STALL_VARIABLE = "RETAKE_STALL_SECONDS";

    private static final Duration STALLED = Duration.ofMinutes(2);

    /** "Parent death" in Linux is the death of the parent's thread, so all children come from one that never ends. */
    private static final ExecutorService PARENT = Executors.newSingleThreadExecutor(task -> daemon(task, "parent"));

    private static final ExecutorService READERS = Executors.newCachedThreadPool(task -> daemon(task, "reader"));

    private final Map<String, String> variables;
    private final ParentDeathSignal orphans;
    private final Duration stall;

    /** @param variables set for the children, over this process's environment */
    public Processes(Map<String, String> variables) {
        this(variables, ParentDeathSignal.best());
    }

    Processes(Map<String, String> variables, ParentDeathSignal orphans) {
        this(variables, orphans, stall(variables));
    }

    /** @param stall how long a process may do nothing at all */
    Processes(Map<String, String> variables, ParentDeathSignal orphans, Duration stall) {
        this.variables = Map.copyOf(variables);
        this.orphans = orphans;
        this.stall = stall;
    }

    private static Duration stall(Map<String, String> variables) {
        String seconds = variables.getOrDefault(STALL_VARIABLE, "");
        return seconds.matches("[1-9]\\d{0,5}") ? Duration.ofSeconds(Long.parseLong(seconds)) : STALLED;
    }

    /** The output of a process that succeeded; stdout is empty when the job had a reader for it. */
    public record ProcessOutput(String stdout, String stderr) {}

    /**
     * Runs to the end.
     *
     * @throws MediaException when this process can't write the command
     * @throws ProcessFailure when it does not start, exits with another code than 0, or runs out of time
     * @throws Cancelled when cancelled or interrupted (the thread's interrupt flag is then set again)
     */
    public ProcessOutput run(ProcessJob job) {
        String name = String.valueOf(Path.of(job.command().get(0)).getFileName());
        job.cancel().check(name);
        MemoryShares.MemoryLease held = MemoryShares.machine().take(job.memory(), job.cancel(), name);
        try {
            return run(job, name);
        } finally {
            held.close();
        }
    }

    private ProcessOutput run(ProcessJob job, String name) {
        boolean well = false;
        Process process = start(job);
        CancelSignal.Registration registration = job.cancel().onCancel(() -> stop(process));
        try {
            ProcessOutput result = watched(job, process, name);
            well = true;
            return result;
        } finally {
            registration.close();
            stop(process);
            if (!well) {
                job.removeOnFailure().forEach(Folders::deleteQuietly);
            }
        }
    }

    private ProcessOutput watched(ProcessJob job, Process process, String name) {
        if (MemoryLimit.isKept(Platform.current())) {
            return await(job, process, name);
        }
        MemoryWatch watch = MemoryWatch.over(process, job.memory().bytes(), Platform.current());
        try {
            return await(job, process, name);
        } catch (ProcessFailure e) {
            throw watch.isExceeded() ? tooLarge(job, e.exitCode(), e.stderr(), name) : e;
        } finally {
            watch.close();
        }
    }

    private ProcessOutput await(ProcessJob job, Process process, String name) {
        OutputTail tail = new OutputTail();
        StallWatch watch = new StallWatch(process.toHandle(), stall, job.output());
        InputStream output = watch.watched(process.getInputStream());
        CompletableFuture<byte[]> stdout = read(() -> stdout(job, output));
        CompletableFuture<byte[]> stderr = read(() -> {
            tail.drain(process.getErrorStream());
            return new byte[0];
        });
        try {
            if (!watch.waitFor(process, job.timeout())) {
                throw failure(
                        job,
                        OptionalInt.empty(),
                        tail,
                        EngineMessages.text(
                                "process.too-long", name, job.timeout().toSeconds()));
            }
            stderr.get(GRACE_SECONDS, TimeUnit.SECONDS);
            job.cancel().check(name);
            if (process.exitValue() != 0) {
                if (FfmpegErrors.isMemory(tail.text())) {
                    throw tooLarge(job, OptionalInt.of(process.exitValue()), tail.text(), name);
                }
                // Whose fault it is can't be read from its words: FfmpegFaults finds out.
                String cause = FfmpegErrors.ofMachine(tail.text(), process.exitValue())
                        .orElse(EngineMessages.text(
                                "process.exit-code", process.exitValue(), FfmpegErrors.firstWords(tail.text())));
                throw failure(
                        job,
                        OptionalInt.of(process.exitValue()),
                        tail,
                        EngineMessages.text("process.failed", name, cause));
            }
            return new ProcessOutput(
                    new String(stdout.get(GRACE_SECONDS, TimeUnit.SECONDS), StandardCharsets.UTF_8), tail.text());
        } catch (StallWatch.Stalled e) {
            throw failure(
                    job, OptionalInt.empty(), tail, EngineMessages.text("process.stalled", name, stall.toSeconds()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled(name);
        } catch (ExecutionException | TimeoutException e) {
            job.cancel().check(name);
            throw new MediaException(EngineMessages.text("process.output-unreadable", name, e.getMessage()), e);
        }
    }

    private static ProcessFailure failure(ProcessJob job, OptionalInt code, OutputTail tail, String message) {
        return new ProcessFailure(message, job.command(), code, tail.text(), false);
    }

    private static ProcessFailure tooLarge(ProcessJob job, OptionalInt code, String stderr, String name) {
        return new ProcessFailure(
                EngineMessages.text("process.out-of-memory", name, job.memory().shown()),
                job.command(),
                code,
                stderr,
                true);
    }

    private Process start(ProcessJob job) {
        Path program = Path.of(job.command().get(0));
        if (program.isAbsolute() && !Files.isExecutable(program)) {
            throw notStarted(job, EngineMessages.text("process.no-program"));
        }
        ProcessBuilder builder = builder(job);
        if (orphans != ParentDeathSignal.WATCHDOG) {
            builder.redirectInput(nothing());
        }
        try {
            return CompletableFuture.supplyAsync(() -> started(builder), PARENT).join();
        } catch (java.util.concurrent.CompletionException e) {
            String why = e.getCause() == null
                    ? e.toString()
                    : String.valueOf(e.getCause().getMessage());
            throw notStarted(job, why);
        }
    }

    private ProcessBuilder builder(ProcessJob job) {
        try {
            ProcessBuilder builder = new ProcessBuilder(ProcessTexts.forChild(
                    orphans.wrap(MemoryLimit.wrap(job.command(), job.memory().bytes(), Platform.current()))));
            variables.forEach((name, value) -> builder.environment().put(name, ProcessTexts.forChild(value)));
            job.directory().ifPresent(folder -> builder.directory(new File(ProcessTexts.forChild(folder.toString()))));
            return builder;
        } catch (RetakeException unwritable) {
            throw new MediaException(
                    EngineMessages.text("file.unwritable-name", unwritable.getMessage(), unwritable.advice()),
                    unwritable);
        }
    }

    private static ProcessFailure notStarted(ProcessJob job, String why) {
        return new ProcessFailure(
                EngineMessages.text("process.not-started", job.command().get(0), why),
                job.command(),
                OptionalInt.empty(),
                "",
                false);
    }

    private static Process started(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ProcessBuilder.Redirect nothing() {
        return ProcessBuilder.Redirect.from(new File(Platform.current().isWindows() ? "NUL" : "/dev/null"));
    }

    private static byte[] stdout(ProcessJob job, InputStream in) throws IOException {
        try (in) {
            if (job.output().isPresent()) {
                job.output().get().read(in);
                in.transferTo(java.io.OutputStream.nullOutputStream());
                return new byte[0];
            }
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            byte[] block = in.readNBytes(MOST_OUTPUT);
            kept.write(block);
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return kept.toByteArray();
        }
    }

    private static void stop(Process process) {
        if (!process.isAlive()) {
            return;
        }
        List<ProcessHandle> family = process.descendants().toList();
        // By its handle: Process.destroy would close the streams under those who read its last words.
        process.toHandle().destroy();
        boolean ended = false;
        try {
            ended = process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<ProcessHandle> left = ended
                ? family
                : Stream.concat(Stream.of(process.toHandle()), family.stream()).toList();
        // All before waiting for any: what a child holds open keeps its parent's end from being noticed.
        left.forEach(ProcessHandle::destroyForcibly);
        left.stream().filter(ProcessHandle::isAlive).forEach(Processes::awaitEnd);
    }

    /**
     * Waits a while, also if the thread is interrupted: the files that the process writes are removed after this. A
     * killed grandchild that nobody reaps never ends, and {@code completeOnTimeout} would need a free thread of the common
     * pool: on two cores it has one, in which JDK 25 closes the streams of ended processes, waiting for their readers.
     */
    private static void awaitEnd(ProcessHandle process) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(GRACE_SECONDS);
        boolean interrupted = false;
        while (true) {
            try {
                process.onExit().get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException | TimeoutException e) {
                break;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static CompletableFuture<byte[]> read(StreamReader reading) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return reading.read();
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                },
                READERS);
    }

    private interface StreamReader {
        byte[] read() throws IOException;
    }

    private static Thread daemon(Runnable task, String role) {
        Thread thread = new Thread(task, "retake-process-" + role);
        thread.setDaemon(true);
        return thread;
    }
}

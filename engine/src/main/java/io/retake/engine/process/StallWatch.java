package io.retake.engine.process;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Notices a process that has stopped working: for so long it used next to no processor, read nothing, said nothing new,
 * and did not wait for us to take what it wrote. Looks now and then, and counts looks: time in which this machine slept
 * does not count.
 */
final class StallWatch {
    private static final int LOOKS = 24;
    /** The share of one processor that counts as idle; a stuck program still wakes up for its timers. */
    private static final double IDLE = 0.01;

    private final ProcessHandle process;
    private final Duration limit;
    private final AtomicLong received = new AtomicLong();
    private final LongSupplier said;
    private volatile boolean waiting = true;
    private Optional<Vitals> last = Optional.empty();
    private int idleLooks;

    /** @param reader what reads its output; it may know better than by bytes whether something new was said */
    StallWatch(ProcessHandle process, Duration limit, Optional<ProcessJob.OutputReader> reader) {
        this.process = process;
        this.limit = limit;
        this.said = () -> reader.map(ProcessJob.OutputReader::steps)
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .orElseGet(received::get);
    }

    /** Processor time, bytes read and output so far of a process and its children. */
    private record Vitals(Optional<Duration> processor, long read, long said) {
        static Vitals of(ProcessHandle process, long said) {
            return new Vitals(
                    family(process)
                            .map(each -> each.info().totalCpuDuration())
                            .reduce((a, b) -> a.flatMap(x -> b.map(x::plus)))
                            .orElse(Optional.empty()),
                    family(process).mapToLong(Vitals::read).sum(),
                    said);
        }

        private static Stream<ProcessHandle> family(ProcessHandle process) {
            return Stream.concat(Stream.of(process), process.descendants());
        }

        /** Linux counts what a process reads: one that reads from a slow disk needs little else. */
        private static long read(ProcessHandle process) {
            try {
                String counts = Files.readString(Path.of("/proc/" + process.pid() + "/io"));
                return counts.lines()
                        .filter(line -> line.startsWith("rchar: "))
                        .mapToLong(line -> Long.parseLong(line.substring(7)))
                        .findFirst()
                        .orElse(0);
            } catch (IOException | NumberFormatException e) {
                return 0;
            }
        }

        /** Whether it did something since then; where its use of processors is not told that can't be denied. */
        boolean isWorkSince(Vitals before, Duration time) {
            return read != before.read
                    || said != before.said
                    || processor.isEmpty()
                    || before.processor.isEmpty()
                    || processor.get().minus(before.processor.get()).toNanos() > time.toNanos() * IDLE;
        }
    }

    /**
     * Watches the process's output as it is read: while the reader doesn't wait for more, it is the reader who is slow.
     */
    InputStream watched(InputStream output) {
        return new FilterInputStream(output) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                waiting = true;
                int n = super.read(bytes, from, length);
                waiting = n < 0;
                received.addAndGet(Math.max(0, n));
                return n;
            }
        };
    }

    /**
     * Waits for its end.
     *
     * @return false when it ran out of time
     * @throws Stalled when it has stopped working
     */
    boolean waitFor(Process running, Duration timeout) throws InterruptedException, Stalled {
        long look = Math.max(10, limit.toMillis() / LOOKS);
        long end = System.nanoTime() + timeout.toNanos();
        while (true) {
            long left = end - System.nanoTime();
            if (running.waitFor(Math.min(left, TimeUnit.MILLISECONDS.toNanos(look)), TimeUnit.NANOSECONDS)) {
                return true;
            }
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            look(Duration.ofMillis(look));
        }
    }

    private void look(Duration time) throws Stalled {
        Vitals now = Vitals.of(process, said.getAsLong());
        boolean idle = waiting && last.isPresent() && !now.isWorkSince(last.get(), time);
        idleLooks = idle ? idleLooks + 1 : 0;
        last = Optional.of(now);
        if (idleLooks >= LOOKS) {
            throw new Stalled();
        }
    }

    /** The process has stopped working. */
    static final class Stalled extends Exception {
        private static final long serialVersionUID = 1L;
    }
}

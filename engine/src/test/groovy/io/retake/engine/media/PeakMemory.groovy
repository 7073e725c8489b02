package io.retake.engine.media

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.atomic.AtomicLong

/** The most memory that a child process of this one had while something was done. On Linux. */
class PeakMemory {
    static long during(Closure work) {
        def most = new AtomicLong()
        def looking = Thread.startDaemon {
            while (!Thread.currentThread().interrupted) {
                ProcessHandle.current().descendants().forEach { most.accumulateAndGet(peak(it.pid()), Math.&max) }
            }
        }
        try {
            work.call()
        } finally {
            looking.interrupt()
            looking.join()
        }
        most.get()
    }

    private static long peak(long pid) {
        try {
            def line = Files.readAllLines(Path.of("/proc/$pid/status")).find { it.startsWith('VmHWM') }
            line ? Long.parseLong(line.replaceAll('\\D', '')) << 10 : 0
        } catch (IOException gone) {
            0
        }
    }
}

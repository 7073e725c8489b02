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
            def status = Files.readAllLines(Path.of("/proc/$pid/status"))
            // Until it becomes another program, a child shares this one's memory.
            def line = status[0].endsWith('ffprobe') || status[0].endsWith('ffmpeg') ? status.find { it.startsWith('VmHWM') } : null
            line ? Long.parseLong(line.replaceAll('\\D', '')) << 10 : 0
        } catch (IOException gone) {
            0
        }
    }
}

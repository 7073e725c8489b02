package io.retake.engine.process

import io.retake.engine.process.ParentDeathSignal
import io.retake.engine.process.ProcessJob
import io.retake.engine.process.Processes
import io.retake.engine.process.ProgressReader
import java.time.Duration

/** Runs a command as a program of its own, to be killed. Arguments: the way, the library folder, the command. */
class OrphanMain {
    static void main(String... arguments) {
        def list = arguments as List<String>
        new Processes([LD_LIBRARY_PATH: list[1]], ParentDeathSignal.valueOf(list[0]))
                .run(ProcessJob.of(list.drop(2)).withTimeout(Duration.ofMinutes(1)).withOutput(new ProgressReader({ })))
    }
}

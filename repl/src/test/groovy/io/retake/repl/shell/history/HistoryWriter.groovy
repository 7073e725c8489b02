package io.retake.repl.shell.history

import groovy.transform.CompileStatic
import io.retake.repl.view.HistoryView.Outcome
import java.nio.file.Path
import java.time.Duration
import java.time.Instant

/** A process that writes entries: file, name, how many. */
@CompileStatic
class HistoryWriter {
    static void main(String[] arguments) {
        HistoryFile file = new HistoryFile(Path.of(arguments[0]), 1 << 20)
        for (int i = 1; i <= Integer.parseInt(arguments[2]); i++) {
            HistoryEntry entry = new HistoryEntry('writer' + arguments[1], i, Instant.EPOCH, 'sentence', Outcome.DONE, Duration.ZERO, 'line ' + i)
            file.append(HistoryLine.write(entry)) { List<String> lines -> lines }
        }
    }
}

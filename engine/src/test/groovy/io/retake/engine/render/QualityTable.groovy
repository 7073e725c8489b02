package io.retake.engine.render

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardOpenOption

/** The rows of {@code docs/quality.md}, as {@code bench/quality} collects them; nothing is kept without it. */
class QualityTable {
    private static final Path FILE = Path.of(System.getProperty('retake.root'), 'engine', 'target', 'quality.md')

    static synchronized void row(String what, String how, String before, String after) {
        def line = "| $what | $how | $before | $after |".toString()
        println 'QUALITY ' + line
        if (Boolean.getBoolean('retake.quality')) {
            Files.createDirectories(FILE.parent)
            Files.write(FILE, [line], StandardOpenOption.CREATE, StandardOpenOption.APPEND)
        }
    }
}

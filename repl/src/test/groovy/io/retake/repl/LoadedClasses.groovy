package io.retake.repl

import java.nio.file.Files
import java.nio.file.Path

/** What the prompt loads before it shows itself. Counted, not timed: a busy machine changes nothing about it. */
class LoadedClasses {
    /** As the launcher does; else the JVM warns of it. */
    private static final NATIVE = Runtime.version().feature() < 22 ? [] : ['--enable-native-access=ALL-UNNAMED']
    /** Begins when the prompt stands; only then do threads start whose order nobody knows. */
    private static final WARM_UP = 'io.retake.repl.shell.PromptWarmUp'

    /**
     * Each class, as the JVM says it, with where it came from: {@code java.lang.Object source: shared objects file}. The
     * prompt gets a terminal on which nobody types, so that it ends by itself.
     */
    static List<String> beforeThePrompt(Path folder, List<String> options) {
        def log = folder.resolve('classes.log')
        def command = [System.getProperty('java.home') + '/bin/java', *options, *NATIVE, "-Xlog:class+load:file=$log:none", '-Dretake.terminal=out+err+in', '-cp', Distribution.folder().resolve('lib/retake.jar').toString(), 'io.retake.repl.cli.Main']
        def builder = new ProcessBuilder(command*.toString()).directory(folder.toFile())
        builder.environment().putAll(Distribution.home(folder) + [TERM: 'xterm-256color'])
        builder.environment().remove('JAVA_TOOL_OPTIONS')
        def ended = Distribution.run(builder)
        assert ended.code == 0 && ended.err == '': ended
        def lines = Files.readAllLines(log)
        int end = lines.findIndexOf { it.startsWith(WARM_UP + ' ') }
        assert end > 0: "$WARM_UP was never loaded: the prompt didn't get as far"
        lines.take(end)
    }
}

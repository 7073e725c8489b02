package io.retake.repl

import java.nio.file.Files
import java.nio.file.Path

/** The classes that the prompt loads before it is shown. Counted, not timed, so that a busy machine doesn't matter. */
class LoadedClasses {
    /** As in the launcher; otherwise the JVM prints a warning. */
    private static final NATIVE = Runtime.version().feature() < 22 ? [] : ['--enable-native-access=ALL-UNNAMED']
    /** The class that loads once the prompt is shown; only then do threads start in an unpredictable order. */
    private static final WARM_UP = 'io.retake.repl.shell.PromptWarmUp'

    /**
     * Returns each class with its source, as the JVM logs them: {@code java.lang.Object source: shared objects file}.
     * The prompt gets a terminal without input, so that it ends by itself.
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

package io.retake.repl

/**
 * Starts programs that Ctrl-C ends, also where this JVM was started with SIGINT ignored (in the background, by nohup, by
 * many a CI runner): a child inherits that, no shell may change it, and Java has no word for it. Other programs do.
 */
class DefaultSignals {
    private static final List<List<String>> WAYS = [
        [],
        ['env', '--default-signal=INT,QUIT'],
        ['perl', '-e', '$SIG{INT} = $SIG{QUIT} = "DEFAULT"; exec @ARGV'],
        ['python3', '-c', 'import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); signal.signal(signal.SIGQUIT, signal.SIG_DFL); os.execvp(sys.argv[1], sys.argv[1:])']
    ]
    private static final List<String> WAY = WAYS.find { works(it) }

    /** Whether a signal can reach a child here at all. */
    static boolean arePossible() {
        WAY != null
    }

    /** The command, behind what gives it the default signals. It keeps its process id. */
    static List<String> with(List<String> command) {
        (WAY ?: []) + command
    }

    private static boolean works(List<String> way) {
        try {
            def process = new ProcessBuilder(way + ['sh', '-c', 'kill -INT $$; echo ignored']).redirectErrorStream(true).start()
            return process.inputStream.text.isEmpty() && process.waitFor() != 0
        } catch (IOException none) {
            return false
        }
    }
}

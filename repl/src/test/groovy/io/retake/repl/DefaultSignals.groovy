package io.retake.repl

/**
 * Starts programs that Ctrl-C ends, even if this JVM was started with SIGINT ignored (in the background, by nohup, by
 * many CI runners). A child inherits that; neither a shell nor Java can reset it, but other programs can.
 */
class DefaultSignals {
    private static final List<List<String>> WAYS = [
        [],
        ['env', '--default-signal=INT,QUIT'],
        ['perl', '-e', '$SIG{INT} = $SIG{QUIT} = "DEFAULT"; exec @ARGV'],
        ['python3', '-c', 'import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); signal.signal(signal.SIGQUIT, signal.SIG_DFL); os.execvp(sys.argv[1], sys.argv[1:])']
    ]
    private static final List<String> WAY = WAYS.find { works(it) }

    /** Whether a signal can reach a child on this machine. */
    static boolean arePossible() {
        WAY != null
    }

    /** Prefixes the command with a program that restores the default signals and keeps the process id. */
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

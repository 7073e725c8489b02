package io.retake.engine.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Ends a child when this JVM is gone, even by kill -9, and for nothing else: a Ctrl-C goes to every process of the
 * terminal's foreground, and would end an encode that nobody wanted to stop. FFmpeg ignores SIGPIPE and outlives us, and
 * handles SIGINT whatever it inherits; so it gets a process group of its own.
 *
 * <p>{@code setpriv --pdeathsig} asks the kernel. Where there is none a small shell watches a pipe that only this JVM
 * holds open, and kills the program when it closes. On Windows neither exists; FFmpeg then runs to its end.
 */
enum ParentDeathSignal {
    KERNEL {
        @Override
        List<String> wrap(List<String> command) {
            return prefixed(List.of("setsid", "setpriv", "--pdeathsig", "SIGKILL", "--"), command);
        }
    },
    WATCHDOG {
        @Override
        List<String> wrap(List<String> command) {
            return prefixed(List.of("/bin/sh", "-c", SCRIPT, "retake-watch"), command);
        }
    },
    NONE {
        @Override
        List<String> wrap(List<String> command) {
            return command;
        }
    };

    /**
     * Descriptor 3 is our end of the pipe: reading it ends when the JVM does. The program itself gets no stdin. SIGTERM
     * is passed on, and waited for again, because wait returns when a trapped signal comes. Job control gives the program
     * its group.
     */
    private static final String SCRIPT =
            "exec 3<&0 </dev/null; trap '' INT; { set -m; } 2>/dev/null; \"$@\" 3<&- & p=$!; "
                    + "set +m; "
                    + "trap 'kill -TERM $p 2>/dev/null' TERM; "
                    + "(trap - TERM; read -r _ <&3; kill -KILL $p) >/dev/null 2>&1 & w=$!; exec 3<&-; "
                    + "wait $p; r=$?; while kill -0 $p 2>/dev/null; do wait $p; r=$?; done; "
                    + "kill -KILL $w 2>/dev/null; exit $r";

    abstract List<String> wrap(List<String> command);

    private static List<String> prefixed(List<String> prefix, List<String> command) {
        List<String> full = new ArrayList<>(prefix);
        full.addAll(command);
        return full;
    }

    /** The best this machine has. Asks once: BusyBox has a setpriv without the option. */
    static ParentDeathSignal best() {
        return LazySignal.BEST;
    }

    private static final class LazySignal {
        private static final ParentDeathSignal BEST = find();

        private static ParentDeathSignal find() {
            Platform platform = Platform.current();
            if (platform.isWindows()) {
                return NONE;
            }
            return platform.isLinux() && works(KERNEL.wrap(List.of("true"))) ? KERNEL : WATCHDOG;
        }

        private static boolean works(List<String> command) {
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                boolean ended = process.waitFor(5, TimeUnit.SECONDS);
                process.destroyForcibly();
                return ended && process.exitValue() == 0;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}

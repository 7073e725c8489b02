package io.retake.repl.shell.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.SystemStream;
import org.jline.utils.InfoCmp;

/**
 * The terminal of this process, opened the short way: the builder of terminals looks for its parts in every jar of the
 * class path, and starts a process to ask what the terminal can; both take longer than all the rest.
 */
public final class SystemTerminal {
    private static final String NAME = "retake";

    private SystemTerminal() {}

    public static Terminal open(Map<String, String> environment) throws IOException {
        // Nothing to wait for when a terminal is closed, and no questions to it before the first line.
        System.setProperty(TerminalBuilder.PROP_DRAIN_TIMEOUT, "1");
        System.setProperty(TerminalBuilder.PROP_GRAPHEME_CLUSTER, "false");
        // While a line is typed, Ctrl-C is a key. Made a signal too, one press would count twice.
        System.setProperty("org.jline.terminal.softwareSignals", "false");
        String type = environment.getOrDefault("TERM", "");
        if (File.separatorChar == '/' && !type.isEmpty()) {
            try {
                return direct(type);
            } catch (IOException | RuntimeException | LinkageError unusual) {
                return built(); // it knows more ways, and says what is wrong when there is none
            }
        }
        return built();
    }

    private static Terminal direct(String type) throws IOException {
        String known = InfoCmp.getDefaultInfoCmp(type);
        if (known != null) {
            InfoCmp.setLoadedInfoCmp(type, known);
        }
        Charset charset = charset();
        return new JniTerminalProvider()
                .sysTerminal(
                        NAME,
                        type,
                        false,
                        charset,
                        charset,
                        charset,
                        true,
                        Terminal.SignalHandler.SIG_DFL,
                        false,
                        SystemStream.Output);
    }

    private static Charset charset() {
        String locale = System.getProperty("native.encoding", "");
        return Charset.isSupported(locale) ? Charset.forName(locale) : StandardCharsets.UTF_8;
    }

    private static Terminal built() throws IOException {
        return TerminalBuilder.builder().name(NAME).system(true).provider("jni").build();
    }
}

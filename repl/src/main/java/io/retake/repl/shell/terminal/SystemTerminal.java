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
 * Opens the terminal of this process directly. JLine's builder would search every jar of the class path for providers and
 * start a process for the terminal's capabilities, which takes longer than the rest of the start.
 */
public final class SystemTerminal {
    private static final String NAME = "retake";

    private SystemTerminal() {}

    public static Terminal open(Map<String, String> environment) throws IOException {
        // Don't wait when the terminal closes, and don't query it before the first line.
        System.setProperty(TerminalBuilder.PROP_DRAIN_TIMEOUT, "1");
        System.setProperty(TerminalBuilder.PROP_GRAPHEME_CLUSTER, "false");
        // While a line is edited, Ctrl-C is a key. As a signal too, one press would count twice.
        System.setProperty("org.jline.terminal.softwareSignals", "false");
        String type = environment.getOrDefault("TERM", "");
        if (File.separatorChar == '/' && !type.isEmpty()) {
            try {
                return direct(type);
            } catch (IOException | RuntimeException | LinkageError unusual) {
                return built(); // the builder has more providers, and reports why none works
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

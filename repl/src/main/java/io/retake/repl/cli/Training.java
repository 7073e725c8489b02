package io.retake.repl.cli;

import io.retake.repl.view.Screen;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;

/**
 * Exercises typical runs so that the JVM records the loaded classes for the launcher's archive. All its files are in
 * the given folder, which the launcher deletes.
 */
final class Training {
    private static final String SEEN = "println 'ready'\n";
    private static final String USUAL = """
            session {
                upload sampleClip()
                trim to: 1.s
                edit 'make it brighter'
                title 'Ready', to: 500.ms
                println timeline()
                export mp4
            }
            """;
    private static final String TYPED = String.join(
            "\r",
            "1 + 41",
            "def length = 2.s",
            "println length",
            "upload sampleClip()",
            "trim to: length",
            "make it brighter",
            "trimm to: 2.s",
            "/timeline",
            "/peek",
            "/undo",
            "/quit",
            "");
    private static final String TERMINAL = "xterm-256color";
    private static final String WRONG = "session { uplod 'nothing.mp4' }\n";

    private Training() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Map<String, String> environment = environment(folder);
        // As on a terminal: a typical run also loads the progress bar.
        Screen screen = new Screen(nowhere, nowhere, true, true, environment);
        ProcessEnvironment around = new ProcessEnvironment(screen, environment, folder);
        run(around, "seen.groovy", SEEN);
        run(around, "usual.groovy", USUAL);
        run(around, "usual.groovy", USUAL);
        run(around, "wrong.groovy", WRONG);
        // Without input it ends at once, but it opens the terminal that users have.
        PromptExecution.prompt(around).run();
        prompt(around);
        Main.run(around, "help");
        // Exit without an orderly shutdown: it adds nothing to the archive.
        System.exit(0);
    }

    /**
     * Runs the prompt on a pure Java terminal with prepared keys; a pseudo-terminal would lose them at the end of
     * input.
     */
    private static void prompt(ProcessEnvironment around) throws IOException {
        InputStream keys = new ByteArrayInputStream(TYPED.getBytes(StandardCharsets.UTF_8));
        try (Terminal terminal = new ExternalTerminal(
                "retake", TERMINAL, keys, OutputStream.nullOutputStream(), StandardCharsets.UTF_8)) {
            PromptExecution.prompt(around).run(terminal);
        }
    }

    private static void run(ProcessEnvironment around, String name, String script) throws IOException {
        Files.writeString(around.folder().resolve(name), script);
        Main.run(around, "run", name);
    }

    private static Map<String, String> environment(Path folder) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.keySet().removeIf(name -> name.startsWith("NEMO_"));
        environment.put("TERM", TERMINAL);
        environment.put("XDG_DATA_HOME", folder.resolve("data").toString());
        environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
        return environment;
    }
}

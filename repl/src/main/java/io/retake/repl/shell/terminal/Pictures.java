package io.retake.repl.shell.terminal;

import io.retake.repl.view.Theme;
import io.retake.repl.view.picture.Answers;
import io.retake.repl.view.picture.Detected;
import io.retake.repl.view.picture.Graphics;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/**
 * Decides how pictures are drawn. It queries the terminal once, for the first picture, and never during the start of the
 * prompt. Used by the prompt's thread while no line is edited.
 */
public final class Pictures {
    /** A local terminal answers in a few milliseconds, one behind a slow connection in a hundred. */
    private static final long PATIENCE_MILLIS = 200;
    /** The limit for an answer that has begun. */
    private static final long REST_MILLIS = 1000;

    private static final String SWALLOW = "swallow-answer";
    private final @Nullable Terminal terminal;
    private final Supplier<Map<String, String>> environment;
    private final Supplier<Theme> theme;
    private final Supplier<@Nullable LineReader> reader;
    private final long patienceMillis;
    private @Nullable Detected detected;

    /**
     * Creates it without querying the terminal.
     *
     * @param terminal null if the output is not a terminal
     * @param reader the line editor, which gets the keys typed during the answer
     * @param environment returns the current environment, which settings change
     */
    Pictures(
            @Nullable Terminal terminal,
            Supplier<@Nullable LineReader> reader,
            Supplier<Map<String, String>> environment,
            Supplier<Theme> theme) {
        this(terminal, reader, environment, theme, PATIENCE_MILLIS);
    }

    /** Creates it with another limit for the start of an answer. */
    Pictures(
            @Nullable Terminal terminal,
            Supplier<@Nullable LineReader> reader,
            Supplier<Map<String, String>> environment,
            Supplier<Theme> theme,
            long patienceMillis) {
        this.terminal = terminal;
        this.reader = reader;
        this.environment = environment;
        this.theme = theme;
        this.patienceMillis = patienceMillis;
    }

    /** Returns the protocol to draw pictures with. */
    public Graphics graphics() {
        return Graphics.of(environment.get(), theme.get(), detected());
    }

    /** Returns the terminal's own answers; the first call queries it. */
    public Detected detected() {
        Terminal asked = terminal;
        LineReader typing = reader.get();
        if (asked == null || typing == null || !Graphics.depends(environment.get(), theme.get())) {
            return Detected.NOTHING;
        }
        Detected known = detected;
        if (known == null) {
            known = ask(asked, typing);
            detected = known;
        }
        return known;
    }

    private Detected ask(Terminal asked, LineReader typing) {
        Answers answers = new Answers();
        asked.writer().write(Answers.questions(Graphics.isMultiplexed(environment.get())));
        asked.flush();
        try {
            listen(asked, answers);
        } catch (IOException closed) {
            return Detected.NOTHING;
        }
        if (!answers.complete()) {
            swallow(typing);
        }
        String typed = answers.typed();
        if (!typed.isEmpty()) {
            typing.runMacro(typed);
        }
        return answers.detected();
    }

    private void listen(Terminal asked, Answers answers) throws IOException {
        long begun = System.nanoTime();
        while (!answers.complete()) {
            long limit = answers.begun() ? Math.max(patienceMillis, REST_MILLIS) : patienceMillis;
            long left = limit - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            int c = left <= 0 ? -2 : asked.reader().read(left);
            if (c < 0) {
                return;
            }
            answers.hear((char) c);
        }
    }

    /** Binds late answers, which arrive as keys, so that they are not typed into the line. */
    private static void swallow(LineReader typing) {
        typing.getWidgets().put(SWALLOW, () -> swallowed((LineReaderImpl) typing));
        for (String name : Set.of(LineReader.EMACS, LineReader.VIINS)) {
            KeyMap<Binding> keys = typing.getKeyMaps().get(name);
            if (keys != null) {
                keys.bind(new Reference(SWALLOW), "\u001b[?", "\u001b[6;", "\u001b_G", "\u001bP>");
            }
        }
    }

    private static boolean swallowed(LineReaderImpl typing) {
        String keys = typing.getLastBinding();
        boolean text = keys.startsWith("\u001b_") || keys.startsWith("\u001bP");
        int c = ' ';
        while (c >= 0 && !(text ? c == '\\' : Character.isLetter(c))) {
            c = typing.readCharacter();
        }
        return true;
    }
}

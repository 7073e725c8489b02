package io.retake.core;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The language in which messages for users appear: English, or Chinese where the user's environment asks for it. */
public final class UserLanguage {
    /** The environment variable that sets it: {@code en} or {@code zh}. */
    public static final String VARIABLE = "RETAKE_LANGUAGE";

    private static final Language CURRENT =
            of(System.getenv(), Locale.getDefault(Locale.Category.DISPLAY), consoleCharset());

    private UserLanguage() {}

    /** Returns the language of this process, which doesn't change while it runs. */
    public static Language current() {
        return CURRENT;
    }

    /**
     * Returns the language for an environment: what {@value #VARIABLE} says; else the language of the first that is set
     * of LC_ALL, LC_MESSAGES and LANG; else that of the system. It is English where the console can't show Chinese.
     *
     * @param system the language of the operating system, used where no variable is set, as on Windows
     * @param console the charset of the console
     */
    public static Language of(Map<String, String> environment, Locale system, Charset console) {
        String wanted =
                first(environment, VARIABLE, "LC_ALL", "LC_MESSAGES", "LANG").orElse(system.getLanguage());
        boolean chinese = wanted.toLowerCase(Locale.ROOT).startsWith("zh");
        return chinese && canShow(console) ? Language.CHINESE : Language.ENGLISH;
    }

    private static Optional<String> first(Map<String, String> environment, String... names) {
        for (String name : names) {
            String value = environment.getOrDefault(name, "");
            if (!value.isBlank()) {
                return Optional.of(value.strip());
            }
        }
        return Optional.empty();
    }

    private static boolean canShow(Charset charset) {
        return charset.canEncode() && charset.newEncoder().canEncode("中文：");
    }

    private static Charset consoleCharset() {
        String name = System.getProperty("stdout.encoding", System.getProperty("native.encoding", ""));
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return Charset.defaultCharset();
        }
    }
}

package io.retake.core;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a module for users, by their keys: {@code messages.properties} in English and {@code
 * messages_zh.properties} in Chinese. They are read when the first one is needed. Thread-safe.
 */
public final class MessageBundle {
    private final String name;
    private final ClassLoader loader;
    private final Map<Language, ResourceBundle> texts = new ConcurrentHashMap<>();

    /**
     * Creates one.
     *
     * @param name of the bundle, such as {@code io.retake.dsl.messages}
     * @param user a class of the module, whose loader finds it
     */
    public MessageBundle(String name, Class<?> user) {
        this.name = name;
        this.loader = user.getClassLoader();
    }

    /**
     * Returns a text in the user's language.
     *
     * @param key in both languages, such as {@code export.no-format}
     * @param values in place of {@code %s} and other conversions of {@link java.util.Formatter}
     * @throws java.util.MissingResourceException if there is no such text
     */
    public String text(String key, @Nullable Object... values) {
        return text(UserLanguage.current(), key, values);
    }

    /** Returns a text in this language, like {@link #text(String, Object...)}. */
    @SuppressWarnings("AnnotateFormatMethod") // the patterns are in the bundles, and a specification compares them
    public String text(Language language, String key, @Nullable Object... values) {
        return String.format(
                Locale.ROOT, texts.computeIfAbsent(language, this::read).getString(key), values);
    }

    private ResourceBundle read(Language language) {
        // Without it, the locale of the machine would replace English where it has a bundle.
        ResourceBundle.Control exact =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle(name, language.locale(), loader, exact);
    }
}

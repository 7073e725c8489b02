package io.retake.repl.shell.settings;

import io.retake.core.vocabulary.Suggestion;
import io.retake.repl.message.ProgramMessages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a prompt. A value set in the prompt has priority, then the environment, then the file, then the default.
 * Thread-safe.
 */
public final class Settings {
    private final Map<String, String> environment;
    private final Optional<SettingsFile> file;
    private final Map<Setting, String> said = new EnumMap<>(Setting.class);
    private final Map<Setting, String> kept = new EnumMap<>(Setting.class);
    private final List<String> problems = new ArrayList<>();

    private Settings(Map<String, String> environment, Optional<SettingsFile> file) {
        this.environment = Map.copyOf(environment);
        this.file = file;
    }

    /** Reads the user's settings from a file; its errors are among the {@link #problems}. */
    public static Settings read(Path file, Map<String, String> environment) {
        Settings settings = new Settings(environment, Optional.of(new SettingsFile(file)));
        settings.load();
        return settings;
    }

    /** Creates settings without a file. */
    public static Settings unkept(Map<String, String> environment) {
        return new Settings(environment, Optional.empty());
    }

    private synchronized void load() {
        SettingsFile from = file.orElseThrow();
        try {
            for (SettingsFile.SettingLine line : from.read()) {
                Optional<Setting> setting = Setting.named(line.name());
                if (setting.isEmpty()) {
                    problem(
                            from,
                            line,
                            ProgramMessages.text("setting.unknown", line.name(), meant(line.name(), names())));
                } else if (!setting.get().choices().contains(line.value())) {
                    problem(from, line, wrong(setting.get(), line.value()));
                } else {
                    kept.put(setting.get(), line.value());
                }
            }
        } catch (IOException e) {
            problems.add(ProgramMessages.text("setting.unreadable", from.path(), e));
        }
    }

    private void problem(SettingsFile from, SettingsFile.SettingLine line, String what) {
        problems.add(from.path() + ":" + line.number() + ": " + what);
    }

    /** Returns the message for a value that a setting doesn't allow. */
    public static String wrong(Setting setting, String value) {
        return (value.isEmpty()
                        ? ProgramMessages.text("setting.no-value", setting.word())
                        : ProgramMessages.text("setting.invalid", setting.word(), value))
                + meant(value, setting.choices()) + ": " + String.join(", ", setting.choices());
    }

    /** Returns a question that suggests a similar word; empty if there is none. */
    public static String meant(String word, List<String> known) {
        return word.isEmpty()
                ? ""
                : Suggestion.of(word, known)
                        .map(near -> ProgramMessages.text("setting.near", near))
                        .orElse("");
    }

    /** Returns the names of all settings. */
    public static List<String> names() {
        return Setting.all().stream().map(Setting::word).toList();
    }

    /** Returns the errors in the file with their lines, to be reported once. */
    public synchronized List<String> problems() {
        return List.copyOf(problems);
    }

    /** Returns the current value. */
    public synchronized String get(Setting setting) {
        String here = said.get(setting);
        if (here != null) {
            return here;
        }
        String around = around(setting);
        return around.isEmpty() ? kept.getOrDefault(setting, setting.standard()) : around;
    }

    private String around(Setting setting) {
        String value = setting.variable().isEmpty()
                ? ""
                : environment.getOrDefault(setting.variable(), "").toLowerCase(Locale.ROOT);
        return setting.choices().contains(value) ? value : "";
    }

    /** Returns whether a setting with the values on and off is on. */
    public boolean on(Setting setting) {
        return get(setting).equals("on");
    }

    /** Returns the origin of the current value in a word or two; empty for the default. */
    public synchronized String origin(Setting setting) {
        if (!said.containsKey(setting) && !around(setting).isEmpty()) {
            return setting.variable();
        }
        return get(setting).equals(setting.standard()) ? "" : "set";
    }

    /**
     * Changes a setting in this prompt, and saves it for later ones.
     *
     * @param value an allowed value
     * @throws IOException if it can't be saved; it is changed in this prompt nevertheless
     */
    public synchronized void set(Setting setting, String value) throws IOException {
        said.put(setting, value);
        keep(setting, value);
    }

    /** Restores the default in this prompt, and for later ones. */
    public synchronized void reset(Setting setting) throws IOException {
        said.put(setting, setting.standard());
        keep(setting, "");
    }

    private void keep(Setting setting, String value) throws IOException {
        if (file.isPresent()) {
            file.get().write(setting.word(), value);
        }
    }

    /** Returns the environment with the variables of the settings set to the current values. */
    public synchronized Map<String, String> environment() {
        Map<String, String> known = new HashMap<>(environment);
        for (Setting setting : Setting.all()) {
            if (!setting.variable().isEmpty()
                    && (said.containsKey(setting) || around(setting).isEmpty())) {
                String value = get(setting);
                if (value.equals(setting.standard())) {
                    known.remove(setting.variable());
                } else {
                    known.put(setting.variable(), value);
                }
            }
        }
        return known;
    }
}

package io.retake.repl.view;

import io.retake.engine.Doctor;
import io.retake.engine.api.StorageReport;
import io.retake.repl.message.ProgramMessages;
import java.util.List;
import java.util.Map;

/** Prints the findings of {@code doctor} as text. */
public final class DoctorView {
    private static final String INDENT = "  ";
    /** The keys of labels by the names that the JSON output has. */
    private static final Map<String, String> LABELS = Map.of(
            "java", "label.java",
            "platform", "label.platform",
            "terminal", "label.terminal",
            "neural", "label.neural",
            "chosen", "label.chosen",
            "cloud", "label.cloud",
            "token", "label.token",
            "files", "label.files",
            "model", "label.model",
            "answers", "label.answers");

    private final Screen screen;
    private final Theme theme;
    private boolean any;

    /** Prints to standard output of the screen. */
    public DoctorView(Screen screen) {
        this.screen = screen;
        this.theme = screen.outTheme();
    }

    /** Prints a heading, and names with their values below it. */
    public void section(String title, Map<String, String> values) {
        heading(title);
        Table table = new Table();
        values.forEach((name, value) -> table.row(label(name), value));
        print(table);
    }

    /** Prints which FFmpeg is used, why, and its features. */
    public void ffmpeg(Doctor.Program program) {
        heading("FFmpeg " + program.version());
        line(program.path());
        line(program.origin());
        Table table = new Table();
        for (Doctor.Ability ability : program.abilities()) {
            table.row(ability.name(), mark(ability), ability.purpose());
        }
        print(table);
    }

    /** Marks an ability; a missing one is an error only if Retake requires it. */
    private String mark(Doctor.Ability ability) {
        return ability.present() ? theme.tick() : ability.required() ? theme.cross() : theme.dash();
    }

    /** Prints the data folder of the engines, its usage and the limit. */
    public void storage(StorageReport storage) {
        heading(ProgramMessages.text("doctor.storage", Amounts.bytes(storage.used()), Amounts.bytes(storage.limit())));
        line(storage.folder().toString());
        Table table = new Table();
        for (StorageReport.PartUse part : storage.parts()) {
            table.row(
                    part.name(),
                    Amounts.bytes(part.bytes()),
                    part.items() == 1
                            ? ProgramMessages.text("doctor.one-item")
                            : ProgramMessages.text("doctor.items", part.items()));
        }
        print(table);
    }

    /** Prints the problems, or that there are none. */
    public void trouble(List<String> trouble) {
        screen.out().println();
        if (trouble.isEmpty()) {
            screen.out().println(ProgramMessages.text("doctor.no-problems", theme.tick()));
        }
        trouble.forEach(each -> screen.out().println(theme.cross() + " " + each));
    }

    private static String label(String name) {
        String key = LABELS.get(name);
        return key == null ? name : ProgramMessages.text(key);
    }

    private void heading(String title) {
        if (any) {
            screen.out().println();
        }
        any = true;
        screen.out().println(theme.paint(Role.EMPHASIS, title));
    }

    private void line(String text) {
        screen.out().println(INDENT + text);
    }

    private void print(Table table) {
        table.lines(INDENT).forEach(screen.out()::println);
    }
}

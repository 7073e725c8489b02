package io.retake.repl.view;

import io.retake.core.protocol.TerminalText;
import io.retake.dsl.parameter.Description;
import io.retake.dsl.parameter.Parameter;
import java.io.PrintStream;

/** What a script says about itself: its comment, and how its parameters are given. */
public final class ParameterView {
    private final Screen screen;

    /** Shows it as a result. */
    public ParameterView(Screen screen) {
        this.screen = screen;
    }

    /** Shows it; {@code command} is how the script is run. */
    public void show(String command, Description description) {
        PrintStream out = screen.out();
        Theme theme = screen.outTheme();
        if (!description.text().isBlank()) {
            out.println(TerminalText.clean(description.text()).strip());
            out.println();
        }
        out.println("Usage: " + theme.paint(Role.EMPHASIS, TerminalText.clean(command)) + usage(description));
        if (description.parameters().isEmpty()) {
            out.println("The script has no parameters.");
            return;
        }
        Table table = new Table();
        for (Parameter parameter : description.parameters()) {
            table.row("--" + parameter.name(), parameter.hint(), explanation(parameter));
        }
        out.println();
        table.lines("  ").forEach(out::println);
    }

    private static String usage(Description description) {
        StringBuilder usage = new StringBuilder();
        for (Parameter parameter : description.parameters()) {
            String given =
                    "--" + parameter.name() + " " + parameter.type().word().toUpperCase(java.util.Locale.ROOT);
            usage.append(parameter.required() ? " " + given : " [" + given + "]");
        }
        return usage.toString();
    }

    private static String explanation(Parameter parameter) {
        String also = parameter.required()
                ? "required"
                : parameter.fallback().map(value -> "default: " + value).orElse("");
        String help = TerminalText.clean(parameter.help());
        return help.isBlank() ? also : also.isEmpty() ? help : help + " (" + also + ")";
    }
}

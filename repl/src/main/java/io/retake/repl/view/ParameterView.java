package io.retake.repl.view;

import io.retake.core.protocol.TerminalText;
import io.retake.dsl.parameter.Description;
import io.retake.dsl.parameter.Parameter;
import io.retake.repl.message.ProgramMessages;
import java.io.PrintStream;

/** Prints the help of a script: its leading comment, and its parameters. */
public final class ParameterView {
    private final Screen screen;

    /** Prints to standard output of the screen. */
    public ParameterView(Screen screen) {
        this.screen = screen;
    }

    /** Prints the help; {@code command} is the command line that runs the script. */
    public void show(String command, Description description) {
        PrintStream out = screen.out();
        Theme theme = screen.outTheme();
        if (!description.text().isBlank()) {
            out.println(TerminalText.clean(description.text()).strip());
            out.println();
        }
        out.println(ProgramMessages.text("parameter.usage")
                + theme.paint(Role.EMPHASIS, TerminalText.clean(command))
                + usage(description));
        if (description.parameters().isEmpty()) {
            out.println(ProgramMessages.text("parameter.none"));
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
                ? ProgramMessages.text("parameter.required")
                : parameter
                        .fallback()
                        .map(value -> ProgramMessages.text("parameter.default", value))
                        .orElse("");
        String help = TerminalText.clean(parameter.help());
        return help.isBlank() ? also : also.isEmpty() ? help : ProgramMessages.text("parameter.help-and", help, also);
    }
}

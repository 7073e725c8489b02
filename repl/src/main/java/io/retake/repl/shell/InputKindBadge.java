package io.retake.repl.shell;

import io.retake.dsl.prompt.Reading;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.view.Role;
import io.retake.repl.view.Theme;

/** Names the kind of a line, in a word at its right. */
final class InputKindBadge {
    private InputKindBadge() {}

    static String java(Theme theme) {
        return theme.paint(Role.ASIDE, JavaMode.NAME);
    }

    static String of(Reading reading, Theme theme) {
        return switch (reading.kind()) {
            case EMPTY -> "";
            case COMMAND -> theme.paint(Role.ASIDE, ProgramMessages.text("input.command"));
            case SENTENCE -> theme.paint(Role.ASIDE, ProgramMessages.text("input.sentence"));
            case STATEMENT -> theme.paint(Role.ASIDE, ProgramMessages.text("input.statement"));
        };
    }
}

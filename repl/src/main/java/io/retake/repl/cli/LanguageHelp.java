package io.retake.repl.cli;

import io.retake.core.vocabulary.Operation;
import io.retake.core.vocabulary.Vocabulary;
import io.retake.dsl.scope.Help;
import io.retake.dsl.scope.ScriptScope;
import io.retake.dsl.scope.SessionScope;
import io.retake.repl.message.ProgramMessages;
import io.retake.repl.view.Role;
import io.retake.repl.view.Screen;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Prints {@code retake help language}: the words of the language, read from their declarations. */
final class LanguageHelp {
    private LanguageHelp() {}

    static void print(Screen screen) {
        section(screen, ProgramMessages.text("language.in-script"), declared(ScriptScope.class));
        section(screen, ProgramMessages.text("language.in-session"), declared(SessionScope.class));
        Map<String, String> edits = new TreeMap<>();
        for (Operation operation : Vocabulary.operations()) {
            edits.put(operation.example(), operation.help());
        }
        section(screen, ProgramMessages.text("language.edits"), edits);
    }

    /** Maps examples to explanations. */
    private static Map<String, String> declared(Class<?> scope) {
        Map<String, String> words = new TreeMap<>();
        Arrays.stream(scope.getMethods())
                .filter(method -> method.isAnnotationPresent(Help.class))
                .map(LanguageHelp::help)
                .forEach(help -> words.put(help.example(), help.value()));
        return words;
    }

    private static Help help(Method method) {
        return method.getAnnotation(Help.class);
    }

    private static void section(Screen screen, String title, Map<String, String> words) {
        screen.out().println(screen.outTheme().paint(Role.EMPHASIS, title));
        words.forEach((example, help) -> {
            screen.out().println("  " + example);
            screen.out().println("      " + screen.outTheme().paint(Role.ASIDE, help));
        });
        screen.out().println();
    }
}

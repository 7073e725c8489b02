package io.retake.dsl.prompt;

import io.retake.dsl.syntax.TypedTokens;
import java.util.List;
import java.util.Set;

/**
 * Checks whether a statement is complete: its brackets, texts and comments are closed, and no continuation must follow.
 */
final class Completeness {
    private static final Set<String> GO_ON = Set.of("&&", "||", "->", ".", "?.", "??.", "*.", "else", "def");

    private Completeness() {}

    static boolean of(String text) {
        TypedTokens tokens = TypedTokens.code(text);
        List<String> code =
                tokens.tokens().stream().map(TypedTokens.Typed::text).toList();
        return !tokens.isOpen() && !tokens.endsInBackslash() && isClosed(code) && !goesOn(code);
    }

    private static boolean isClosed(List<String> code) {
        int depth = 0;
        for (String token : code) {
            depth = switch (token) {
                case "(", "[", "?[", "{" -> depth + 1;
                case ")", "]", "}" -> Math.max(0, depth - 1);
                default -> depth;
            };
        }
        return depth == 0;
    }

    private static boolean goesOn(List<String> code) {
        if (code.isEmpty()) {
            return false;
        }
        String last = code.get(code.size() - 1);
        boolean operator = last.matches("[-+*/%=<>!?&|^~.,]*[=+*?,]") && !last.equals("++");
        boolean everything = last.equals("*") && code.get(0).equals("import");
        return GO_ON.contains(last) || (operator && !everything);
    }
}

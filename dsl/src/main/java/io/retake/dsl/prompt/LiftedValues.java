package io.retake.dsl.prompt;

import io.retake.dsl.problem.ScriptMessages;
import io.retake.dsl.syntax.TypedTokens;
import io.retake.dsl.syntax.TypedTokens.Typed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns literals of a script into parameters: the files that it uploads, the texts of its titles, and the names of its
 * exports. The literals become the defaults, so that the script without arguments does the same.
 */
final class LiftedValues {
    private static final Pattern WORD = Pattern.compile("\\w+");

    private final List<String> declared = new ArrayList<>();
    private final Set<String> taken;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final String script;

    private LiftedValues(String text) {
        taken = WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(HashSet::new));
        List<Literal> literals = new Calls(text).literals();
        Map<Integer, String> names = new HashMap<>();
        for (Lifted kind : Lifted.values()) {
            literals.stream()
                    .filter(literal -> literal.kind == kind)
                    .forEach(literal -> names.put(literal.token.start(), declared(literal)));
        }
        script = replaced(text, literals, names);
    }

    /** Lifts the literals of a script; without any, there are no parameters and the text is unchanged. */
    static LiftedValues of(String text) {
        return new LiftedValues(text);
    }

    /** Returns the block of parameters, with an empty line after it. */
    String parameters() {
        return declared.isEmpty() ? "" : "params {\n    " + String.join("\n    ", declared) + "\n}\n\n";
    }

    String script() {
        return script;
    }

    private static String replaced(String text, List<Literal> literals, Map<Integer, String> names) {
        StringBuilder replaced = new StringBuilder();
        int at = 0;
        for (Literal literal : literals) {
            replaced.append(text, at, literal.token.start()).append(names.get(literal.token.start()));
            at = literal.token.end();
        }
        return replaced.append(text.substring(at)).toString();
    }

    private String declared(Literal literal) {
        String value = literal.token.text();
        boolean file = literal.kind == Lifted.INPUT;
        String type = !file ? "" : value.matches(".*[*?\\[{].*") ? "files, default: " : "file, default: ";
        String name = free(literal.kind.name().toLowerCase(Locale.ROOT));
        declared.add(name + " " + type + value + ", help: '" + literal.kind.help + "'");
        return name;
    }

    /** Returns a name that the script does not use yet. */
    private String free(String name) {
        while (true) {
            int number = numbers.merge(name, 1, Integer::sum);
            String candidate = number == 1 ? name : name + number;
            if (taken.add(candidate)) {
                return candidate;
            }
        }
    }

    /** The kinds of literals; each constant is a parameter's name. */
    private enum Lifted {
        INPUT(ScriptMessages.text("lifted.footage")),
        WORDS(ScriptMessages.text("lifted.title")),
        OUTPUT(ScriptMessages.text("lifted.film"));

        private final String help;

        Lifted(String help) {
            this.help = help;
        }
    }

    private record Literal(Lifted kind, Typed token) {}

    /** Scans a script once, from statement to statement. */
    private static final class Calls {
        private static final Set<String> BEFORE_STATEMENT = Set.of(";", "{", "}", "->", "=", ")");
        private static final Pattern ADDRESS = Pattern.compile("['\"/$]{1,3}https?://.*");
        private final String text;
        private final List<Typed> tokens;
        private final List<Literal> literals = new ArrayList<>();

        Calls(String text) {
            this.text = text;
            this.tokens = TypedTokens.code(text).tokens();
        }

        /** Returns the literals, in the order of the text. */
        List<Literal> literals() {
            for (int i = 0; i < tokens.size(); i++) {
                boolean begins = i == 0 || endsLine(i - 1) || BEFORE_STATEMENT.contains(said(i - 1));
                int first = said(i + 1).equals("(") ? i + 2 : i + 1;
                switch (begins ? said(i) : "") {
                    case "upload" -> upload(first);
                    case "title" -> lift(Lifted.WORDS, first);
                    case "export" -> export(first, first - i - 1);
                    default -> {}
                }
            }
            return literals;
        }

        /** Lifts all files of an upload or none: a list with computed files stays unchanged. */
        private void upload(int first) {
            int end = first;
            while (isPlain(end) && said(end + 1).equals(",") && isPlain(end + 2)) {
                end += 2;
            }
            boolean whole =
                    isPlain(end) && (endsLine(end) || Set.of(")", ";", "}").contains(said(end + 1)));
            for (int i = first; whole && i <= end; i += 2) {
                if (!ADDRESS.matcher(said(i)).matches()) {
                    lift(Lifted.INPUT, i);
                }
            }
        }

        private void export(int first, int brackets) {
            int depth = brackets;
            for (int i = first; i < tokens.size() && depth >= brackets; i++) {
                if (depth == brackets && said(i).equals("to") && said(i + 1).equals(":")) {
                    lift(Lifted.OUTPUT, i + 2);
                    return;
                }
                depth += Set.of("(", "[", "{").contains(said(i))
                        ? 1
                        : Set.of(")", "]", "}").contains(said(i)) ? -1 : 0;
                if (depth == 0 && (said(i).equals(";") || (endsLine(i) && !said(i).equals(",")))) {
                    return;
                }
            }
        }

        private void lift(Lifted kind, int at) {
            if (isPlain(at)) {
                literals.add(new Literal(kind, tokens.get(at)));
            }
        }

        /** Returns whether a text has one line and no interpolated values. */
        private boolean isPlain(int at) {
            return at < tokens.size()
                    && tokens.get(at).quoted()
                    && said(at).indexOf('\n') < 0
                    && said(at).substring(said(at).startsWith("$/") ? 2 : 0, said(at).length() - 1)
                                    .indexOf('$')
                            < 0;
        }

        private boolean endsLine(int at) {
            return at + 1 >= tokens.size()
                    || text.substring(tokens.get(at).end(), tokens.get(at + 1).start())
                                    .indexOf('\n')
                            >= 0;
        }

        private String said(int at) {
            return at < tokens.size() ? tokens.get(at).text() : "";
        }
    }
}

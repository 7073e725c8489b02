package io.retake.dsl.prompt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Makes parameters of a script's literals: of the files that it uploads, the words of its titles, and the names of its
 * exports. What was typed is each one's default, so that the script without arguments does what it did.
 */
final class LiftedValues {
    private static final String TEXT = "'(?:[^'\\\\\\n$]|\\\\.)*+'";
    private static final Pattern UPLOAD = Pattern.compile(
            "(?m)(?<=^|[\\s;])(upload[ (]\\s*)(" + TEXT + "(?:\\s*+,\\s*+" + TEXT + ")*+)(?=\\)?\\s*(?:$|;))");
    private static final Pattern TITLE = Pattern.compile("(?m)(?<=^|[\\s;])(title[ (]\\s*)(" + TEXT + ")");
    private static final Pattern NAME =
            Pattern.compile("(?m)(?<=^|[\\s;=])(?<!// left out: )(export[ (][^;\\n]{0,400}?\\bto:\\s*)(" + TEXT + ")");
    private static final Pattern ONE = Pattern.compile(TEXT);

    private static final Pattern WORD = Pattern.compile("\\w+");

    private final List<String> declared = new ArrayList<>();
    private final Set<String> taken;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final String script;

    private LiftedValues(String text) {
        taken = WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(HashSet::new));
        String files = lifted(UPLOAD, text, "input", "the footage");
        String words = lifted(TITLE, files, "words", "the title");
        script = lifted(NAME, words, "output", "the name of the film");
    }

    /** Lifts what can be; without anything to lift the parameters are empty and the text is as it was. */
    static LiftedValues of(String text) {
        return new LiftedValues(text);
    }

    /** The block of parameters, with an empty line behind it. */
    String parameters() {
        return declared.isEmpty() ? "" : "params {\n    " + String.join("\n    ", declared) + "\n}\n\n";
    }

    String script() {
        return script;
    }

    private String lifted(Pattern statement, String text, String name, String help) {
        return statement
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) + ONE.matcher(found.group(2)).replaceAll(one -> declared(one, name, help))));
    }

    private String declared(MatchResult literal, String name, String help) {
        String value = literal.group();
        if (value.matches("'https?://.*")) {
            return Matcher.quoteReplacement(value); // an address is no file
        }
        boolean several = value.matches(".*[*?\\[{].*") && name.equals("input");
        String type = several ? "files, default: " : name.equals("input") ? "file, default: " : "";
        String free = free(name);
        declared.add(free + " " + type + value + ", help: '" + help + "'");
        return free;
    }

    /** A name that the script doesn't say yet. */
    private String free(String name) {
        while (true) {
            int number = numbers.merge(name, 1, Integer::sum);
            String candidate = number == 1 ? name : name + number;
            if (taken.add(candidate)) {
                return candidate;
            }
        }
    }
}

package io.retake.nlu.grammar;

import io.retake.nlu.text.Word;
import io.retake.nlu.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the lines of a bundle: {@code category : patterns}, {@code category = constant : patterns} or {@code category <
 * builder : patterns}. Patterns are separated by bars; in a pattern, square brackets hold what may be left out, round
 * ones alternatives, and braces the name of a category. A line that begins with a blank continues the one before.
 */
final class BundleSyntax {
    private static final Pattern HEAD =
            Pattern.compile("([\\w.-]+)(?:\\s+=\\s+(.*?)|\\s+<\\s+([\\w.-]+))?\\s+:\\s+(.*)", Pattern.DOTALL);
    private static final int MOST_WAYS = 4000;

    private final String line;
    private final String text;
    private int at;

    private BundleSyntax(String line, String text) {
        this.line = line;
        this.text = text;
    }

    /** Returns the rules of a bundle's text. */
    static List<Rule> rules(String bundle) {
        List<Rule> rules = new ArrayList<>();
        for (String line : logicalLines(bundle)) {
            Matcher head = HEAD.matcher(line);
            if (!head.matches()) {
                throw new IllegalStateException("not a line of a bundle: " + line);
            }
            String category = head.group(1);
            Meaning meaning = head.group(3) != null
                    ? new Meaning.Built(head.group(3))
                    : new Meaning.Constant(head.group(2) == null ? category : head.group(2));
            for (List<Element> way : new BundleSyntax(line, head.group(4)).all()) {
                rules.add(new Rule(category, meaning, way));
            }
        }
        return rules;
    }

    private static List<String> logicalLines(String bundle) {
        List<String> lines = new ArrayList<>();
        for (String line : bundle.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (Character.isWhitespace(line.charAt(0)) && !lines.isEmpty()) {
                lines.set(lines.size() - 1, lines.get(lines.size() - 1) + " " + line.strip());
            } else {
                lines.add(line.strip());
            }
        }
        return lines;
    }

    private List<List<Element>> all() {
        List<List<Element>> ways = alternatives();
        if (at < text.length()) {
            throw new IllegalStateException("a bracket too many: " + line);
        }
        ways.removeIf(List::isEmpty);
        return ways;
    }

    private List<List<Element>> alternatives() {
        List<List<Element>> ways = new ArrayList<>(sequence());
        while (at < text.length() && text.charAt(at) == '|') {
            at++;
            ways.addAll(sequence());
        }
        return ways;
    }

    private List<List<Element>> sequence() {
        List<List<Element>> ways = List.of(List.of());
        while (at < text.length() && "|])".indexOf(text.charAt(at)) < 0) {
            ways = crossed(ways, step());
        }
        return ways;
    }

    private List<List<Element>> step() {
        char c = text.charAt(at);
        if (c == '[' || c == '(') {
            at++;
            List<List<Element>> inner = new ArrayList<>(alternatives());
            closing(c == '[' ? ']' : ')');
            if (c == '[') {
                inner.add(List.of());
            }
            return inner;
        }
        if (c == '{') {
            int end = text.indexOf('}', at);
            Element nested = new Element.Nested(text.substring(at + 1, end).strip());
            at = end + 1;
            return List.of(List.of(nested));
        }
        int end = at;
        while (end < text.length() && "|[](){}".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        List<Element> literals = new ArrayList<>();
        for (Word word : Words.of(text.substring(at, end), List.of())) {
            literals.add(new Element.Literal(word.text()));
        }
        at = end;
        return List.of(literals);
    }

    private void closing(char bracket) {
        if (at >= text.length() || text.charAt(at) != bracket) {
            throw new IllegalStateException("no " + bracket + " in: " + line);
        }
        at++;
    }

    private List<List<Element>> crossed(List<List<Element>> left, List<List<Element>> right) {
        if (left.size() * right.size() > MOST_WAYS) {
            throw new IllegalStateException("too many ways: " + line);
        }
        List<List<Element>> ways = new ArrayList<>();
        for (List<Element> a : left) {
            for (List<Element> b : right) {
                List<Element> way = new ArrayList<>(a);
                way.addAll(b);
                ways.add(way);
            }
        }
        return ways;
    }
}

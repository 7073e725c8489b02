package io.retake.core.protocol;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A backend's text for a terminal. Backends were written for a window and tell users to click and drag. Such
 * instructions are removed and kept as actions; all other text stays unchanged.
 *
 * @param text the remaining text
 * @param actions the meanings of the removed instructions, in order
 */
public record GuiTranslation(String text, Set<Action> actions) {
    // Where a sentence may be cut into independent clauses.
    private static final Pattern CLAUSE_END = Pattern.compile(
            "[,，;；、]\\s*(?:and |then |or |but )?|(?<!\\s)\\s+(?:—|–|-)\\s+"
                    + "|(?<!\\s)\\s+and(?: then)?\\s+(?=(?:then |just |simply )?(?:you |click|tap|press|hit |open|drag|drop|select"
                    + "|choose|go to|navigate|head|preview|check))"
                    + "|(?<!\\s)\\s+then\\s+|(?:并|然后|再)(?=点击|单击|打开|拖|按|选择|在时间)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONDITION = Pattern.compile(
            "^\\W*(?:if|when|whenever|once|after|as soon as|to|for|in order to|如果|若|当|要|想要|想|完成后|之后|满意)\\b?.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL | Pattern.UNICODE_CASE);

    private static final int LONGEST_SENTENCE = 2000;

    /** The meaning of a window instruction in a terminal. */
    public enum Action {
        EXPORT,
        STATE,
        EDIT,
        SUMMARY,
        CREDITS,
        UPLOAD
    }

    public GuiTranslation {
        actions = Collections.unmodifiableSet(new LinkedHashSet<>(actions));
    }

    /** Translates text of any length; pass whole sentences of a stream. */
    public static GuiTranslation of(String text) {
        StringBuilder kept = new StringBuilder();
        Set<Action> actions = new LinkedHashSet<>();
        for (String sentence : SentenceSplitter.split(text)) {
            kept.append(sentence(sentence, actions));
        }
        return new GuiTranslation(actions.isEmpty() ? text : tidy(kept.toString()), actions);
    }

    private static String sentence(String sentence, Set<Action> actions) {
        if (sentence.length() > LONGEST_SENTENCE) {
            return sentence;
        }
        List<Clause> clauses = Clause.split(sentence, CLAUSE_END);
        if (clauses.stream().noneMatch(Clause::instruction)) {
            return sentence;
        }
        clauses.stream()
                .filter(Clause::instruction)
                .forEach(clause -> actions.add(GuiInstruction.action(clause.text())));
        String kept = kept(clauses);
        return kept.isEmpty() ? "" : kept + ending(sentence);
    }

    /** Returns the text without the instructions and their conditions ("If you like it, click Export"). */
    private static String kept(List<Clause> clauses) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            boolean leads = i + 1 < clauses.size()
                    && clauses.get(i + 1).instruction()
                    && CONDITION.matcher(clause.text()).matches();
            if (!clause.instruction() && !leads) {
                kept.append(clause.text()).append(clause.separator());
            }
        }
        // Match only at the start of such a run: matching at each of its characters would take the square of its
        // length.
        String text =
                kept.toString().replaceAll("(?i)(?<![\\s,，;；、—–-])[\\s,，;；、—–-]++(?:and|then|or|but)?+\\s*+$", "");
        return text.replaceAll("[\\p{Punct}\\s。！？]", "").isEmpty() ? "" : text;
    }

    /** Returns the sentence's own punctuation, unless the kept text has its own, and the space after it. */
    private static String ending(String sentence) {
        int end = before(sentence, sentence.length(), Character::isWhitespace);
        int closing = before(sentence, end, c -> "\"'”’)]*_".indexOf(c) >= 0);
        return sentence.substring(before(sentence, closing, GuiTranslation::isMark), closing) + sentence.substring(end);
    }

    private static boolean isMark(int c) {
        return ".!?。！？".indexOf(c) >= 0;
    }

    /** Returns the start of the run of such characters that ends at a place. */
    private static int before(String text, int end, IntPredicate such) {
        int start = end;
        while (start > 0 && such.test(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Closes the gaps that instructions left. */
    private static String tidy(String text) {
        return text.lines()
                        .collect(Collectors.joining("\n"))
                        .replaceAll("\n{3,}", "\n\n")
                        .replaceAll("^\\n+", "")
                + (text.endsWith("\n") && !text.isBlank() ? "\n" : "");
    }

    /** Part of a sentence, its separator from the next, and whether it tells the user to use a window. */
    private record Clause(String text, String separator, boolean instruction) {
        static List<Clause> split(String sentence, Pattern ends) {
            int end = before(sentence, sentence.length(), Character::isWhitespace);
            int closing = before(sentence, end, c -> "\"'”’)]".indexOf(c) >= 0);
            String body = sentence.substring(0, before(sentence, closing, GuiTranslation::isMark));
            String masked = GuiInstruction.mask(body);
            List<Clause> clauses = new java.util.ArrayList<>();
            Matcher separator = ends.matcher(masked);
            int start = 0;
            while (separator.find()) {
                clauses.add(of(body, masked, start, separator.start(), separator.end()));
                start = separator.end();
            }
            clauses.add(of(body, masked, start, body.length(), body.length()));
            return clauses;
        }

        private static Clause of(String body, String masked, int start, int end, int next) {
            return new Clause(
                    body.substring(start, end),
                    body.substring(end, next),
                    GuiInstruction.is(masked.substring(start, end)));
        }
    }
}

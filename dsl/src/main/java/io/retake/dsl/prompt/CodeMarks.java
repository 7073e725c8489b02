package io.retake.dsl.prompt;

import io.retake.core.protocol.MediaType;
import io.retake.core.vocabulary.Suggestion;
import io.retake.dsl.scope.Words;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks whether the text after a word of the language continues like code, though it may be misspelled: a named
 * argument, a number with a unit, a bracket, a text that ends there. Plain words have none of these. Takes linear time.
 */
final class CodeMarks {
    private static final char TEXT = StatementShape.TEXT;

    private static final Pattern ARGUMENT =
            Pattern.compile("(?<![\\p{L}\\p{N}_./:\\\\])([\\p{L}_][\\p{L}\\p{N}_]{0,30}):(?![:/\\\\])");
    /** Named argument after a value, whatever its name: sentences do not contain that. */
    private static final Pattern ANOTHER =
            Pattern.compile("[" + TEXT + "\\d)\\]][ \\t]*+(?:,[ \\t]*+)?[\\p{L}_][\\p{L}\\p{N}_]{0,30}:(?![:/\\\\])");

    /** Named argument right after the word, with one value; several words may be part of a sentence. */
    private static final Pattern FIRST =
            Pattern.compile("\\s*[\\p{L}_][\\p{L}\\p{N}_]{0,30}:[ \\t]+[^\\s,]{1,100}\\s*(?:,.*)?", Pattern.DOTALL);

    private static final Pattern UNIT =
            Pattern.compile("(?<![\\p{L}\\p{N}_.])\\d{1,12}(?:\\.\\d{1,12})?\\.(\\p{L}{1,8})(?![\\p{L}\\p{N}])");
    private static final Pattern CALL = Pattern.compile("(?<![\\p{L}\\p{N}_.])([\\p{L}_][\\p{L}\\p{N}_]{0,40})\\(");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}]{2,30}");
    /** Words that people use as units but that are none. */
    private static final Set<String> WRONG_UNITS =
            Set.of("sec", "secs", "second", "seconds", "mins", "minute", "minutes", "hour", "hours", "pct", "px");

    private final Set<String> names;

    CodeMarks(Set<String> names) {
        this.names = names;
    }

    /**
     * Returns whether there are any after a word of the language; quoted texts have been replaced by one letter each.
     */
    boolean behind(String word, String bare) {
        return named(word, bare) || units(bare) || called(bare) || begins(word, bare.strip());
    }

    /** Returns whether there are any after a word that may be a misspelled word of the language. */
    boolean behindMisspelt(String word, String bare) {
        return Suggestion.of(word, Words.statements())
                .filter(meant -> meant.length() > 3 && Math.abs(meant.length() - word.length()) <= 1)
                .filter(meant -> {
                    String ahead = bare.strip();
                    return named(meant, bare)
                            || units(bare)
                            || (ahead.charAt(0) == TEXT && goesOn(meant, ahead.substring(1)));
                })
                .isPresent();
    }

    private static boolean named(String word, String bare) {
        if (ANOTHER.matcher(bare).find() || FIRST.matcher(bare).matches()) {
            return true;
        }
        List<String> arguments = Words.arguments(word);
        Matcher found = ARGUMENT.matcher(bare);
        while (found.find()) {
            if (Suggestion.of(found.group(1), arguments).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean units(String bare) {
        Matcher found = UNIT.matcher(bare);
        while (found.find()) {
            String unit = found.group(1);
            boolean meant = Words.isUnit(unit) || WRONG_UNITS.contains(unit) || Words.isNearUnit(unit);
            if (meant && MediaType.ofName("a." + unit).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private boolean called(String bare) {
        Matcher found = CALL.matcher(bare);
        while (found.find()) {
            if (names.contains(found.group(1)) || Words.statements().contains(found.group(1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(String word, String ahead) {
        if (ahead.isEmpty()) {
            return false;
        }
        return switch (ahead.charAt(0)) {
            case '[', '{' -> true;
            case '(' -> {
                int end = ahead.indexOf(')');
                yield end < 0 || goesOn(word, ahead.substring(end + 1));
            }
            case TEXT -> goesOn(word, ahead.substring(1));
            default -> isMisspelt(word, ahead) && !isLonger(word, ahead);
        };
    }

    /** Returns whether the text after a value continues like code, and not like plain words. */
    private static boolean goesOn(String word, String behind) {
        String ahead = behind.strip();
        if (ahead.isEmpty() || ".+);?[".indexOf(ahead.charAt(0)) >= 0 || ahead.charAt(0) == TEXT) {
            return true;
        }
        if (ahead.charAt(0) != ',') {
            return false;
        }
        String next = ahead.substring(1).strip();
        return next.isEmpty()
                || "[({-".indexOf(next.charAt(0)) >= 0
                || next.charAt(0) == TEXT
                || isArgument(word, next)
                || isMisspelt(word, next.split("[,;)\\n]", 2)[0].strip());
    }

    /** Recognizes {@code lowerThird 'Ada', title 'Engineer'}, where the colon is missing. */
    private static boolean isArgument(String word, String text) {
        Matcher name = WORD.matcher(text);
        return name.lookingAt()
                && Words.arguments(word).contains(name.group())
                && text.substring(name.end()).strip().startsWith(String.valueOf(TEXT));
    }

    /** Returns whether it is, or resembles, a word that this one takes. */
    private static boolean isMisspelt(String word, String text) {
        return WORD.matcher(text).matches()
                && MediaType.ofName("a." + text).isEmpty()
                && Suggestion.of(text, Words.choices(word)).isPresent();
    }

    /**
     * Recognizes {@code flip horizontally}: a longer word that begins with a valid one is another word, unless it has
     * one letter too many.
     */
    private static boolean isLonger(String word, String text) {
        return Words.choices(word).stream()
                .filter(text::startsWith)
                .anyMatch(choice -> text.length() > choice.length() + 1 || text.equals(choice + "s"));
    }
}

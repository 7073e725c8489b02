package io.retake.nlu.text;

import io.retake.core.protocol.MediaType;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits text into words. Linear in the length of the text; pure. */
public final class Words {
    private static final String OPENING = "\"“«「『《‘";
    private static final String CLOSING = "\"”»」』》’";
    /** A longer name is no file: it bounds the search backwards from a dot. */
    private static final int LONGEST_NAME = 80;

    /** Eight characters: a longer one is a sentence with a name. The first ones aren't those that put a file somewhere. */
    private static final Pattern CHINESE_FILE = Pattern.compile(
            "(?![配加放用换传上导插接把将给拿打存再先和跟与就做当套铺垫叫是改选要])\\p{IsHan}{1,8}\\d{0,3}\\.[A-Za-z][A-Za-z0-9]{1,4}(?![A-Za-z0-9])");

    private static final Pattern SPOKEN =
            Pattern.compile("([A-Za-z0-9_-]{1,80}) ?点 ?([A-Za-z][A-Za-z0-9]{1,4})(?![A-Za-z0-9])");

    private final String text;
    private final List<String> files;
    private final List<Word> words = new ArrayList<>();
    private int at;

    private Words(String text, List<String> files) {
        this.text = text;
        this.files = files.stream()
                .filter(f -> !f.isBlank())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Splits a message, in which the names of these files are one word each. */
    public static List<Word> of(String text, List<String> files) {
        Words words = new Words(text, files);
        while (words.at < text.length()) {
            words.next();
        }
        return List.copyOf(SpokenFiles.joined(words.words, files));
    }

    private void next() {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            lineBreak(c);
            at++;
        } else if (!quotation() && !spokenFile() && !file() && !number() && !letters()) {
            mark();
        }
    }

    private void lineBreak(char c) {
        if (c == '\n') {
            words.add(new Word(";", WordKind.MARK, at, at + 1));
        }
    }

    private boolean quotation() {
        int kind = OPENING.indexOf(text.charAt(at));
        boolean apostrophe = text.charAt(at) == '\'' && startsWord();
        if (kind < 0 && !apostrophe) {
            return false;
        }
        int end = apostrophe ? closingApostrophe() : text.indexOf(CLOSING.charAt(kind), at + 1);
        if (end <= at + 1) {
            return false;
        }
        words.add(new Word(text.substring(at + 1, end), WordKind.QUOTED, at, end + 1));
        at = end + 1;
        return true;
    }

    private boolean startsWord() {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)) || isHan(text.charAt(at - 1));
    }

    /** Returns the apostrophe that ends a quotation: one with no letter behind it. */
    private int closingApostrophe() {
        for (int end = text.indexOf('\'', at + 1); end > 0; end = text.indexOf('\'', end + 1)) {
            if (end + 1 == text.length()
                    || !Character.isLetterOrDigit(text.charAt(end + 1))
                    || isHan(text.charAt(end + 1))) {
                return end;
            }
        }
        return -1;
    }

    private boolean file() {
        Optional<String> known = files.stream()
                .filter(f -> text.regionMatches(true, at, f, 0, f.length()) && endsWord(at + f.length()))
                .findFirst();
        int end = known.map(f -> at + f.length()).orElseGet(() -> Math.max(unknownFile(), chineseFile()));
        if (end <= at) {
            return false;
        }
        words.add(new Word(known.orElse(text.substring(at, end)), WordKind.FILE, at, end));
        at = end;
        return true;
    }

    private boolean endsWord(int end) {
        return end >= text.length() || !isNamePart(text.charAt(end)) || isHan(text.charAt(end));
    }

    /** Returns the end of a word like "rough-cut_2.mp4", whose ending is one of media; else -1. */
    private int unknownFile() {
        if (!isNamePart(text.charAt(at)) || isHan(text.charAt(at))) {
            return -1;
        }
        int end = at;
        while (end < text.length()
                && end - at < LONGEST_NAME
                && !isHan(text.charAt(end))
                && (isNamePart(text.charAt(end)) || isInnerDot(end))) {
            end++;
        }
        String name = text.substring(at, end);
        return name.indexOf('.') > 0 && MediaType.ofName(name).isPresent() ? end : -1;
    }

    /**
     * Returns the end of a word like "水杯.mp4" behind a space: Chinese has none between words, so elsewhere nothing says
     * where a name begins. Else -1.
     */
    private int chineseFile() {
        Matcher name = CHINESE_FILE.matcher(text).region(at, text.length());
        boolean apart = at > 0 && Character.isWhitespace(text.charAt(at - 1));
        return apart && name.lookingAt() && MediaType.ofName(name.group()).isPresent() ? name.end() : -1;
    }

    /** "Song点mp3", as it is said: returns whether it was one. */
    private boolean spokenFile() {
        Matcher spoken = SPOKEN.matcher(text).region(at, text.length());
        if (!spoken.lookingAt()) {
            return false;
        }
        String name = spoken.group(1) + "." + spoken.group(2);
        if (MediaType.ofName(name).isEmpty()) {
            return false;
        }
        words.add(new Word(name, WordKind.FILE, at, spoken.end()));
        at = spoken.end();
        return true;
    }

    private boolean isInnerDot(int i) {
        return text.charAt(i) == '.' && i + 1 < text.length() && isNamePart(text.charAt(i + 1));
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    private boolean number() {
        boolean point = text.charAt(at) == '.' && isDigit(at + 1) && startsWord();
        if (!isDigit(at) && !point) {
            return false;
        }
        int end = point ? at + 1 : at;
        boolean colon = false;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (isDigit(end)) {
                end++;
            } else if ((c == ':' || c == '：') && !point && isDigit(end + 1)) {
                colon = true;
                end++;
            } else if (c == '.' && !point && isDigit(end + 1)) {
                point = true;
                end++;
            } else if (c == ',' && isThousands(end)) {
                end++;
            } else {
                break;
            }
        }
        String digits = narrow(text.substring(at, end)).replace(",", "");
        String plain = digits.startsWith(".") ? "0" + digits : digits;
        words.add(new Word(plain, colon ? WordKind.CLOCK : WordKind.NUMBER, at, end));
        at = end;
        return true;
    }

    private boolean isDigit(int i) {
        return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9'; // others are no figures here
    }

    private boolean isThousands(int comma) {
        return isDigit(comma + 1) && isDigit(comma + 2) && isDigit(comma + 3) && !isDigit(comma + 4);
    }

    private boolean letters() {
        char c = text.charAt(at);
        if (!Character.isLetter(c)) {
            return false;
        }
        int end = at + 1;
        if (!isHan(c)) {
            while (end < text.length() && (isWordLetter(end) || isInnerApostrophe(end))) {
                end++;
            }
        }
        String word = narrow(text.substring(at, end)).replace('’', '\'');
        words.add(new Word(word, isHan(c) ? WordKind.HAN : WordKind.LETTERS, at, end));
        at = end;
        return true;
    }

    private boolean isWordLetter(int i) {
        int type = Character.getType(text.charAt(i));
        boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        return (Character.isLetter(text.charAt(i)) && !isHan(text.charAt(i))) || mark;
    }

    private boolean isInnerApostrophe(int i) {
        char c = text.charAt(i);
        return (c == '\'' || c == '’') && i + 1 < text.length() && isWordLetter(i + 1);
    }

    private void mark() {
        int end = at + Character.charCount(text.codePointAt(at));
        words.add(new Word(narrow(text.substring(at, end)), WordKind.MARK, at, end));
        at = end;
    }

    private static boolean isHan(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    private static String narrow(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}

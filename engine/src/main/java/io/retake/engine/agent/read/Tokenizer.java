package io.retake.engine.agent.read;

import io.retake.core.edit.value.FrameSize;
import io.retake.core.edit.value.Position;
import io.retake.core.edit.value.Ratio;
import io.retake.core.protocol.MediaType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Splits a message into words, numbers, quoted texts and file names, and looks up the words. For one use, in one
 * thread.
 */
final class Tokenizer {
    private static final Set<String> ENDINGS = MediaType.extensions();
    private static final String OPENING = "\"“”„«‹「『《‘'";
    private static final List<String> CLOSING = List.of("\"", "”\"", "”", "”“", "»", "›", "」", "』", "》", "’'", "'");
    private static final Set<String> ORDINAL_ENDINGS = Set.of("st", "nd", "rd", "th");
    private static final int LONGEST_PHRASE_IN_WORDS = 6;
    /** Sounds that a "background" can consist of. */
    private static final List<String> BEHIND = List.of(
            "noise", "music", "sound", "audio", "hum", "hiss", "voice", "chatter", "song", "噪", "音", "杂音", "乐", "声",
            "人声", "底噪");

    private static final Pattern PRONOUN = Pattern.compile("\\b(?:it|them)\\b(?!')");

    private final String text;
    private final String lower;
    private final List<String> files;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Tokenizer(String text, List<String> files) {
        this.text = text;
        // Letter by letter, so that both texts have the same indexes (İ has two letters in lower case).
        StringBuilder small = new StringBuilder(text);
        for (int i = 0; i < small.length(); i++) {
            char c = Character.toLowerCase(small.charAt(i));
            small.setCharAt(i, c == '’' ? '\'' : c >= '０' && c <= '９' ? (char) (c - '０' + '0') : c == '％' ? '%' : c);
        }
        this.lower = small.toString();
        this.files = files;
    }

    List<Token> tokens() {
        while (at < text.length()) {
            char c = lower.charAt(at);
            boolean blank = c != '\n' && (Character.isWhitespace(c) || Character.isISOControl(c));
            boolean found = blank ? skip() : quoted() || file() || number(c) || han(c) || word(c) || sign(c);
            if (!found) {
                add(Kind.UNKNOWN, text.substring(at, at + 1), 1);
            }
        }
        return tokens;
    }

    private boolean skip() {
        at++;
        return true;
    }

    private boolean add(Kind kind, Object value, int length) {
        tokens.add(new Token(kind, value, at, at + length));
        at += length;
        return true;
    }

    private boolean quoted() {
        int which = OPENING.indexOf(text.charAt(at));
        boolean apostrophe = text.charAt(at) == '\'' || text.charAt(at) == '‘';
        if (which < 0 || (apostrophe && at > 0 && isLatin(lower.charAt(at - 1)))) {
            return false;
        }
        StringBuilder inside = new StringBuilder();
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean closes = CLOSING.get(which).indexOf(c) >= 0;
            if (closes && !(apostrophe && i + 1 < text.length() && isLatin(lower.charAt(i + 1)))) {
                return !inside.toString().isBlank() && add(Kind.QUOTED, inside.toString(), i + 1 - at);
            }
            boolean escaped = c == '\\' && i + 1 < text.length() && "\"'\\n".indexOf(text.charAt(i + 1)) >= 0;
            inside.append(escaped ? text.charAt(++i) == 'n' ? '\n' : text.charAt(i) : c);
        }
        return false;
    }

    /** Reads the name of one of the session's assets, or an unquoted name with a known extension. */
    private boolean file() {
        if (at > 0 && isName(lower.charAt(at - 1))) {
            return false;
        }
        String longest = files.stream()
                .filter(f -> f.indexOf('.') > 0 && lower.startsWith(f.toLowerCase(Locale.ROOT), at))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        if (!longest.isEmpty()) {
            return add(Kind.FILE, longest, longest.length());
        }
        int end = at;
        while (end < text.length()
                && (isName(lower.charAt(end)) || lower.charAt(end) == '.' || lower.charAt(end) == '-')) {
            end++;
        }
        String name = text.substring(at, end);
        while (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        int dot = name.lastIndexOf('.');
        return dot > 0
                && ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))
                && add(Kind.FILE, name, name.length());
    }

    private boolean number(char first) {
        boolean sign = (first == '-' || first == '−' || first == '+') && isDigit(at + 1);
        if (sign && first != '+' && !tokens.isEmpty() && touchesNumber()) {
            return add(Kind.DASH, "", 1);
        }
        int start = sign ? at + 1 : at;
        if (!isDigit(start)) {
            return false;
        }
        int end = digits(start);
        if (charAt(end) == ':' && isDigit(end + 1)) {
            return clock(start, end);
        }
        if (!sign && ordinal(start, end)) {
            return true;
        }
        if (charAt(end) == '.' && isDigit(end + 1)) {
            end = digits(end + 1);
        }
        if (pixels(start, end)) {
            return true;
        }
        if (end - start > 12) {
            return add(Kind.UNKNOWN, text.substring(at, end), end - at);
        }
        double value = Double.parseDouble(lower.substring(start, end));
        return add(Kind.NUMBER, new Amount(first == '-' || first == '−' ? -value : value, sign), end - at);
    }

    /** Reads an ordinal: 1st, 2nd, 23rd. */
    private boolean ordinal(int start, int end) {
        boolean ending = end - start <= 3
                && ORDINAL_ENDINGS.contains(lower.substring(end, Math.min(end + 2, lower.length())))
                && !isLatin(charAt(end + 2));
        if (!ending) {
            return false;
        }
        int number = Integer.parseInt(lower.substring(start, end));
        return number == 1 ? add(Kind.FIRST, "", end + 2 - at) : add(Kind.ORDINAL, number, end + 2 - at);
    }

    private boolean touchesNumber() {
        Token last = tokens.get(tokens.size() - 1);
        return last.end() == at && last.is(Kind.NUMBER, Kind.CLOCK, Kind.UNIT);
    }

    private boolean clock(int start, int firstEnd) {
        List<String> parts = new ArrayList<>(List.of(lower.substring(start, firstEnd)));
        int end = firstEnd;
        while (parts.size() < 3 && charAt(end) == ':' && isDigit(end + 1)) {
            int next = digits(end + 1);
            parts.add(lower.substring(end + 1, next));
            end = next;
        }
        String decimals = "";
        if (charAt(end) == '.' && isDigit(end + 1)) {
            int next = digits(end + 1);
            decimals = lower.substring(end, next);
            end = next;
        }
        if (parts.stream().anyMatch(p -> p.length() > 4) || decimals.length() > 10) {
            return add(Kind.UNKNOWN, text.substring(at, end), end - at);
        }
        Optional<Ratio> ratio = parts.size() == 2 && decimals.isEmpty() ? ratio(parts) : Optional.empty();
        String seconds = parts.get(parts.size() - 1);
        if (seconds.length() != 2 || Integer.parseInt(seconds) > 59) {
            return ratio.isPresent()
                    ? add(Kind.RATIO, ratio.get(), end - at)
                    : add(Kind.UNKNOWN, text.substring(at, end), end - at);
        }
        long ms = new BigDecimal(seconds + decimals).movePointRight(3).longValue();
        Duration time = Duration.ofMillis(ms).plusMinutes(Long.parseLong(parts.get(parts.size() - 2)));
        Duration all = parts.size() == 3 ? time.plusHours(Long.parseLong(parts.get(0))) : time;
        return add(Kind.CLOCK, new Clock(all, ratio), end - at);
    }

    private static Optional<Ratio> ratio(List<String> parts) {
        try {
            return Optional.of(new Ratio(Integer.parseInt(parts.get(0)), Integer.parseInt(parts.get(1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean pixels(int start, int end) {
        int x = spaces(end);
        if (charAt(x) != 'x' && charAt(x) != '×' && charAt(x) != '*') {
            return false;
        }
        int second = spaces(x + 1);
        if (!isDigit(second)) {
            return false;
        }
        int stop = digits(second);
        try {
            int width = Integer.parseInt(lower.substring(start, end));
            int height = Integer.parseInt(lower.substring(second, stop));
            return add(Kind.SIZE, new FrameSize.Pixels(width, height), stop - at);
        } catch (IllegalArgumentException e) {
            return add(Kind.UNKNOWN, text.substring(at, stop), stop - at);
        }
    }

    private boolean han(char first) {
        if (!isHan(first)) {
            return false;
        }
        int most = Math.min(Lexicon.CHINESE.longest(), text.length() - at);
        int numeral = ChineseNumber.end(lower, at);
        for (int length = most; length > 0; length--) {
            Optional<Lexicon.Meaning> meaning = Lexicon.CHINESE.find(lower.substring(at, at + length));
            if (meaning.isPresent() && length >= numeral - at && !isCutShort(meaning.get(), at + length)) {
                return add(meaning.get().kind(), meaning.get().value(), length);
            }
        }
        return numeral > at
                ? add(Kind.NUMBER, new Amount(ChineseNumber.value(lower.substring(at, numeral)), false), numeral - at)
                : add(Kind.UNKNOWN, text.substring(at, at + 1), 1);
    }

    /** Reads the longest known phrase that begins here, else one word. */
    private boolean word(char first) {
        if (!isLatin(first)) {
            return false;
        }
        List<Integer> ends = new ArrayList<>();
        StringBuilder phrase = new StringBuilder();
        Optional<Lexicon.Meaning> best = Optional.empty();
        int bestEnd = at;
        int from = at;
        while (ends.size() < LONGEST_PHRASE_IN_WORDS && from < text.length() && isLatin(lower.charAt(from))) {
            int end = wordEnd(from);
            phrase.append(phrase.length() == 0 ? "" : " ").append(lower, from, end);
            ends.add(end);
            Optional<Lexicon.Meaning> meaning = Lexicon.ENGLISH.find(phrase.toString());
            if (meaning.isPresent() && !isCutShort(meaning.get(), end)) {
                best = meaning;
                bestEnd = end;
            }
            from = charAt(end) == '-' ? end + 1 : spaces(end);
        }
        int firstEnd = ends.get(0);
        if (best.isEmpty()) {
            best = Lexicon.ENGLISH.almost(lower.substring(at, firstEnd));
            bestEnd = firstEnd;
        }
        if (best.isPresent() && PRONOUN.matcher(lower).region(at, bestEnd).find()) {
            // "Speed it up" is one phrase that still includes its object.
            tokens.add(new Token(Kind.PRONOUN, "", at, at));
        }
        return best.isPresent()
                ? add(best.get().kind(), best.get().value(), bestEnd - at)
                : add(Kind.UNKNOWN, text.substring(at, firstEnd), firstEnd - at);
    }

    /** Returns whether a phrase continues beyond the known one, as in "remove the background" + "noise", 去除背景 + 噪音. */
    private boolean isCutShort(Lexicon.Meaning meaning, int end) {
        return meaning.kind() == Kind.UNSUPPORTED
                && meaning.value().equals("background")
                && BEHIND.stream().anyMatch(word -> lower.startsWith(word, spaces(end)));
    }

    private int wordEnd(int from) {
        int end = from;
        while (isLatin(charAt(end))
                || (charAt(end) == '\'' && isLatin(charAt(end + 1)))
                || (charAt(end) == '&' && end > from && isLatin(charAt(end + 1)))) {
            end++;
        }
        return end;
    }

    private boolean sign(char c) {
        return switch (c) {
            case ',', '，', '、' -> add(Kind.COMMA, "", 1);
            case '?', '？' -> add(Kind.STOP, "?", 1);
            case '.', '。', ';', '；', '!', '！', '\n', '…' -> add(Kind.STOP, "", 1);
            case '&', '+' -> add(Kind.AND, "", 1);
            case '%' -> add(Kind.PERCENT_SIGN, "", 1);
            case '-', '–', '—', '~', '～', '－' -> add(Kind.DASH, "", 1);
            case ':', '：' -> add(namesText() ? Kind.SAYING : Kind.FILLER, "", 1);
            default -> ornament();
        };
    }

    /** Returns whether a colon introduces a text: "Title: Summer in Rome". */
    private boolean namesText() {
        if (tokens.isEmpty()) {
            return false;
        }
        Token last = tokens.get(tokens.size() - 1);
        return last.is(Kind.TITLE) || (last.is(Kind.POSITION) && last.value() == Position.LOWER_THIRD);
    }

    /** Reads an emoji, which requests nothing. */
    private boolean ornament() {
        int symbol = text.codePointAt(at);
        int type = Character.getType(symbol);
        boolean ornament = type == Character.OTHER_SYMBOL
                || type == Character.NON_SPACING_MARK
                || type == Character.MODIFIER_SYMBOL
                || type == Character.FORMAT;
        return ornament && add(Kind.FILLER, "", Character.charCount(symbol));
    }

    private char charAt(int index) {
        return index < lower.length() ? lower.charAt(index) : '\0';
    }

    private boolean isDigit(int index) {
        char c = charAt(index);
        return c >= '0' && c <= '9';
    }

    private int digits(int from) {
        int end = from;
        while (isDigit(end)) {
            end++;
        }
        return end;
    }

    private int spaces(int from) {
        int end = from;
        while (charAt(end) == ' ') {
            end++;
        }
        return end;
    }

    private static boolean isHan(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    private static boolean isLatin(char c) {
        return Character.isLetter(c) && !isHan(c);
    }

    private static boolean isName(char c) {
        return (c < 128 && Character.isLetterOrDigit(c)) || c == '_';
    }
}

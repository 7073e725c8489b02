package io.retake.dsl.parameter;

import java.math.BigInteger;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Orders files as people count them: clip2 before clip10, IMG_9 before img_10, 第二集 before 第十集, film before film-2. A
 * total order: names that count alike are compared by their characters.
 */
final class NaturalOrder {
    private static final Comparator<List<Token>> BY_TOKENS = NaturalOrder::compare;

    private NaturalOrder() {}

    static List<Path> sorted(Collection<Path> files) {
        return files.stream()
                .map(file -> key(String.valueOf(file.getFileName()), file))
                .sorted()
                .map(Key::file)
                .toList();
    }

    /** Compares two names. */
    static int compare(String one, String other) {
        return key(one, Path.of("")).compareTo(key(other, Path.of("")));
    }

    private static Key key(String name, Path file) {
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return new Key(tokens(stem), tokens(name.substring(stem.length())), name, file);
    }

    private static int compare(List<Token> one, List<Token> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = one.get(i).compareTo(other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    /** Splits a name into numbers, in digits of any width or in Chinese characters, and single letters of any case. */
    private static List<Token> tokens(String text) {
        int[] letters =
                Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().toArray();
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < letters.length) {
            int end = at;
            while (end < letters.length && Character.isDigit(letters[end])) {
                end++;
            }
            if (end > at) {
                tokens.add(Token.number(digits(letters, at, end)));
                at = end;
                continue;
            }
            while (end < letters.length && ChineseNumerals.isPart(letters[end])) {
                end++;
            }
            if (end > at) {
                tokens.add(Token.number(ChineseNumerals.value(letters, at, end)));
                at = end;
            } else {
                tokens.add(Token.letter(letters[at++]));
            }
        }
        return tokens;
    }

    private static BigInteger digits(int[] letters, int from, int to) {
        StringBuilder digits = new StringBuilder();
        for (int i = from; i < to; i++) {
            digits.append(Character.digit(letters[i], 10));
        }
        return new BigInteger(digits.toString());
    }

    /**
     * A number or a letter.
     *
     * @param place the place among letters; all numbers have the place of digits
     * @param number the number; zero for a letter
     */
    private record Token(int place, BigInteger number) implements Comparable<Token> {
        static Token number(BigInteger value) {
            return new Token('0', value);
        }

        static Token letter(int letter) {
            return new Token(Character.toLowerCase(Character.toUpperCase(letter)), BigInteger.ZERO);
        }

        @Override
        public int compareTo(Token other) {
            return place == other.place ? number.compareTo(other.number) : Integer.compare(place, other.place);
        }
    }

    /** A file with its sort keys. */
    private record Key(List<Token> stem, List<Token> ending, String name, Path file) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::stem, BY_TOKENS)
                .thenComparing(Key::ending, BY_TOKENS)
                .thenComparing(Key::name)
                .thenComparing(Key::file);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}

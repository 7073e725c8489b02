package io.retake.engine.agent.read;

import io.retake.core.edit.value.FrameSize;
import io.retake.core.edit.value.UpscaleMethod;
import io.retake.core.vocabulary.Notations;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The vocabulary of the grammar, from the files {@code english.txt} and {@code chinese.txt} next to this class: {@code
 * KIND value: phrase, phrase}. Immutable and thread-safe.
 */
final class Lexicon {
    /** The kinds of command words; only these are recognized despite a typing error. */
    private static final Set<Kind> COMMANDS = Set.of(
            Kind.KEEP,
            Kind.REMOVE,
            Kind.TRIM,
            Kind.FASTER,
            Kind.SLOWER,
            Kind.UPSCALE,
            Kind.RESIZE,
            Kind.SHAPE,
            Kind.DIMENSION,
            Kind.LOOK,
            Kind.GRAY,
            Kind.MUTE,
            Kind.VOLUME,
            Kind.LOUDER,
            Kind.QUIETER,
            Kind.UNDO,
            Kind.ROTATE,
            Kind.REVERSE,
            Kind.SHARPEN,
            Kind.STABILIZE);

    // Must follow COMMANDS, which loading needs.
    static final Lexicon ENGLISH = load("english.txt");
    static final Lexicon CHINESE = load("chinese.txt");

    private final Map<String, Meaning> phrases = new HashMap<>();
    private final List<String> commands = new ArrayList<>();
    private int longest;

    /** The meaning of a phrase. */
    record Meaning(Kind kind, Object value) {}

    private static Lexicon load(String name) {
        Lexicon lexicon = new Lexicon();
        try (InputStream in = Lexicon.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program is damaged: it has no " + name);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            lines.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).forEach(lexicon::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lexicon;
    }

    private void add(String line) {
        int colon = line.indexOf(": ");
        String[] head = line.substring(0, colon).split(" ", 2);
        Kind kind = Kind.valueOf(head[0]);
        Meaning meaning = new Meaning(kind, head.length == 2 ? value(kind, head[1]) : "");
        for (String phrase : line.substring(colon + 2).split(",", -1)) {
            String words = phrase.strip();
            Meaning earlier = phrases.put(words, meaning);
            if (earlier != null && !earlier.equals(meaning)) {
                throw new IllegalStateException("'" + words + "' stands for " + earlier + " and for " + meaning);
            }
            longest = Math.max(longest, words.length());
            if (COMMANDS.contains(kind) && words.indexOf(' ') < 0) {
                commands.add(words);
            }
        }
    }

    private static Object value(Kind kind, String text) {
        return switch (kind) {
            case NUMBER -> new Amount(Double.parseDouble(text), false);
            case FACTOR -> Double.valueOf(text);
            case FRACTION, ORDINAL, CLOCKWISE -> Integer.valueOf(text);
            case SIZE -> new FrameSize.Lines(Integer.parseInt(text));
            case SHAPE -> Notations.RATIO_OF.from(text);
            case FIT -> Notations.FIT.from(text);
            case POSITION -> Notations.POSITION.from(text);
            case METHOD -> Notations.of(UpscaleMethod.class).from(text);
            case STYLE -> Notations.STYLE.from(text);
            default -> text;
        };
    }

    /** Returns the length of the longest phrase in characters. */
    int longest() {
        return longest;
    }

    Optional<Meaning> find(String phrase) {
        return Optional.ofNullable(phrases.get(phrase));
    }

    /**
     * Returns the only command that differs from a word by one wrong, missing or extra letter, or by two swapped ones.
     */
    Optional<Meaning> almost(String word) {
        Set<Meaning> meanings = new HashSet<>();
        for (String command : commands) {
            if (isSlip(word, command)) {
                find(command).ifPresent(meanings::add);
            }
        }
        return meanings.size() == 1 ? Optional.of(meanings.iterator().next()) : Optional.empty();
    }

    /**
     * Returns whether a word is a mistyped command. In short words only swapped letters count, because other words are
     * too similar.
     */
    private static boolean isSlip(String word, String command) {
        int shorter = Math.min(word.length(), command.length());
        int difference = command.length() - word.length();
        if (shorter < 4 || Math.abs(difference) > 1) {
            return false;
        }
        int i = 0;
        while (i < shorter && word.charAt(i) == command.charAt(i)) {
            i++;
        }
        boolean swapped = difference == 0
                && i + 1 < shorter
                && word.charAt(i) == command.charAt(i + 1)
                && word.charAt(i + 1) == command.charAt(i)
                && word.regionMatches(i + 2, command, i + 2, shorter);
        int inWord = difference > 0 ? i : i + 1;
        int inCommand = difference < 0 ? i : i + 1;
        return swapped
                || (shorter >= 5
                        && word.substring(Math.min(inWord, word.length()))
                                .equals(command.substring(Math.min(inCommand, command.length()))));
    }
}

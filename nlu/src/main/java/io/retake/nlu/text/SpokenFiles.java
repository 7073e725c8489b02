package io.retake.nlu.text;

import io.retake.core.protocol.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Joins the file names of dictation: "soup dot mp4", "talk dot s r t", "voice dot wave". Pure. */
final class SpokenFiles {
    private static final Map<String, String> HEARD = Map.of("wave", "wav", "mpthree", "mp3", "mpfour", "mp4");
    private static final Map<String, String> DIGITS = Map.of(
            "one", "1", "two", "2", "three", "3", "four", "4", "five", "5", "six", "6", "seven", "7", "eight", "8",
            "nine", "9");
    private static final int LONGEST_ENDING = 4;

    private SpokenFiles() {}

    /** Returns the words, those of a file's name as one. */
    static List<Word> joined(List<Word> words, List<String> files) {
        List<Word> joined = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Optional<Ending> ending =
                    words.get(i).text().equals("dot") && !joined.isEmpty() ? ending(words, i + 1) : Optional.empty();
            if (ending.isEmpty()) {
                joined.add(words.get(i));
                continue;
            }
            join(joined, ending.get(), files, words.get(ending.get().to() - 1).end());
            i = ending.get().to() - 1;
        }
        return joined;
    }

    /** The ending that was spoken, and the index behind it. */
    private record Ending(String text, int to) {}

    private static Optional<Ending> ending(List<Word> words, int from) {
        StringBuilder said = new StringBuilder();
        Optional<Ending> longest = Optional.empty();
        for (int to = from; to < words.size() && to < from + LONGEST_ENDING; to++) {
            said.append(words.get(to).text());
            String text = HEARD.getOrDefault(said.toString(), said.toString());
            if (MediaType.ofName("x." + text).isPresent()) {
                longest = Optional.of(new Ending(text, to + 1));
            }
        }
        return longest;
    }

    /** Puts the name together: of as many words as a known file has, else of one. */
    private static void join(List<Word> words, Ending ending, List<String> files, int end) {
        int last = words.size() - 1;
        String second = last > 0 ? said(words.get(last - 1)) : "";
        String two = second + said(words.get(last)) + "." + ending.text();
        boolean both = files.stream().anyMatch(f -> f.equalsIgnoreCase(two))
                || DIGITS.containsKey(words.get(last).text());
        String name = both && last > 0 ? two : said(words.get(last)) + "." + ending.text();
        int start = words.get(both && last > 0 ? last - 1 : last).start();
        words.subList(both && last > 0 ? last - 1 : last, words.size()).clear();
        String known =
                files.stream().filter(f -> f.equalsIgnoreCase(name)).findFirst().orElse(name);
        words.add(new Word(known, WordKind.FILE, start, end));
    }

    private static String said(Word word) {
        return DIGITS.getOrDefault(word.text(), word.text());
    }
}

package io.retake.nlu.grammar;

import io.retake.nlu.situation.Situation;
import io.retake.nlu.text.Word;
import io.retake.nlu.text.Words;
import java.util.ArrayList;
import java.util.List;

/** The files of a situation as people say them, without the ending, among the words of a message. For one message. */
final class Names {
    /** A file, and the words that name it. */
    private record Name(String file, List<Word> said) {}

    private final List<Word> words;
    private final List<Name> clips;
    private final List<Name> unused;

    Names(List<Word> words, Situation situation) {
        this.words = words;
        this.clips = names(situation.clips().stream().map(Situation.Item::name).toList());
        this.unused = names(situation.unused());
    }

    private static List<Name> names(List<String> files) {
        List<Name> names = new ArrayList<>();
        for (String file : files) {
            int dot = file.lastIndexOf('.');
            if (dot == 1) {
                continue; // "a bit" isn't a bit of a.mp4
            }
            names.add(new Name(file, Words.of(dot > 0 ? file.substring(0, dot) : file, List.of())));
        }
        return names;
    }

    /**
     * Returns the files that are named from a word on.
     *
     * @param category {@code _name} for clips, {@code _unused} for files that are nowhere on the timeline
     */
    List<Edge> of(String category, int start) {
        List<Edge> edges = new ArrayList<>();
        for (Name name : category.equals("_name") ? clips : unused) {
            int end = start + name.said().size();
            if (end <= words.size() && isSaid(words.subList(start, end), name.said())) {
                edges.add(new Edge(start, end, category, name.file(), 0));
            }
        }
        return edges;
    }

    /** Returns whether words are a name; "dinner's" is one too. */
    private static boolean isSaid(List<Word> said, List<Word> name) {
        for (int i = 0; i < said.size(); i++) {
            String word = said.get(i).text();
            boolean last = i == said.size() - 1;
            if (!word.equals(name.get(i).text())
                    && !(last && word.equals(name.get(i).text() + "'s"))) {
                return false;
            }
        }
        return !said.isEmpty();
    }
}

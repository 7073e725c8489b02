package io.retake.nlu.grammar;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which categories of a grammar may begin with a word, or with a category. Immutable and thread-safe. */
final class Beginnings {
    private final Map<String, BitSet> byWord = new HashMap<>();
    private final List<BitSet> byCategory = new ArrayList<>();

    /** Creates the table of some categories, each at the place of its number. */
    Beginnings(Collection<Category> categories) {
        List<List<Category>> around = new ArrayList<>();
        categories.forEach(c -> around.add(new ArrayList<>()));
        categories.forEach(c ->
                c.patterns.nested.keySet().forEach(n -> around.get(n.number).add(c)));
        for (Category category : categories) {
            BitSet all = new BitSet();
            addAround(category, around, all);
            byCategory.add(all);
        }
        for (Category category : categories) {
            category.patterns
                    .literals
                    .keySet()
                    .forEach(w -> byWord.computeIfAbsent(w, k -> new BitSet()).or(with(category)));
        }
    }

    private static void addAround(Category category, List<List<Category>> around, BitSet all) {
        if (!all.get(category.number)) {
            all.set(category.number);
            around.get(category.number).forEach(c -> addAround(c, around, all));
        }
    }

    /** Returns the numbers of the categories that may begin with a word as it is written. */
    BitSet with(String word) {
        return byWord.getOrDefault(word, new BitSet());
    }

    /** Returns the numbers of the categories that may begin with a category, itself among them. */
    BitSet with(Category category) {
        return byCategory.get(category.number);
    }
}

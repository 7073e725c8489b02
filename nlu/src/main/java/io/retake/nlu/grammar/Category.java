package io.retake.nlu.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A category of a grammar: its patterns, those that begin alike joined as far as they do. */
final class Category {
    final String name;
    /** Its place among the grammar's categories. */
    final int number;

    final Node patterns = new Node();

    Category(String name, int number) {
        this.name = name;
        this.number = number;
    }

    /** Returns whether it stands for itself in a message; others are only parts of patterns. */
    boolean isSaid() {
        return !name.startsWith("_");
    }

    /** A point in the patterns of a category: what may follow, and what ends there. */
    static final class Node {
        final Map<String, Node> literals = new HashMap<>();
        /** In the order of the bundle. */
        final Map<Category, Node> nested = new LinkedHashMap<>();

        final List<Meaning> ends = new ArrayList<>();

        private Node() {}

        Node behind(String literal) {
            return literals.computeIfAbsent(literal, w -> new Node());
        }

        Node behind(Category category) {
            return nested.computeIfAbsent(category, c -> new Node());
        }
    }
}

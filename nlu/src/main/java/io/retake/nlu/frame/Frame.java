package io.retake.nlu.frame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that can be asked for: an operation, what asks for it, and what else may be said with it. A word that has
 * no place in a frame speaks against it; so a frame of "remove noise" can't be read from "add noise".
 *
 * @param operation the operation's name
 * @param constants arguments that the frame itself says; {@code +amount} and {@code -amount} stand for an amount's sign
 * @param heads what asks for it: categories of which one set must be there
 * @param extras categories that may be there and say nothing more
 * @param slots the places for values
 * @param alone whether it is a whole message: "yes"
 */
public record Frame(
        String operation,
        Map<String, String> constants,
        List<Set<String>> heads,
        Set<String> extras,
        List<Slot> slots,
        boolean alone) {

    /** Copies. */
    public Frame {
        constants = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        heads = List.copyOf(heads);
        extras = Set.copyOf(extras);
        slots = List.copyOf(slots);
    }

    /** Returns whether a category is part of what asks for it. */
    boolean isHead(String category) {
        for (Set<String> way : heads) {
            if (way.contains(category)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether these categories ask for it. */
    boolean isAsked(Set<String> categories) {
        for (Set<String> way : heads) {
            if (categories.containsAll(way)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the frame as several, each with one way to ask for it. */
    List<Frame> ways() {
        List<Frame> ways = new ArrayList<>();
        for (Set<String> way : heads) {
            Set<String> more = new java.util.LinkedHashSet<>(extras);
            heads.forEach(more::addAll);
            more.removeIf(c -> !extras.contains(c) && (way.contains(c) || takes(c) || Categories.POLAR.contains(c)));
            more.removeAll(way);
            ways.add(new Frame(operation, constants, List.of(way), more, slots, alone));
        }
        return List.copyOf(ways);
    }

    /** Returns whether it has a place for a category. */
    boolean takes(String category) {
        for (Slot slot : slots) {
            if (slot.category().equals(category)) {
                return true;
            }
        }
        return isAmount(category) && hasAmount();
    }

    /** Returns whether it has an argument that is an amount with a sign. */
    boolean hasAmount() {
        return constants.values().stream().anyMatch(v -> v.endsWith("amount"));
    }

    /** Returns the frame for a clause that leaves it to the one before to say where: "…, delete it". */
    Frame placeless() {
        List<Slot> loose = slots.stream()
                .map(s -> s.category().equals("range") || s.category().equals("part")
                        ? new Slot(s.argument(), s.category(), s.kinds(), false)
                        : s)
                .toList();
        return new Frame(operation, constants, heads, extras, loose, alone);
    }

    static boolean isAmount(String category) {
        return category.equals("degree") || category.equals("delta");
    }

    /** Returns all categories of its heads. */
    Set<String> headCategories() {
        Set<String> all = new LinkedHashSet<>();
        heads.forEach(all::addAll);
        return all;
    }

    /** Reads the frames of {@code frames.txt}: see there. */
    static List<Frame> read(String text) {
        List<Frame> frames = new ArrayList<>();
        FrameSyntax syntax = new FrameSyntax();
        for (String line : text.lines().toList()) {
            syntax.line(line).ifPresent(frames::add);
        }
        syntax.end().ifPresent(frames::add);
        return frames;
    }
}

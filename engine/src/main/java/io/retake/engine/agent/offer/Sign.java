package io.retake.engine.agent.offer;

import io.retake.nlu.Saying;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Words that negate, take away, lessen or add. The bundles of the parser say which words do; this class knows only
 * their categories.
 *
 * @param places where they stand, the first one first
 * @param categories what they can say
 */
record Sign(List<Saying> places, Set<String> categories) {
    /** Takes back the words before it. */
    static final String CORRECTION = "correction";
    /** Rejects the words after it. */
    static final String AGAINST = "_against";

    private static final Set<String> NEGATING = Set.of("not", "no.more", "no", "except", "undo.word", AGAINST);
    private static final Set<String> REMOVING = Set.of("remove", "trim.off");
    private static final Set<String> LESSENING = Set.of("less", "shorter");
    /** They go with a verb before them: "take … out". */
    private static final Set<String> PARTICLES = Set.of("off", "out", "gone", "down");

    private static final Set<String> ADDING = Set.of("plus", "plus.add", "more", "up");
    /** They say by themselves that something goes: "no hum", "the hum gone". */
    private static final Set<String> TAKING = Set.of("no.more", "less", "out", "off", "down", "remove", "trim.off");

    private static final String CLAUSE_MARKS = ",.;:，。；：、";

    /** Returns the signs in a text that negate, take away or lessen; those in a longer phrase belong to it. */
    static List<Sign> against(String words, List<Saying> sayings, List<Saying> phrases) {
        List<Sign> signs = new ArrayList<>();
        for (Sign sign : places(sayings, phrases, List.of(NEGATING, REMOVING, LESSENING, PARTICLES))) {
            Sign last = signs.isEmpty() ? sign : signs.get(signs.size() - 1);
            if (sign.isParticle() && last.isOf(REMOVING) && last.isFollowedBy(sign, words)) {
                signs.set(signs.size() - 1, last.with(sign));
            } else {
                signs.add(sign);
            }
        }
        return signs;
    }

    /** Returns the signs in a text that add; those in a longer phrase belong to it. */
    static List<Sign> adding(List<Saying> sayings, List<Saying> phrases) {
        return places(sayings, phrases, List.of(ADDING));
    }

    /**
     * Returns the corrections among phrases that are no other sign, as one, since people say them twice ("no, wait"): a
     * reading that ignores them isn't what was said.
     */
    static List<Sign> corrections(List<Saying> phrases, List<Sign> others) {
        List<Saying> all =
                phrases.stream().filter(s -> s.category().equals(CORRECTION)).toList();
        List<Saying> places = all.stream()
                .filter(s -> all.stream().noneMatch(s::isWithin))
                .filter(s -> others.stream().flatMap(o -> o.places.stream()).noneMatch(s::isAt))
                .distinct()
                .sorted(Comparator.comparingInt(Saying::start))
                .toList();
        return places.isEmpty() ? List.of() : List.of(new Sign(places, Set.of(CORRECTION)));
    }

    /** Returns whether it is what the words begin with: "no, 5 seconds" corrects what was done before. */
    boolean isFirst(String words) {
        return words.substring(0, places.get(0).start()).isBlank();
    }

    /** Returns one sign for each place; none that is a part of a longer one, other than of one that negates. */
    private static List<Sign> places(List<Saying> sayings, List<Saying> phrases, List<Set<String>> kinds) {
        Map<Saying, Set<String>> places = new LinkedHashMap<>();
        sayings.stream()
                .filter(s -> kinds.stream().anyMatch(k -> k.contains(s.category())))
                .sorted(Comparator.comparingInt(Saying::start).thenComparingInt(Saying::end))
                .forEach(s -> places.computeIfAbsent(new Saying("", s.start(), s.end()), p -> new TreeSet<>())
                        .add(s.category()));
        List<Saying> longer = phrases.stream()
                .filter(s -> kinds.stream().noneMatch(k -> k.contains(s.category())))
                .toList();
        return places.entrySet().stream()
                .map(e -> new Sign(List.of(e.getKey()), e.getValue()))
                .filter(s -> (s.isOf(NEGATING) && !s.isExcept())
                        || places.keySet().stream().noneMatch(s::isWithin))
                .filter(s -> longer.stream().noneMatch(s::isWithin))
                .toList();
    }

    /** 除 excepts something; 删除 takes it away. */
    private boolean isExcept() {
        return categories.equals(Set.of("except"));
    }

    /** Returns whether it says little by itself. */
    boolean isParticle() {
        return PARTICLES.containsAll(categories);
    }

    boolean isNegation() {
        return isOf(NEGATING);
    }

    /** Returns whether it is "undo". */
    boolean isUndo() {
        return categories.contains("undo.word");
    }

    /** Returns whether it asks for a fault to go: "no hum", "the hum gone". */
    boolean isTaking() {
        return isOf(TAKING) || (categories.contains("gone") && !categories.contains("not"));
    }

    private boolean isOf(Set<String> kind) {
        return categories.stream().anyMatch(kind::contains);
    }

    private boolean isWithin(Saying longer) {
        return places.stream().allMatch(p -> p.isWithin(longer));
    }

    private boolean isFollowedBy(Sign next, String words) {
        int end = places.get(places.size() - 1).end();
        int start = next.places.get(0).start();
        return end <= start && words.substring(end, start).chars().noneMatch(c -> CLAUSE_MARKS.indexOf(c) >= 0);
    }

    private Sign with(Sign more) {
        List<Saying> all = new ArrayList<>(places);
        all.addAll(more.places);
        Set<String> both = new HashSet<>(categories);
        both.addAll(more.categories);
        return new Sign(all, both);
    }

    /** Returns a text without the sign's words. */
    String without(String words) {
        StringBuilder rest = new StringBuilder(words);
        for (int i = places.size() - 1; i >= 0; i--) {
            rest.replace(places.get(i).start(), places.get(i).end(), " ");
        }
        return rest.toString().strip();
    }
}

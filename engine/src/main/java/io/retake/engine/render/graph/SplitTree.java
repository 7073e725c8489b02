package io.retake.engine.render.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Distributes one stream to many links. A plain split gives each frame to every link, which drops all but its own: with
 * hundreds of links that is the most of an export's work. So what many share is divided by time first, and again until
 * few share it: a frame then goes past some dozens of filters, however many links there are.
 */
final class SplitTree {
    /** The most links that share a split, and the number of groups that more links are divided into. */
    private static final int MOST = 6;

    private final String split;
    private final String trim;
    private final String label;
    private final List<String> chains = new ArrayList<>();
    private int groups;

    /**
     * The part of a stream that a link takes, in the stream's own time base.
     *
     * @param end exclusive; the link may receive more than it takes
     */
    record Branch(String link, long first, long end) {}

    private SplitTree(String kind, String label) {
        this.split = kind + "split=";
        this.trim = kind + "trim=";
        this.label = label;
    }

    /** Chains of pictures, of which the first goes on from that one; the label is no other link's beginning. */
    static List<String> pictures(String from, List<Branch> branches, String label) {
        return new SplitTree("", label).deal(from, branches);
    }

    /** Returns chains of sound, like {@link #pictures}. */
    static List<String> sounds(String from, List<Branch> branches, String label) {
        return new SplitTree("a", label).deal(from, branches);
    }

    private List<String> deal(String from, List<Branch> branches) {
        divide(
                from,
                branches.stream()
                        .sorted(Comparator.comparingLong(Branch::first))
                        .toList());
        return chains;
    }

    private void divide(String from, List<Branch> branches) {
        int count = branches.size();
        if (count == 1) {
            chains.add(from + branches.get(0).link());
            return;
        }
        if (count <= MOST) {
            chains.add(from + "," + split + count
                    + branches.stream().map(Branch::link).collect(Collectors.joining()));
            return;
        }
        List<List<Branch>> parts = parts(branches);
        List<String> links =
                parts.stream().map(part -> "[" + label + "g" + groups++ + "]").toList();
        chains.add(from + "," + split + parts.size() + String.join("", links));
        for (int i = 0; i < parts.size(); i++) {
            divide(links.get(i) + trimmed(parts.get(i)), parts.get(i));
        }
    }

    private String trimmed(List<Branch> part) {
        long end = part.stream().mapToLong(Branch::end).max().orElseThrow();
        return trim + "start_pts=" + part.get(0).first() + ":end_pts=" + end;
    }

    private static List<List<Branch>> parts(List<Branch> branches) {
        List<List<Branch>> parts = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            parts.add(branches.subList(branches.size() * i / MOST, branches.size() * (i + 1) / MOST));
        }
        return parts;
    }
}

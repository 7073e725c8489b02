package io.retake.engine.render.graph;

import io.retake.engine.filter.Chain;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.OpenChain;
import io.retake.engine.filter.Pad;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
    private final List<Chain> chains = new ArrayList<>();
    private int groups;

    /**
     * The part of a stream that a link takes, in the stream's own time base.
     *
     * @param end exclusive; the link may receive more than it takes
     */
    record Branch(Pad.Link link, long first, long end) {}

    private SplitTree(String kind, String label) {
        this.split = kind + "split";
        this.trim = kind + "trim";
        this.label = label;
    }

    /** Returns chains of pictures, the first of which continues that one; no other link begins with the label. */
    static List<Chain> pictures(OpenChain from, List<Branch> branches, String label) {
        return new SplitTree("", label).deal(from, branches);
    }

    /** Returns chains of sound, like {@link #pictures}. */
    static List<Chain> sounds(OpenChain from, List<Branch> branches, String label) {
        return new SplitTree("a", label).deal(from, branches);
    }

    private List<Chain> deal(OpenChain from, List<Branch> branches) {
        divide(
                from,
                branches.stream()
                        .sorted(Comparator.comparingLong(Branch::first))
                        .toList());
        return chains;
    }

    private void divide(OpenChain from, List<Branch> branches) {
        int count = branches.size();
        if (count == 1) {
            chains.addAll(from.to(branches.get(0).link()));
            return;
        }
        if (count <= MOST) {
            chains.addAll(from.then(Filter.of(split, count))
                    .to(branches.stream().map(Branch::link).toList()));
            return;
        }
        List<List<Branch>> parts = parts(branches);
        List<Pad.Link> links =
                parts.stream().map(part -> Pad.link(label + "g" + groups++)).toList();
        chains.addAll(from.then(Filter.of(split, parts.size())).to(links));
        for (int i = 0; i < parts.size(); i++) {
            divide(OpenChain.from(links.get(i)).then(trimmed(parts.get(i))), parts.get(i));
        }
    }

    private Filter trimmed(List<Branch> part) {
        long end = part.stream().mapToLong(Branch::end).max().orElseThrow();
        return Filter.of(trim).with("start_pts", part.get(0).first()).with("end_pts", end);
    }

    private static List<List<Branch>> parts(List<Branch> branches) {
        List<List<Branch>> parts = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            parts.add(branches.subList(branches.size() * i / MOST, branches.size() * (i + 1) / MOST));
        }
        return parts;
    }
}

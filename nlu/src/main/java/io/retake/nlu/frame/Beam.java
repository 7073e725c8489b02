package io.retake.nlu.frame;

import java.util.ArrayList;
import java.util.List;

/** The cheapest stories that end at one place of a message, cheapest first; of equals the one that came first. Not thread-safe. */
final class Beam {
    private static final int WIDTH = 30;
    /** More than what rounding makes of a sum of costs. */
    private static final double ROUNDING = 1e-9;

    private final List<Story> stories = new ArrayList<>();

    /** Returns the stories, cheapest first. */
    List<Story> stories() {
        return stories;
    }

    /** Returns whether a story of this cost surely has no place here. */
    boolean isBeyond(double cost) {
        return stories.size() == WIDTH && cost > worst() + ROUNDING;
    }

    void add(Story story) {
        if (stories.size() == WIDTH) {
            if (story.cost() >= worst()) {
                return;
            }
            stories.remove(WIDTH - 1);
        }
        int at = stories.size();
        while (at > 0 && stories.get(at - 1).cost() > story.cost()) {
            at--;
        }
        stories.add(at, story);
    }

    private double worst() {
        return stories.get(stories.size() - 1).cost();
    }
}

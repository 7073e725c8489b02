package io.retake.repl.view.picture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Queries a terminal's picture support and parses the answers. Every terminal answers the last query, which ends the
 * wait. Other input was typed by the user and is kept. Not thread-safe.
 */
public final class Answers {
    /** A picture of one pixel, queried without being displayed, https://sw.kovidgoyal.net/kitty/graphics-protocol. */
    private static final String KITTY = "\u001b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u001b\\";

    private static final String NAME = "\u001b[>q";
    private static final String CELL = "\u001b[16t";
    private static final String ATTRIBUTES = "\u001b[c";

    private static final Pattern GRAPHICS = Pattern.compile("\u001b_Gi=31[^;\u001b]*;([^\u001b]*)\u001b\\\\");
    private static final Pattern NAMED = Pattern.compile("\u001bP>\\|([^\u001b]*)\u001b\\\\");
    private static final Pattern SIZED = Pattern.compile("\u001b\\[6;(\\d{1,4});(\\d{1,4})t");
    private static final Pattern CLAIMED = Pattern.compile("\u001b\\[\\?([\\d;]*)c");

    private final StringBuilder heard = new StringBuilder();

    /**
     * Returns the queries to write to the terminal.
     *
     * @param multiplexed whether tmux or screen is in between: they take kitty's query for a window title
     */
    public static String questions(boolean multiplexed) {
        return (multiplexed ? "" : KITTY) + NAME + CELL + ATTRIBUTES;
    }

    /** Adds a received character. */
    public void hear(char c) {
        heard.append(c);
    }

    /** Whether an answer has begun. */
    public boolean begun() {
        return heard.indexOf("\u001b") >= 0;
    }

    /** Whether the last answer has arrived. */
    public boolean complete() {
        return CLAIMED.matcher(heard).find();
    }

    /** Parses the answers. */
    public Detected detected() {
        Matcher claimed = CLAIMED.matcher(heard);
        if (!claimed.find()) {
            return Detected.NOTHING;
        }
        Matcher graphics = GRAPHICS.matcher(heard);
        Matcher named = NAMED.matcher(heard);
        Matcher sized = SIZED.matcher(heard);
        boolean cell = sized.find();
        return new Detected(
                true,
                graphics.find() && graphics.group(1).equals("OK"),
                (";" + claimed.group(1) + ";").contains(";4;"),
                named.find() ? named.group(1) : "",
                cell ? Integer.parseInt(sized.group(2)) : 0,
                cell ? Integer.parseInt(sized.group(1)) : 0);
    }

    /** Returns what the user typed meanwhile: everything that isn't an answer. */
    public String typed() {
        String rest = heard.toString();
        for (Pattern answer : java.util.List.of(GRAPHICS, NAMED, SIZED, CLAIMED)) {
            rest = answer.matcher(rest).replaceAll("");
        }
        return rest;
    }
}

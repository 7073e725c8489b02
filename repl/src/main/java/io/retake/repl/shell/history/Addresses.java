package io.retake.repl.shell.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds history entries by address: {@code 3} and {@code 3-7} are entries of this prompt, {@code ~1/3} of the previous
 * prompt, {@code ~2/3-7} of the one before that, {@code ~1/} all of the previous one, {@code +1/3} of the next one.
 */
public final class Addresses {
    private static final Pattern ADDRESS = Pattern.compile("(?:([~+])(\\d{1,6})/)?(?:(\\d{1,6})(?:-(\\d{1,6}))?)?");
    private final List<HistoryEntry> others;
    private final List<HistoryEntry> own;
    private final List<String> earlier;
    private final List<String> later;

    /** Creates the addresses of the entries loaded so far. */
    public Addresses(PromptHistory history) {
        this.others = history.others();
        this.own = history.own();
        TreeSet<String> sessions = new TreeSet<>();
        others.forEach(entry -> sessions.add(entry.session()));
        this.earlier =
                new ArrayList<>(sessions.headSet(history.session(), false).descendingSet());
        this.later = new ArrayList<>(sessions.tailSet(history.session(), false));
    }

    /** Returns the address of an entry. */
    public String of(HistoryEntry entry) {
        int before = earlier.indexOf(entry.session());
        int after = later.indexOf(entry.session());
        return (before >= 0 ? "~" + (before + 1) + "/" : after >= 0 ? "+" + (after + 1) + "/" : "") + entry.number();
    }

    /** Returns whether a text is an address, of one entry or of several. */
    public static boolean is(String text) {
        return !text.isEmpty() && ADDRESS.matcher(text).matches();
    }

    /** Returns whether an address is that of a single entry. */
    public static boolean isOne(String text) {
        Matcher address = ADDRESS.matcher(text);
        return address.matches() && address.group(3) != null && address.group(4) == null;
    }

    /** Returns the entries at an address, in order; empty if there are none. */
    public List<HistoryEntry> find(String text) {
        Matcher address = ADDRESS.matcher(text);
        if (text.isEmpty() || !address.matches()) {
            return List.of();
        }
        int from = address.group(3) == null ? 1 : Integer.parseInt(address.group(3));
        int to = address.group(4) != null
                ? Integer.parseInt(address.group(4))
                : address.group(3) != null ? from : Integer.MAX_VALUE;
        return session(address)
                .map(of -> of.stream()
                        .filter(entry -> entry.number() >= from && entry.number() <= to)
                        .toList())
                .orElse(List.of());
    }

    private Optional<List<HistoryEntry>> session(Matcher address) {
        if (address.group(1) == null) {
            return Optional.of(own);
        }
        List<String> sessions = address.group(1).equals("~") ? earlier : later;
        int number = Integer.parseInt(address.group(2));
        return number < 1 || number > sessions.size()
                ? Optional.empty()
                : Optional.of(others.stream()
                        .filter(entry -> entry.session().equals(sessions.get(number - 1)))
                        .toList());
    }
}

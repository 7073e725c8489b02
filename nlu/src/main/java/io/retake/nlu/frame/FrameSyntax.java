package io.retake.nlu.frame;

import io.retake.nlu.value.PartKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads {@code frames.txt}. Not thread-safe. */
final class FrameSyntax {
    private static final Pattern SLOT = Pattern.compile("(?:([\\w,]+)=)?([\\w.-]+)(?:\\(([\\w,]+)\\))?(!?)");
    private static final Set<PartKind> FOOTAGE =
            Set.of(PartKind.EVERYTHING, PartKind.CLIP, PartKind.SCENE, PartKind.IT, PartKind.THERE);

    private String operation = "";
    private final Map<String, String> constants = new LinkedHashMap<>();
    private final List<Set<String>> heads = new ArrayList<>();
    private final Set<String> extras = new LinkedHashSet<>();
    private final List<Slot> slots = new ArrayList<>();
    private boolean alone;

    /** Takes a line; returns the frame before it where it begins another one. */
    Optional<Frame> line(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return Optional.empty();
        }
        if (!Character.isWhitespace(line.charAt(0))) {
            Optional<Frame> done = end();
            begin(line.strip());
            return done;
        }
        String[] parts = line.strip().split("\\s+", 2);
        String rest = parts.length == 1 ? "" : parts[1];
        switch (parts[0]) {
            case "when" -> when(rest);
            case "may" -> extras.addAll(words(rest));
            case "alone" -> alone = true;
            case "take" -> words(rest).forEach(this::slot);
            default -> throw new IllegalStateException("not a line of a frame: " + line);
        }
        return Optional.empty();
    }

    /** Returns the frame that is being read, if there is one. */
    Optional<Frame> end() {
        return operation.isEmpty()
                ? Optional.empty()
                : Optional.of(new Frame(operation, constants, heads, extras, slots, alone));
    }

    private void begin(String line) {
        constants.clear();
        heads.clear();
        extras.clear();
        slots.clear();
        alone = false;
        List<String> words = words(line);
        operation = words.get(0);
        for (String constant : words.subList(1, words.size())) {
            String[] sides = constant.split("=", 2);
            constants.put(sides[0], sides[1].replace('_', ' '));
        }
    }

    private void when(String rest) {
        for (String alternative : rest.split("/", -1)) {
            List<Set<String>> ways = List.of(Set.of());
            for (String category : alternative.split("&", -1)) {
                ways = each(ways, category.strip().split("\\|", -1));
            }
            heads.addAll(ways);
        }
    }

    /** Returns each of the ways with each of the categories. */
    private static List<Set<String>> each(List<Set<String>> ways, String... categories) {
        List<Set<String>> all = new ArrayList<>();
        for (Set<String> way : ways) {
            for (String category : categories) {
                Set<String> more = new LinkedHashSet<>(way);
                more.add(category);
                all.add(more);
            }
        }
        return all;
    }

    private void slot(String text) {
        Matcher matcher = SLOT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalStateException("not a slot of " + operation + ": " + text);
        }
        String category = matcher.group(2);
        boolean target = category.equals("on");
        String argument = matcher.group(1) == null ? category : matcher.group(1);
        Set<PartKind> kinds = matcher.group(3) == null
                ? target ? FOOTAGE : Set.of()
                : Pattern.compile(",")
                        .splitAsStream(matcher.group(3))
                        .map(k -> PartKind.valueOf(k.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toSet());
        slots.add(new Slot(
                argument, target ? "part" : category, kinds, !matcher.group(4).isEmpty()));
    }

    private static List<String> words(String text) {
        return Pattern.compile("\\s+")
                .splitAsStream(text.strip())
                .filter(w -> !w.isEmpty())
                .toList();
    }
}

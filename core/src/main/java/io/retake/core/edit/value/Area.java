package io.retake.core.edit.value;

import io.retake.core.CoreMessages;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/** A rectangle of the picture, in percent of its width and height from the top left corner. */
public record Area(double x, double y, double width, double height) {
    /** The whole picture. */
    public static final Area WHOLE = new Area(0, 0, 100, 100);

    private static final Map<String, Area> NAMED = named();
    private static final String SHARE = "\\s*(\\d{1,3}(?:\\.\\d{1,4})?)\\s*%\\s*";
    private static final Pattern RECTANGLE = Pattern.compile(SHARE + "," + SHARE + "," + SHARE + "," + SHARE);
    /** The tolerance for sums of shares that were rounded. */
    private static final double ROUNDING = 1e-6;

    /** Rejects a rectangle that is empty or not within the picture. */
    public Area {
        boolean positive = x >= 0 && y >= 0 && width > 0 && height > 0;
        if (!positive || !(x + width <= 100 + ROUNDING && y + height <= 100 + ROUNDING)) {
            throw new IllegalArgumentException(CoreMessages.text("value.area", rectangle(x, y, width, height)));
        }
    }

    private static Map<String, Area> named() {
        Map<String, Area> areas = new LinkedHashMap<>();
        areas.put("whole picture", WHOLE);
        areas.put("left half", new Area(0, 0, 50, 100));
        areas.put("right half", new Area(50, 0, 50, 100));
        areas.put("top half", new Area(0, 0, 100, 50));
        areas.put("bottom half", new Area(0, 50, 100, 50));
        areas.put("top left", new Area(0, 0, 50, 50));
        areas.put("top right", new Area(50, 0, 50, 50));
        areas.put("bottom left", new Area(0, 50, 50, 50));
        areas.put("bottom right", new Area(50, 50, 50, 50));
        areas.put("center", new Area(25, 25, 50, 50));
        return areas;
    }

    /** Returns the words for areas, in order. */
    public static List<String> names() {
        return List.copyOf(NAMED.keySet());
    }

    /** Reads {@code left half} or {@code 30%,40%,20%,20%}: x, y, width and height. */
    public static Optional<Area> read(String text) {
        Matcher shares = RECTANGLE.matcher(text);
        return shares.matches()
                ? Optional.of(new Area(share(shares, 1), share(shares, 2), share(shares, 3), share(shares, 4)))
                : Optional.ofNullable(NAMED.get(text.strip()));
    }

    private static double share(Matcher shares, int group) {
        return Double.parseDouble(shares.group(group));
    }

    /** Returns the canonical text: a name where there is one. */
    public String text() {
        return NAMED.entrySet().stream()
                .filter(named -> named.getValue().equals(this))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> rectangle(x, y, width, height));
    }

    private static String rectangle(double... shares) {
        return String.join(
                ",",
                DoubleStream.of(shares)
                        .mapToObj(share -> Times.decimal(share) + "%")
                        .toList());
    }
}

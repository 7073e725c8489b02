package io.retake.nlu.value;

import static io.retake.nlu.value.Builders.number;

import io.retake.core.edit.value.Times;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Builders of numbers, levels, sizes and lists. */
final class NumberBuilders {
    private NumberBuilders() {}

    static void addTo(Map<String, Builder> all) {
        all.put("same", (n, s) -> Optional.of(n.get(0)));
        all.put("second", (n, s) -> Optional.of(n.get(1)));
        all.put("several", (n, s) -> Optional.of(n.get(0)).filter(v -> number(v) >= 2));
        all.put(
                "sum",
                (n, s) -> Optional.of(n.stream().mapToDouble(Builders::number).sum()));
        all.put(
                "product",
                (n, s) -> Optional.of(n.stream().mapToDouble(Builders::number).reduce(1, (a, b) -> a * b)));
        all.put("and-half", (n, s) -> Optional.of(number(n.get(0)) + 0.5));
        all.put(
                "digits",
                (n, s) -> Optional.of(
                        Double.valueOf(n.stream().map(v -> text(number(v))).collect(Collectors.joining()))));
        all.put(
                "point",
                (n, s) -> Optional.of(Double.valueOf(text(number(n.get(0))) + "."
                        + n.stream().skip(1).map(v -> text(number(v))).collect(Collectors.joining()))));
        all.put("percent", (n, s) -> Optional.of(text(number(n.get(0))) + "%"));
        all.put("tenths", (n, s) -> Optional.of(text(number(n.get(0)) * 10) + "%"));
        all.put("ratio-percent", (n, s) -> Optional.of(text(100 * number(n.get(1)) / number(n.get(0))) + "%"));
        all.put("part-percent", (n, s) -> Optional.of(text(100 / number(n.get(0))) + "%"));
        all.put("decibel", (n, s) -> Optional.of(text(number(n.get(0))) + " dB"));
        all.put("minus-decibel", (n, s) -> Optional.of("-" + text(number(n.get(0))) + " dB"));
        all.put("plus-percent", (n, s) -> Optional.of("+" + text(number(n.get(0))) + "%"));
        all.put("minus-percent", (n, s) -> Optional.of("-" + text(number(n.get(0))) + "%"));
        all.put("plus-decibel", (n, s) -> Optional.of("+" + text(number(n.get(0))) + " dB"));
        all.put("percent-bare", (n, s) -> bare(number(n.get(0)), 5, 400, "%"));
        all.put("factor-bare", (n, s) -> bare(number(n.get(0)), 0.05, 16, "x"));
        all.put("lufs", (n, s) -> Optional.of("-" + text(number(n.get(0))) + " LUFS"));
        all.put("times", (n, s) -> Optional.of(text(number(n.get(0))) + "x"));
        all.put("percent-times", (n, s) -> Optional.of(text(Double.parseDouble(percent(n.get(0))) / 100) + "x"));
        all.put("over-times", (n, s) -> Optional.of(text(1 / number(n.get(0))) + "x"));
        all.put("slow-times", (n, s) -> Optional.of(text(slow(number(n.get(0)))) + "x"));
        all.put("of-it", (n, s) -> Optional.of("x" + text(number(n.get(0)))));
        all.put("lines", (n, s) -> Optional.of(text(number(n.get(0))) + "p"));
        all.put("kilo", (n, s) -> Optional.of(text(number(n.get(0))) + "k"));
        all.put("pixels", (n, s) -> Optional.of(text(number(n.get(0))) + "x" + text(number(n.get(1)))));
        all.put("ratio", (n, s) -> ratio(number(n.get(0)), number(n.get(1))));
        all.put("clock-ratio", (n, s) -> Optional.of(n.get(0)).filter(NumberBuilders::isShape));
        all.put("plain", (n, s) -> Optional.of(text(number(n.get(0)))));
        all.put("several-steps", (n, s) -> steps(number(n.get(0))));
        all.put("frame-rate", (n, s) -> rate(number(n.get(0))));
        all.put("scene-order", (n, s) -> Optional.of("scenes " + joined(list(n))));
        all.put("minus", (n, s) -> Optional.of("-" + text(number(n.get(0)))));
        all.put("joint", (n, s) -> Optional.of("clips " + text(number(n.get(0))) + " and " + text(number(n.get(1)))));
        all.put("joint-parts", (n, s) -> Optional.of("clips " + clip(n.get(0)) + " and " + clip(n.get(1))));
        all.put("list", (n, s) -> Optional.of(list(n)));
        all.put("join-reversed", (n, s) -> Optional.of(said(n.get(1)) + " " + said(n.get(0))));
        all.put(
                "tight",
                (n, s) -> Optional.of(n.stream().map(NumberBuilders::said).collect(Collectors.joining())));
        all.put(
                "join",
                (n, s) -> Optional.of(n.stream().map(NumberBuilders::said).collect(Collectors.joining(" "))));
    }

    private static Optional<Object> ratio(double width, double height) {
        boolean pixels = Math.max(width, height) > 64;
        return pixels ? Optional.empty() : Optional.of(text(width) + ":" + text(height));
    }

    /** "Slower by 2" is half the speed, "slow to 0.5" is too. */
    private static double slow(double factor) {
        return factor < 1 ? factor : 1 / factor;
    }

    /** A number without its unit, where it is of a size that makes sense. */
    private static Optional<Object> bare(double number, double least, double most, String unit) {
        return number < least || number > most ? Optional.empty() : Optional.of(text(number) + unit);
    }

    /** A number without its unit, where nobody would count anything else so. */
    private static Optional<Object> rate(double number) {
        return number < 10 || number > 240 ? Optional.empty() : Optional.of(text(number));
    }

    private static String joined(List<Object> numbers) {
        return numbers.stream().map(v -> text(number(v))).collect(Collectors.joining(", "));
    }

    /** Steps of the history: whole ones. */
    private static Optional<Object> steps(double number) {
        return number >= 1 && number <= 1000 && number == Math.rint(number)
                ? Optional.of(text(number))
                : Optional.empty();
    }

    private static String clip(Object part) {
        return ((Part) part).text().replaceAll("\\D", "");
    }

    private static String said(Object value) {
        return value instanceof Part part
                ? part.text()
                : value instanceof Double number ? text(number) : value.toString();
    }

    private static String percent(Object value) {
        return value.toString().replace("%", "");
    }

    private static boolean isShape(Object clock) {
        return List.of("9:16", "1:1", "4:3", "4:5", "3:4", "16:9", "21:9", "2:1", "3:2", "2:3", "5:4")
                .contains(clock);
    }

    /** Returns the flat list of what may itself be lists. */
    private static List<Object> list(List<Object> nested) {
        List<Object> flat = new ArrayList<>();
        for (Object value : nested) {
            if (value instanceof List<?> inner) {
                flat.addAll(inner);
            } else {
                flat.add(value);
            }
        }
        return List.copyOf(flat);
    }

    static String text(double number) {
        return Times.decimal(BigDecimal.valueOf(number).setScale(3, RoundingMode.HALF_UP));
    }
}

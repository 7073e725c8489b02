package io.retake.nlu.value;

import static io.retake.nlu.value.Builders.number;

import io.retake.core.edit.value.Moment;
import io.retake.nlu.situation.Situation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Builders of what a message names on the timeline. */
final class PartBuilders {
    private static final int MOST = 10_000;

    private PartBuilders() {}

    static void addTo(Map<String, Builder> all) {
        all.put("clip", (n, s) -> clip(s, number(n.get(0))));
        all.put("last-clip", (n, s) -> clip(s, s.clips().size()));
        all.put("last-clip-but", (n, s) -> clip(s, s.clips().size() - number(n.get(0))));
        all.put(
                "middle-clip",
                (n, s) -> s.clips().size() % 2 == 1 ? clip(s, (s.clips().size() + 1) / 2.0) : none());
        all.put("only-clip", (n, s) -> s.clips().size() == 1 ? clip(s, 1) : none());
        all.put("clips", (n, s) -> clips(s, numbers(n)));
        all.put("clip-range", (n, s) -> clips(s, between((int) number(n.get(0)), (int) number(n.get(1)))));
        all.put("ord-clips", (n, s) -> clips(s, numbers(n)));
        all.put("first-clips", (n, s) -> clips(s, between(1, (int) number(n.get(0)))));
        all.put(
                "last-clips",
                (n, s) -> clips(
                        s,
                        between(
                                s.clips().size() - (int) number(n.get(0)) + 1,
                                s.clips().size())));
        all.put("even-clips", (n, s) -> clips(s, every(s, 0)));
        all.put("odd-clips", (n, s) -> clips(s, every(s, 1)));
        all.put("known-clip", (n, s) -> number(n.get(0)) <= s.clips().size() ? clip(s, number(n.get(0))) : none());
        all.put("clip-order", PartBuilders::clipOrder);
        all.put("two-clips", (n, s) -> s.clips().size() == 2 ? Optional.of(List.of(1.0, 2.0)) : none());
        all.put("clip-pair", (n, s) -> pair(n));
        all.put("all-clips", (n, s) -> number(n.get(0)) == s.clips().size() ? everything() : none());
        all.put("parts", (n, s) -> parts(s, n));
        all.put("named", (n, s) -> named(s, n.get(0).toString()));
        all.put(
                "scene",
                (n, s) -> Optional.of(new Part(PartKind.SCENE, "scene " + whole(number(n.get(0))), List.of())));
        all.put(
                "last-scene",
                (n, s) -> s.scenes() == 0
                        ? none()
                        : Optional.of(new Part(PartKind.SCENE, "scene " + s.scenes(), List.of())));
        all.put("all-but", (n, s) -> allBut((Part) n.get(0)));
        all.put("everything", (n, s) -> everything());
        all.put("it", (n, s) -> Optional.of(new Part(PartKind.IT, "it", List.of())));
        all.put("last-edit", (n, s) -> isLast(s, n.get(0).toString()) ? Optional.of(n.get(0)) : none());
        all.put("there", (n, s) -> Optional.of(new Part(PartKind.THERE, "there", List.of())));
        all.put(
                "music-named",
                (n, s) ->
                        s.music().filter(n.get(0)::equals).map(f -> new Part(PartKind.MUSIC, "the music", List.of())));
        all.put("music", (n, s) -> Optional.of(new Part(PartKind.MUSIC, "the music", List.of())));
        all.put("sound", (n, s) -> Optional.of(new Part(PartKind.SOUND, "the sound", List.of())));
        all.put(
                "sound-of",
                (n, s) -> Optional.of(new Part(
                        PartKind.SOUND, "the sound of " + ((Part) n.get(0)).text(), ((Part) n.get(0)).spans())));
        all.put("captions", (n, s) -> Optional.of(new Part(PartKind.CAPTIONS, "the captions", List.of())));
        all.put("shown", (n, s) -> Optional.of(n.get(0)).filter(p -> isShown((Part) p, s)));
        items(all, "title", PartKind.TITLE, Situation::titles);
        items(all, "lower-third", PartKind.LOWER_THIRD, Situation::lowerThirds);
        items(all, "overlay", PartKind.OVERLAY, Situation::overlays);
        all.put("transition", (n, s) -> transition((int) number(n.get(0))));
        all.put(
                "the-transition",
                (n, s) ->
                        s.transitions().size() == 1 ? transition(s.transitions().get(0)) : none());
        all.put("transitions", (n, s) -> Optional.of(new Part(PartKind.TRANSITION, "transitions", List.of())));
    }

    private static boolean isLast(Situation situation, String operation) {
        int count = situation.last().size();
        return count > 0 && situation.last().get(count - 1).path("op").asText().equals(operation);
    }

    /** Returns whether there is such a thing on the timeline. */
    private static boolean isShown(Part part, Situation situation) {
        boolean all = part.text().endsWith("s");
        return switch (part.kind()) {
            case TITLE -> all ? !situation.titles().isEmpty() : !part.spans().isEmpty();
            case LOWER_THIRD ->
                all ? !situation.lowerThirds().isEmpty() : !part.spans().isEmpty();
            case OVERLAY ->
                all ? !situation.overlays().isEmpty() : !part.spans().isEmpty();
            case CAPTIONS -> situation.captions();
            case MUSIC -> situation.music().isPresent();
            case TRANSITION -> !situation.transitions().isEmpty();
            default -> true;
        };
    }

    /** Adds "title 2", "the title" where there is one, "the last title" and "titles". */
    private static void items(
            Map<String, Builder> all, String name, PartKind kind, Function<Situation, List<Situation.Item>> list) {
        String words = name.replace('-', ' ');
        all.put(name, (n, s) -> item(list.apply(s), kind, words, (int) number(n.get(0))));
        all.put(
                "last-" + name,
                (n, s) -> item(list.apply(s), kind, words, list.apply(s).size()));
        all.put("the-" + name, (n, s) -> list.apply(s).size() == 1 ? item(list.apply(s), kind, words, 1) : none());
        all.put(
                name + "-named",
                (n, s) -> itemNamed(list.apply(s), kind, words, n.get(0).toString()));
        all.put(name + "s", (n, s) -> Optional.of(new Part(kind, words + "s", List.of())));
    }

    private static Optional<Object> none() {
        return Optional.empty();
    }

    private static Optional<Object> item(List<Situation.Item> items, PartKind kind, String words, int number) {
        if (number < 1 || number > MOST) {
            return none();
        }
        List<Span> spans = number <= items.size() ? List.of(span(items.get(number - 1))) : List.of();
        return Optional.of(new Part(kind, words + " " + number, spans));
    }

    private static Optional<Object> itemNamed(List<Situation.Item> items, PartKind kind, String words, String name) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).name().equalsIgnoreCase(name)
                    || stem(items.get(i).name()).equalsIgnoreCase(name)) {
                found.add(i + 1);
            }
        }
        return found.size() == 1 ? item(items, kind, words, found.get(0)) : none();
    }

    private static Span span(Situation.Item item) {
        return new Span(Moment.at(item.from()), Moment.at(item.to()));
    }

    private static Optional<Object> clip(Situation situation, double number) {
        if (number != Math.rint(number)) {
            return none();
        }
        return clips(situation, List.of((int) number));
    }

    private static Optional<Object> clips(Situation situation, List<Integer> numbers) {
        List<Integer> sorted = List.copyOf(new TreeSet<>(numbers));
        if (sorted.isEmpty() || sorted.get(0) < 1 || sorted.get(sorted.size() - 1) > MOST) {
            return none();
        }
        List<Span> spans = sorted.stream()
                .filter(c -> c <= situation.clips().size())
                .map(c -> span(situation.clips().get(c - 1)))
                .toList();
        String list = sorted.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return Optional.of(new Part(PartKind.CLIP, (sorted.size() == 1 ? "clip " : "clips ") + list, spans));
    }

    private static List<Integer> numbers(List<Object> nested) {
        List<Integer> numbers = new ArrayList<>();
        for (Object value : nested) {
            if (value instanceof List<?> list) {
                list.forEach(v -> numbers.add((int) number(v)));
            } else {
                numbers.add(Math.toIntExact(Math.round(number(value))));
            }
        }
        return numbers;
    }

    private static List<Integer> between(int first, int last) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = first; i <= last && i - first <= MOST; i++) {
            numbers.add(i);
        }
        return numbers;
    }

    private static List<Integer> every(Situation situation, int rest) {
        return between(1, situation.clips().size()).stream()
                .filter(c -> c % 2 == rest)
                .toList();
    }

    /** "Sunset first, then beach, then dinner": an order where every clip is named once. */
    private static Optional<Object> clipOrder(List<Object> nested, Situation situation) {
        List<Double> order = new ArrayList<>();
        for (Object value : nested) {
            String number = ((Part) value).text().replaceFirst("^clip ", "");
            if (!number.matches("\\d+")) {
                return none();
            }
            order.add(Double.valueOf(number));
        }
        return order.size() == situation.clips().size() && new TreeSet<>(order).size() == order.size()
                ? Optional.of(List.copyOf(order))
                : none();
    }

    /** Returns the numbers of two clips. */
    private static Optional<Object> pair(List<Object> nested) {
        List<Double> numbers = new ArrayList<>();
        for (Object value : nested) {
            String number = ((Part) value).text().replaceFirst("^clip ", "");
            if (!number.matches("\\d+")) {
                return none();
            }
            numbers.add(Double.valueOf(number));
        }
        return Optional.of(List.copyOf(numbers));
    }

    /** Returns several clips as one part, "clip 1 and the last clip". */
    private static Optional<Object> parts(Situation situation, List<Object> nested) {
        List<Integer> numbers = new ArrayList<>();
        for (Object value : nested) {
            Part part = (Part) value;
            if (part.kind() != PartKind.CLIP || part.text().startsWith("all")) {
                return none();
            }
            for (String number : part.text().replaceAll("[^\\d,]", "").split(",", -1)) {
                numbers.add(Integer.valueOf(number));
            }
        }
        return clips(situation, numbers);
    }

    /** Returns the clip of a file, its name with or without its ending. */
    private static Optional<Object> named(Situation situation, String name) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < situation.clips().size(); i++) {
            String file = situation.clips().get(i).name();
            if (file.equalsIgnoreCase(name) || stem(file).equalsIgnoreCase(name)) {
                found.add(i + 1);
            }
        }
        if (found.size() > 1 && found.size() == situation.clips().size()) {
            return everything(); // all clips are of one file
        }
        return found.isEmpty() ? none() : clips(situation, found);
    }

    static String stem(String file) {
        int dot = file.lastIndexOf('.');
        return (dot > 0 ? file.substring(0, dot) : file).toLowerCase(Locale.ROOT);
    }

    private static Optional<Object> allBut(Part part) {
        if (part.kind() != PartKind.CLIP && part.kind() != PartKind.SCENE) {
            return none();
        }
        return Optional.of(new Part(part.kind(), "all but " + part.text(), List.of()));
    }

    private static Optional<Object> everything() {
        return Optional.of(new Part(PartKind.EVERYTHING, "everything", List.of(new Span(Moment.START, Moment.END))));
    }

    private static Optional<Object> transition(int number) {
        return number < 1 || number > MOST
                ? none()
                : Optional.of(new Part(PartKind.TRANSITION, "transition " + number, List.of()));
    }

    private static String whole(double number) {
        return NumberBuilders.text(Math.floor(number));
    }
}

package io.retake.engine.agent.read;

import io.retake.core.edit.picture.LowerThird;
import io.retake.core.edit.picture.Title;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Position;
import io.retake.core.edit.value.TitleStyle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Rules for text over the picture: in any quotes, or unquoted after "saying". */
final class TitleRules {
    private static final Kind[] PLACE = {
        Kind.STRETCH,
        Kind.AT_TIME,
        Kind.LENGTH,
        Kind.START,
        Kind.END,
        Kind.POSITION,
        Kind.STYLE,
        Kind.TITLE,
        Kind.SAYING,
        Kind.ADD
    };

    private static final Set<String> CHANGES = Set.of(
            "change",
            "modify",
            "switch",
            "turn",
            "convert",
            "transform",
            "adjust",
            "tweak",
            "改",
            "改变",
            "修改",
            "换",
            "改成",
            "改为",
            "改到",
            "换成",
            "变成",
            "变为");

    private TitleRules() {}

    /** Parses a lower third, which is named before its text; "the title ... in the lower third" is a title. */
    static Optional<Reading> lowerThird(Slots said) {
        Slots slots = named(said);
        List<Token> texts = slots.all(Kind.QUOTED);
        List<Token> places = slots.all(Kind.POSITION);
        boolean only = slots.only(Kind.QUOTED, Kind.ADD, Kind.POSITION, Kind.ROLE, Kind.STRETCH, Kind.SAYING);
        boolean named = places.size() == 1
                && places.get(0).value() == Position.LOWER_THIRD
                && !texts.isEmpty()
                && places.get(0).start() < texts.get(0).start();
        if (!named
                || !only
                || texts.size() > 2
                || slots.severalStretches()
                || (slots.has(Kind.ROLE) && texts.size() < 2)) {
            return Optional.empty();
        }
        String role = texts.size() == 2 ? texts.get(1).text() : "";
        return Reading.of(new LowerThird(texts.get(0).text(), role, slots.from(), slots.to()));
    }

    /** Quotes a name that follows a colon, up to the next comma. */
    private static Slots named(Slots slots) {
        List<Token> tokens = slots.tokens();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            int end = i + 1;
            while (end < tokens.size() && !tokens.get(end).is(Kind.COMMA, Kind.ROLE, Kind.QUOTED, Kind.STRETCH)) {
                end++;
            }
            if (tokens.get(i).is(Kind.SAYING) && end > i + 1) {
                int from = tokens.get(i + 1).start();
                int to = UnquotedText.end(slots.source(), tokens.get(end - 1).end());
                List<Token> next = new ArrayList<>(tokens.subList(0, i + 1));
                next.add(new Token(Kind.QUOTED, slots.source().substring(from, to), from, to));
                next.addAll(tokens.subList(end, tokens.size()));
                return slots.with(next);
            }
        }
        return slots;
    }

    static Optional<Reading> read(Slots slots) {
        Slots quoted = slots.has(Kind.SAYING) && !slots.has(Kind.QUOTED)
                ? unquoted(slots).orElse(slots)
                : captioned(slots);
        Optional<Token> text = quoted.one(Kind.QUOTED);
        Kind[] kinds = Arrays.copyOf(PLACE, PLACE.length + 1);
        kinds[PLACE.length] = Kind.QUOTED;
        boolean asked = quoted.has(Kind.TITLE, Kind.SAYING, Kind.ADD, Kind.LIGHT);
        if (text.isEmpty() || !asked || !quoted.only(kinds) || changes(quoted, text.get())) {
            return Optional.empty();
        }
        return placed(quoted, text.get().text());
    }

    /**
     * Returns whether a clause changes an existing title ("change the title to …"), so that adding another would be
     * wrong.
     */
    private static boolean changes(Slots slots, Token text) {
        boolean verb = slots.all(Kind.LIGHT).stream()
                .anyMatch(t -> CHANGES.contains(slots.words(t).toLowerCase(Locale.ROOT)));
        boolean into = slots.all(Kind.TO).stream().anyMatch(t -> CHANGES.contains(slots.words(t)));
        boolean change = (verb || into) && slots.follows(text, Kind.TO);
        return slots.has(Kind.TITLE) && !slots.has(Kind.ADD) && (change || isToBe(slots, text));
    }

    /** Returns whether only a verb that says nothing stands between title and text: "the title should be …". */
    private static boolean isToBe(Slots slots, Token text) {
        return slots.one(Kind.TITLE)
                .filter(title -> title.end() < text.start() && slots.follows(text, Kind.TITLE))
                .filter(title -> slots.source()
                        .substring(title.end(), text.start())
                        .codePoints()
                        .anyMatch(Character::isLetter))
                .isPresent();
    }

    /**
     * Replaces 字幕 with a title: it means text over the picture if there is a quoted text, and captions from speech if
     * not.
     */
    private static Slots captioned(Slots slots) {
        List<Token> tokens = slots.tokens();
        return slots.with(tokens.stream()
                // "你好"两个字: the number of its characters.
                .filter(t -> !t.is(Kind.NUMBER)
                        || tokens.stream().noneMatch(next -> next.is(Kind.TITLE) && slots.follows(next, Kind.NUMBER)))
                .map(t -> t.is(Kind.CAPTIONS) ? new Token(Kind.TITLE, "", t.start(), t.end()) : t)
                .toList());
    }

    private static Optional<Reading> placed(Slots slots, String text) {
        List<Token> times = slots.all(Kind.STRETCH, Kind.AT_TIME, Kind.LENGTH);
        List<Token> positions = slots.all(Kind.POSITION);
        List<Token> styles = slots.all(Kind.STYLE);
        boolean edge = slots.has(Kind.START, Kind.END);
        boolean timed = times.size() == 1 && times.get(0).is(Kind.LENGTH);
        if (edge && (!timed || slots.all(Kind.START, Kind.END).size() > 1)) {
            return Optional.empty();
        }
        if (times.size() > 1 || positions.size() > 1 || styles.size() > 1) {
            return Optional.empty();
        }
        Position position =
                positions.isEmpty() ? Position.CENTER : positions.get(0).as(Position.class);
        TitleStyle style = styles.isEmpty() ? TitleStyle.OUTLINE : styles.get(0).as(TitleStyle.class);
        Stretch when = times.isEmpty()
                ? new Stretch(Moment.START, Moment.END, Stretch.Form.EDGE)
                : when(times.get(0), slots.has(Kind.END));
        return Reading.of(new Title(text, when.from(), when.to(), position, style));
    }

    private static Stretch when(Token time, boolean atEnd) {
        if (atEnd) {
            return new Stretch(new Moment.BeforeEnd(time.as(Duration.class)), Moment.END, Stretch.Form.EDGE);
        }
        return switch (time.kind()) {
            case AT_TIME -> new Stretch(time.as(Moment.class), Moment.END, Stretch.Form.OPEN);
            case LENGTH -> new Stretch(Moment.START, Moment.at(time.as(Duration.class)), Stretch.Form.EDGE);
            default -> time.as(Stretch.class);
        };
    }

    /** Quotes the words after "saying", up to where only times, positions or styles follow. */
    private static Optional<Slots> unquoted(Slots slots) {
        List<Token> tokens = slots.tokens();
        int saying = 0;
        while (!tokens.get(saying).is(Kind.SAYING)) {
            saying++;
        }
        int rest = tokens.size();
        while (rest > saying + 2 && isPlace(tokens.get(rest - 1))) {
            rest--;
        }
        if (tokens.subList(rest, tokens.size()).stream().allMatch(t -> t.is(Kind.FOR, Kind.AT, Kind.GLUE))) {
            rest = tokens.size(); // "what are you looking for"
        }
        if (rest <= saying + 1) {
            return Optional.empty();
        }
        int start = tokens.get(saying).end();
        int end = rest < tokens.size()
                ? tokens.get(rest).start()
                : UnquotedText.end(slots.source(), tokens.get(rest - 1).end());
        String text = slots.source().substring(start, Math.max(start, end)).strip();
        if (text.isEmpty() || text.indexOf('"') >= 0) {
            return Optional.empty();
        }
        List<Token> next = new ArrayList<>(tokens.subList(0, saying + 1));
        next.add(new Token(Kind.QUOTED, text, start, end));
        next.addAll(tokens.subList(rest, tokens.size()));
        return Optional.of(slots.with(next));
    }

    private static boolean isPlace(Token token) {
        return token.is(
                Kind.STRETCH,
                Kind.AT_TIME,
                Kind.LENGTH,
                Kind.POSITION,
                Kind.STYLE,
                Kind.FOR,
                Kind.AT,
                Kind.GLUE,
                Kind.COMMA);
    }
}

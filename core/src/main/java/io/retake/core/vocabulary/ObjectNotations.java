package io.retake.core.vocabulary;

import io.retake.core.CoreMessages;
import io.retake.core.edit.value.Amount;
import io.retake.core.edit.value.EffectName;
import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Place;
import io.retake.core.edit.value.Times;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Notations for edits of what is on the timeline: names of effects, places, relative amounts. */
final class ObjectNotations {
    private static final String NUMBER = "\\d{1,6}(?:\\.\\d{1,6})?";
    private static final Pattern TIMES = Pattern.compile("x ?(" + NUMBER + ")");
    private static final Pattern PERCENT = Pattern.compile("([+-]" + NUMBER + ") ?%");
    private static final Pattern VAGUE = Pattern.compile("([+-])(little|some|much)");
    private static final Pattern BESIDE = Pattern.compile("(?s)(before|after) (.+)");

    static final Notation<EffectName> EFFECT = new Notation<>(
            EffectName.class,
            CoreMessages.text("hint.effect-name"),
            "[a-z]\\w*(?:-\\w+)?",
            EffectName::name,
            ObjectNotations::readEffect,
            effect -> "'" + effect.name() + "'",
            given -> Optional.empty());

    static final Notation<Amount> AMOUNT = new Notation<>(
            Amount.class,
            CoreMessages.text("hint.amount"),
            "x" + NUMBER + "|[+-]" + NUMBER + "%|[+-](?:little|some|much)",
            ObjectNotations::writeAmount,
            ObjectNotations::readAmount,
            amount -> "'" + writeAmount(amount) + "'",
            given -> Optional.empty());

    static final Notation<Place> PLACE = new Notation<>(
            Place.class,
            CoreMessages.text("hint.place"),
            "first|last|(?:before|after) (?:" + TargetNotation.TARGET.pattern() + ")|" + Notations.MOMENT.pattern(),
            ObjectNotations::writePlace,
            ObjectNotations::readPlace,
            place -> place instanceof Place.At at
                    ? Notations.MOMENT.script(at.moment())
                    : Quoted.script(writePlace(place)),
            given -> given instanceof Duration time ? Optional.of(new Place.At(Moment.at(time))) : Optional.empty());

    private ObjectNotations() {}

    private static Optional<EffectName> readEffect(String text) {
        return text.equalsIgnoreCase(EffectName.ALL.name())
                ? Optional.of(EffectName.ALL)
                : TargetNotation.operation(text).map(EffectName::new);
    }

    private static String writeAmount(Amount amount) {
        if (amount instanceof Amount.Multiple times) {
            return "x" + Times.decimal(times.factor());
        }
        if (amount instanceof Amount.Percent percent) {
            return (percent.change() < 0 ? "" : "+") + Times.decimal(percent.change()) + "%";
        }
        Amount.Vague vague = (Amount.Vague) amount;
        return (vague.more() ? "+" : "-") + Notations.word(vague.degree());
    }

    private static Optional<Amount> readAmount(String given) {
        String text = given.toLowerCase(Locale.ROOT);
        Matcher vague = VAGUE.matcher(text);
        if (vague.matches()) {
            return Arrays.stream(Amount.Degree.values())
                    .filter(degree -> Notations.word(degree).equals(vague.group(2)))
                    .findFirst()
                    .map(degree -> new Amount.Vague(vague.group(1).equals("+"), degree));
        }
        Matcher percent = PERCENT.matcher(text);
        if (percent.matches()) {
            return Optional.of(new Amount.Percent(Double.parseDouble(percent.group(1))));
        }
        Matcher times = TIMES.matcher(text);
        return times.matches()
                ? Optional.of(new Amount.Multiple(Double.parseDouble(times.group(1))))
                : Optional.empty();
    }

    private static String writePlace(Place place) {
        if (place instanceof Place.Beside beside) {
            return (beside.after() ? "after " : "before ") + TargetNotation.TARGET.write(beside.other());
        }
        return place instanceof Place.At at ? Notations.MOMENT.write(at.moment()) : Notations.word((Place.Edge) place);
    }

    private static Optional<Place> readPlace(String text) {
        Matcher beside = BESIDE.matcher(text);
        if (beside.matches()) {
            return TargetNotation.TARGET
                    .read()
                    .apply(beside.group(2))
                    .map(other -> new Place.Beside(beside.group(1).equalsIgnoreCase("after"), other));
        }
        return Arrays.stream(Place.Edge.values())
                .filter(edge -> Notations.word(edge).equalsIgnoreCase(text))
                .findFirst()
                .map(Place.class::cast)
                .or(() -> Notations.MOMENT.read().apply(text).map(Place.At::new));
    }
}

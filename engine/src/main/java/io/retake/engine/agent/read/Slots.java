package io.retake.engine.agent.read;

import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Target;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The phrases of one clause, as the rules ask for them. Immutable. */
final class Slots {
    /** Kinds allowed in any clause: they connect words and add no meaning. */
    private static final Set<Kind> BINDING = EnumSet.of(
            Kind.GLUE,
            Kind.TO,
            Kind.BY,
            Kind.FOR,
            Kind.AT,
            Kind.FROM,
            Kind.LIGHT,
            Kind.PRONOUN,
            Kind.EVERYTHING,
            Kind.CLIP,
            Kind.AND,
            Kind.COMMA);

    /** Kinds that "only" may modify: it limits the clause to what already limits it. */
    private static final Set<Kind> SCOPES = EnumSet.of(
            Kind.TARGET, Kind.STRETCH, Kind.FILE, Kind.MUSIC, Kind.SOUND, Kind.ORIGINAL, Kind.FIRST, Kind.LAST);

    private final List<Token> tokens;
    private final String source;
    private final Surroundings surroundings;
    private final Target last;

    Slots(List<Token> tokens, String source, Surroundings surroundings, Target last) {
        this.tokens = tokens;
        this.source = source;
        this.surroundings = surroundings;
        this.last = last;
    }

    List<Token> tokens() {
        return tokens;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    String source() {
        return source;
    }

    /** Returns the user's own words for a phrase. */
    String words(Token token) {
        return source.substring(token.start(), token.end());
    }

    Slots with(List<Token> others) {
        return new Slots(others, source, surroundings, last);
    }

    boolean has(Kind... kinds) {
        return tokens.stream().anyMatch(t -> t.is(kinds));
    }

    boolean hasAll(Kind... kinds) {
        return Arrays.stream(kinds).allMatch(this::has);
    }

    List<Token> all(Kind... kinds) {
        return tokens.stream().filter(t -> t.is(kinds)).toList();
    }

    /** The one phrase of these kinds; empty when there is none, or more than one. */
    Optional<Token> one(Kind... kinds) {
        List<Token> found = all(kinds);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** True when every word has its place: nothing is left over. */
    boolean only(Kind... kinds) {
        Set<Kind> allowed = EnumSet.copyOf(BINDING);
        allowed.addAll(Arrays.asList(kinds));
        return tokens.stream().allMatch(t -> t.is(allowed) || binds(t));
    }

    /** "Less slow", "less quiet": the word before turns what a word of these kinds says. */
    boolean isTurned(Kind... kinds) {
        return all(Kind.DECREASE).stream()
                .filter(t -> words(t).equalsIgnoreCase("less"))
                .map(t -> tokens.indexOf(t) + 1)
                .anyMatch(next -> next < tokens.size() && tokens.get(next).is(kinds));
    }

    /** Something is to be put there: not "use slow motion", which is another way to say how. */
    boolean adds() {
        return tokens.stream().anyMatch(t -> t.is(Kind.ADD) && !t.value().equals("use"));
    }

    /** Words that say nothing more in some company: "use" of an edit, "only" beside what it limits, "cut … off". */
    private boolean binds(Token token) {
        return switch (token.kind()) {
            case ADD -> token.value().equals("use");
            case ONLY -> isBesideScope(tokens.indexOf(token));
            case DEICTIC ->
                (token.value().equals("part") && isBesideRange(tokens.indexOf(token)))
                        || (token.value().equals("these") && isBeforeKnown(tokens.indexOf(token)));
            case OFF -> has(Kind.REMOVE, Kind.CUT, Kind.TRIM, Kind.FIT);
            default -> false;
        };
    }

    /** "The part from 0:05 to 0:15", 第5秒到第12秒这一段: which part is said. */
    private boolean isBesideRange(int at) {
        int next = at + 1;
        while (next < tokens.size() && tokens.get(next).is(Kind.GLUE)) {
            next++;
        }
        return (next < tokens.size() && tokens.get(next).is(Kind.STRETCH))
                || (at > 0 && tokens.get(at - 1).is(Kind.STRETCH));
    }

    /** "Those jump cuts" are the ones that are found; "those clips" could be any. */
    private boolean isBeforeKnown(int at) {
        int next = at + 1;
        while (next < tokens.size() && tokens.get(next).is(Kind.JUDGED)) {
            next++;
        }
        return next < tokens.size()
                && tokens.get(next).is(Kind.JUMPCUTS, Kind.SILENCE, Kind.FLAW, Kind.COLOR, Kind.GRADING);
    }

    /** "Mute only clip 2", "only mute clip 2": it says nothing that the clip doesn't. */
    private boolean isBesideScope(int at) {
        if (at == 0 && has(Kind.TARGET, Kind.STRETCH)) {
            return true;
        }
        int next = at + 1;
        while (next < tokens.size() && tokens.get(next).is(Kind.GLUE, Kind.FOR, Kind.AT, Kind.FROM, Kind.LIGHT)) {
            next++;
        }
        return (next < tokens.size() && tokens.get(next).is(SCOPES))
                || (at > 0 && tokens.get(at - 1).is(SCOPES));
    }

    /** True when a phrase of that kind directly follows one of these. */
    boolean follows(Token token, Kind... before) {
        int at = tokens.indexOf(token);
        return at > 0 && tokens.get(at - 1).is(before);
    }

    /**
     * Returns the edit's target: a clip, a file, or the last referent of "it"; the whole timeline when none is named.
     */
    Target target() {
        return targets().get(0);
    }

    List<Target> targets() {
        List<Target> targets = all(Kind.TARGET, Kind.FILE).stream()
                .map(t -> t.is(Kind.FILE) ? new Target.Named(t.text()) : t.as(Target.class))
                .toList();
        if (!targets.isEmpty()) {
            return targets;
        }
        return List.of(has(Kind.PRONOUN) && !has(Kind.EVERYTHING) ? last : Target.EVERYTHING);
    }

    /** Music was the last thing spoken of, and this clause names nothing else. */
    boolean isAboutMusic() {
        return last.equals(new Target.Layer(Target.TrackKind.MUSIC)) && !has(Kind.TARGET, Kind.FILE, Kind.EVERYTHING);
    }

    Moment from() {
        return one(Kind.STRETCH).map(s -> s.as(Stretch.class).from()).orElse(Moment.START);
    }

    Moment to() {
        return one(Kind.STRETCH).map(s -> s.as(Stretch.class).to()).orElse(Moment.END);
    }

    boolean severalStretches() {
        return all(Kind.STRETCH).size() > 1;
    }
}

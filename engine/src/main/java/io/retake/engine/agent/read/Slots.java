package io.retake.engine.agent.read;

import io.retake.core.edit.value.Moment;
import io.retake.core.edit.value.Target;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The phrases of one clause, with the queries that rules need. Immutable. */
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

    /** Returns the only phrase of these kinds; empty if there is none or more than one. */
    Optional<Token> one(Kind... kinds) {
        List<Token> found = all(kinds);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Returns whether the clause consists only of these kinds and connecting words. */
    boolean only(Kind... kinds) {
        Set<Kind> allowed = EnumSet.copyOf(BINDING);
        allowed.addAll(Arrays.asList(kinds));
        return tokens.stream().allMatch(t -> t.is(allowed) || binds(t));
    }

    /** Returns whether "less" reverses a word of these kinds: "less slow", "less quiet". */
    boolean isTurned(Kind... kinds) {
        return all(Kind.DECREASE).stream()
                .filter(t -> words(t).equalsIgnoreCase("less"))
                .map(t -> tokens.indexOf(t) + 1)
                .anyMatch(next -> next < tokens.size() && tokens.get(next).is(kinds));
    }

    /** Returns whether the clause adds something; "use slow motion" doesn't. */
    boolean adds() {
        return tokens.stream().anyMatch(t -> t.is(Kind.ADD) && !t.value().equals("use"));
    }

    /**
     * Returns whether a word adds no meaning in this context: "use" with an edit, "only" next to what it limits, "cut …
     * off".
     */
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

    /** Returns whether a range says which part is meant: "the part from 0:05 to 0:15", 第5秒到第12秒这一段. */
    private boolean isBesideRange(int at) {
        int next = at + 1;
        while (next < tokens.size() && tokens.get(next).is(Kind.GLUE)) {
            next++;
        }
        return (next < tokens.size() && tokens.get(next).is(Kind.STRETCH))
                || (at > 0 && tokens.get(at - 1).is(Kind.STRETCH));
    }

    /**
     * Returns whether "those" precedes things that the engine can find, such as jump cuts; "those clips" could be any.
     */
    private boolean isBeforeKnown(int at) {
        int next = at + 1;
        while (next < tokens.size() && tokens.get(next).is(Kind.JUDGED)) {
            next++;
        }
        return next < tokens.size()
                && tokens.get(next).is(Kind.JUMPCUTS, Kind.SILENCE, Kind.FLAW, Kind.COLOR, Kind.GRADING);
    }

    /** Returns whether "only" adds nothing to a target or range: "mute only clip 2", "only mute clip 2". */
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

    /** Returns whether a phrase directly follows one of these kinds. */
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

    /** Returns whether the last target was the music and this clause names no other. */
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

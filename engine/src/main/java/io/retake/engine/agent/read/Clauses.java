package io.retake.engine.agent.read;

import io.retake.core.edit.arrange.Reorder;
import io.retake.core.edit.arrange.Trim;
import io.retake.core.edit.sound.Music;
import io.retake.core.edit.value.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits a message into clauses. "And" and commas can separate clauses or belong to one, so of all ways to split a
 * sentence this class chooses the one with the fewest pieces not understood, and of those the one with the most
 * clauses.
 */
final class Clauses {
    /** The maximum number of pieces in a clause; people don't write longer ones. */
    private static final int MOST_PIECES = 5;

    /** The cost of a piece that isn't understood; it outweighs any number of clauses. */
    private static final int NOT_UNDERSTOOD = 1000;

    private final List<Token> tokens;
    private final String source;
    private final Surroundings surroundings;

    Clauses(List<Token> tokens, String source, Surroundings surroundings) {
        this.tokens = tokens;
        this.source = source;
        this.surroundings = surroundings;
    }

    /** The tokens between two separators; {@code weak} if it may belong to the same clause as the piece before. */
    private record Piece(int from, int to, boolean weak) {}

    List<List<Token>> split() {
        List<Piece> pieces = pieces();
        int count = pieces.size();
        int[] cost = new int[count + 1];
        int[] reach = new int[count + 1];
        for (int i = count - 1; i >= 0; i--) {
            cost[i] = Integer.MAX_VALUE;
            for (int j = i + 1; j <= Math.min(count, i + MOST_PIECES); j++) {
                if (j > i + 1 && !pieces.get(j - 1).weak()) {
                    break;
                }
                int total = cost(pieces.get(i), pieces.get(j - 1), j - i) + cost[j];
                if (total < cost[i]) {
                    cost[i] = total;
                    reach[i] = j;
                }
            }
        }
        return clauses(pieces, reach);
    }

    /** Merges adjacent clauses that aren't understood, so that they are reported as one. */
    private List<List<Token>> clauses(List<Piece> pieces, int[] reach) {
        List<List<Token>> clauses = new ArrayList<>();
        int unknownFrom = -1;
        for (int i = 0; i < pieces.size(); i = reach[i]) {
            int from = pieces.get(i).from();
            int to = pieces.get(reach[i] - 1).to();
            boolean unknown = read(tokens.subList(from, to)).isEmpty();
            if (unknown && unknownFrom >= 0) {
                clauses.remove(clauses.size() - 1);
                from = unknownFrom;
            }
            unknownFrom = unknown ? from : -1;
            clauses.add(tokens.subList(from, to));
        }
        return clauses;
    }

    private Optional<Reading> read(List<Token> clause) {
        return Grammar.read(new Slots(clause, source, surroundings, Target.EVERYTHING));
    }

    private int cost(Piece first, Piece last, int pieces) {
        Optional<Reading> reading = read(tokens.subList(first.from(), last.to()));
        boolean understood = reading.isPresent() && reading.get().problem().isEmpty();
        if (!understood) {
            return pieces * NOT_UNDERSTOOD;
        }
        // "Add the song, volume 40 %" means the song's volume, although each half could be a clause by itself.
        boolean levelOfMusic = pieces > 1 && reading.get().edits().get(0) instanceof Music;
        // "The picture is shaky, steady it" names a fault and then its remedy: one request.
        boolean complaint =
                pieces > 1 && tokens.subList(first.from(), first.to()).stream().anyMatch(t -> t.is(Kind.COMPLAINT));
        // "Clip 2 to the front, clip 1 to the back" is one order: applied separately, the second would undo the first.
        boolean order = pieces > 1 && reading.get().edits().get(0) instanceof Reorder;
        // "Start at 0:03 and end at 0:55" are both ends of one range: after the first cut, the second time would mean
        // another place.
        boolean range = pieces > 1 && reading.get().edits().get(0) instanceof Trim;
        return levelOfMusic || complaint || order || range ? -pieces - 1 : -1;
    }

    private List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        boolean weak = false;
        int from = 0;
        for (int i = 0; i <= tokens.size(); i++) {
            boolean end = i == tokens.size();
            if (!end && !tokens.get(i).is(Kind.AND, Kind.COMMA, Kind.STOP, Kind.THEN)) {
                continue;
            }
            if (i > from) {
                pieces.add(new Piece(from, i, weak));
                weak = true;
            }
            weak = !end && weak && (tokens.get(i).is(Kind.AND, Kind.COMMA) || isNextInOrder(i));
            from = i + 1;
        }
        return joined(pieces);
    }

    /**
     * Returns whether "then" continues an order of clips ("clip 2, then clip 1") and doesn't begin a second request.
     */
    private boolean isNextInOrder(int then) {
        boolean piece = false;
        int i = then + 1;
        while (tokens.get(then).is(Kind.THEN)
                && i < tokens.size()
                && tokens.get(i).is(Kind.LIGHT, Kind.TARGET, Kind.LAST, Kind.PRONOUN)) {
            piece |= tokens.get(i).is(Kind.TARGET);
            i++;
        }
        return piece && (i == tokens.size() || tokens.get(i).is(Kind.AND, Kind.COMMA, Kind.STOP, Kind.THEN));
    }

    /** Joins each piece that only limits or revokes a request ("but not too much") to the piece before it. */
    private List<Piece> joined(List<Piece> pieces) {
        List<Piece> joined = new ArrayList<>();
        for (Piece piece : pieces) {
            List<Token> words = tokens.subList(piece.from(), piece.to());
            boolean limits = !joined.isEmpty()
                    && (isException(words)
                            || (piece.weak()
                                    && (limits(words)
                                            || isConditional(joined)
                                            || isSpared(piece, words)
                                            || isScope(words)
                                            || isObjection(piece, words)
                                            || isWayToFit(joined, words))));
            if (limits) {
                Piece before = joined.remove(joined.size() - 1);
                joined.add(new Piece(before.from(), piece.to(), before.weak()));
            } else {
                joined.add(piece);
            }
        }
        return joined;
    }

    /** Returns whether a piece excludes a part of the request: "but keep the first", 保留第一段的声音. */
    private boolean isSpared(Piece piece, List<Token> words) {
        Token before = tokens.get(piece.from() - 1);
        boolean but = before.is(Kind.COMMA) && before.value().equals("but");
        return words.stream().anyMatch(t -> t.is(Kind.KEEP))
                && (but || (words.stream().anyMatch(t -> t.is(Kind.TARGET)) && !isUnderstood(words)));
    }

    /** Returns whether a piece, or a sentence, only takes a place out of what was asked for: "Not clip 2 though". */
    private static boolean isException(List<Token> words) {
        return words.stream().anyMatch(t -> t.is(Kind.NOT, Kind.CONDITION))
                && words.stream().anyMatch(t -> t.is(Kind.TARGET, Kind.STRETCH, Kind.FILE))
                && words.stream()
                        .allMatch(t -> t.is(
                                Kind.NOT,
                                Kind.CONDITION,
                                Kind.TARGET,
                                Kind.STRETCH,
                                Kind.FILE,
                                Kind.GLUE,
                                Kind.FOR,
                                Kind.COLOR,
                                Kind.SOUND,
                                Kind.UNKNOWN));
    }

    private boolean isUnderstood(List<Token> words) {
        return read(words).filter(r -> r.problem().isEmpty()).isPresent();
    }

    /**
     * Returns whether a piece only limits where an edit applies: "…, only from 0:05 to 0:10", "…, not the last clip".
     */
    private boolean isScope(List<Token> words) {
        boolean time = words.stream().anyMatch(t -> t.is(Kind.STRETCH))
                && words.stream().allMatch(t -> t.is(Kind.STRETCH, Kind.GLUE, Kind.FOR, Kind.FROM, Kind.DEICTIC));
        boolean limited =
                words.stream().anyMatch(t -> t.is(Kind.ONLY)) && read(words).isEmpty();
        return time || limited;
    }

    /**
     * Returns whether a piece modifies the request before it in a way that isn't understood: "but backwards the second
     * time", "while she talks".
     */
    private boolean isObjection(Piece piece, List<Token> words) {
        Optional<Reading> reading = read(words);
        return List.of("but", "while").contains(tokens.get(piece.from() - 1).value())
                && (reading.isEmpty() || reading.get().problem().isPresent());
    }

    /** Returns whether a piece only says how to fit the picture: "make it square, no cropping, pad it". */
    private boolean isWayToFit(List<Piece> joined, List<Token> words) {
        Piece before = joined.get(joined.size() - 1);
        return words.stream().anyMatch(t -> t.is(Kind.FIT, Kind.TRIM))
                && words.stream().allMatch(t -> t.is(Kind.FIT, Kind.TRIM, Kind.NOT, Kind.CONDITION, Kind.PRONOUN))
                && tokens.subList(before.from(), before.to()).stream()
                        .anyMatch(t -> t.is(Kind.SHAPE, Kind.RATIO, Kind.FIT));
    }

    /**
     * Returns whether the previous piece is a condition; everything from "if" to the end of the sentence depends on it.
     */
    private boolean isConditional(List<Piece> joined) {
        Piece before = joined.get(joined.size() - 1);
        return tokens.subList(before.from(), before.to()).stream().anyMatch(t -> t.is(Kind.CONDITION));
    }

    private static boolean limits(List<Token> piece) {
        boolean negated = piece.stream().anyMatch(t -> t.is(Kind.NOT));
        boolean degree = piece.stream().anyMatch(t -> t.is(Kind.TOO, Kind.CONDITION));
        boolean small = piece.stream()
                .allMatch(t -> t.is(
                        Kind.NOT,
                        Kind.TOO,
                        Kind.MUCH,
                        Kind.LITTLE,
                        Kind.PRONOUN,
                        Kind.GLUE,
                        Kind.TARGET,
                        Kind.STRETCH,
                        Kind.FILE,
                        Kind.FIRST,
                        Kind.LAST,
                        Kind.DEICTIC,
                        Kind.FOR));
        return degree || (negated && small);
    }
}

package io.retake.dsl.syntax;

import io.retake.dsl.problem.Diagnostics;
import io.retake.dsl.problem.ScriptMessages;
import io.retake.dsl.scope.Words;
import io.retake.dsl.syntax.Tokens.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.groovy.parser.antlr4.GroovyLexer;

/**
 * Explains why a text cannot be parsed. The parser usually notices a number that touches its unit ({@code 2s}) later in
 * its line, so this tries whether the text parses with a dot between them.
 */
public final class SyntaxFaults {
    private static final int MOST = 50;
    /** Deeper than anyone types. The time that Groovy's parser takes grows with the third power of the depth. */
    private static final int DEEPEST = 100;

    private static final Pattern UNIT =
            Pattern.compile("(?<number>\\d+(?:\\.\\d+)?)(?<unit>" + String.join("|", Words.UNITS) + "|%)(?!\\w)");
    private final Diagnostics findings;

    private SyntaxFaults(Diagnostics findings) {
        this.findings = findings;
    }

    /** Adds the fault; nothing when the text can be parsed. */
    public static void add(Diagnostics findings) {
        if (addExcess(findings)) {
            return;
        }
        try {
            new SyntaxFaults(findings).add();
        } catch (Predictions.Endless endless) {
            Tokens tokens = new Tokens(findings.source().text());
            findings.addAt(
                    tokens.offset(endless.token.getStartIndex()),
                    "this expression has too many parts",
                    SyntaxFault.SPLIT);
        }
    }

    /**
     * Adds the fault of a text that would keep Groovy's lexer or parser busy for minutes: one with deeply nested
     * brackets, an endless number, or comments that aren't closed.
     *
     * @return whether there is one
     */
    public static boolean addExcess(Diagnostics findings) {
        String text = findings.source().text();
        Tokens tokens = new Tokens(text);
        OptionalInt unreadable = tokens.unreadable();
        if (unreadable.isPresent() && UnreadableText.isEndless(text, unreadable.getAsInt())) {
            SyntaxFault fault = UnreadableText.at(text, tokens, unreadable.getAsInt());
            findings.addAt(fault.offset(), fault.message(), fault.advice());
            return true;
        }
        if (tokens.depth() > DEEPEST) {
            findings.addAt(
                    tokens.deepest(),
                    ScriptMessages.text("syntax.too-deep", tokens.depth(), DEEPEST),
                    SyntaxFault.SPLIT);
            return true;
        }
        return false;
    }

    private void add() {
        Dotted text = new Dotted(findings.source().text(), Map.of());
        Optional<SyntaxFault> fault = SyntaxFault.in(text.text);
        for (int round = 0; round < MOST && fault.isPresent(); round++) {
            SyntaxFault wrong = fault.get();
            int place = text.original(wrong.offset());
            List<Unit> units = text.units(wrong.offset());
            Dotted next = text.with(units);
            fault = units.isEmpty() ? fault : SyntaxFault.in(next.text);
            boolean same =
                    fault.filter(now -> next.original(now.offset()) == place).isPresent();
            if (units.isEmpty() || same) {
                findings.addAt(place, wrong.message(), wrong.advice());
                return;
            }
            units.forEach(unit -> findings.addAt(
                    unit.place,
                    ScriptMessages.text("syntax.no-number", unit.number, unit.unit),
                    ScriptMessages.text("syntax.write", unit.meant())));
            text = next;
        }
    }

    /**
     * A text with dots inserted before some of its units.
     *
     * @param text with the dots
     * @param added the number of inserted characters, by their place in the original text
     */
    private record Dotted(String text, Map<Integer, Integer> added) {
        /** Returns the place in the text without dots. */
        int original(int offset) {
            int place = offset;
            for (Map.Entry<Integer, Integer> dot : new TreeMap<>(added).entrySet()) {
                if (place > dot.getKey()) {
                    place = Math.max(dot.getKey(), place - dot.getValue());
                }
            }
            return place;
        }

        /** Returns the numbers that touch their units in the line of this offset. */
        List<Unit> units(int offset) {
            Tokens tokens = new Tokens(text);
            List<Unit> units = new ArrayList<>();
            for (Piece piece : tokens.pieces()) {
                boolean number =
                        piece.type() == GroovyLexer.IntegerLiteral || piece.type() == GroovyLexer.FloatingPointLiteral;
                Matcher unit = UNIT.matcher(text).region(piece.start(), text.length());
                if (number && tokens.sameLine(piece.start(), offset) && unit.lookingAt()) {
                    units.add(
                            new Unit(piece.start(), original(piece.start()), unit.group("number"), unit.group("unit")));
                }
            }
            return units;
        }

        Dotted with(List<Unit> units) {
            StringBuilder dotted = new StringBuilder(text);
            Map<Integer, Integer> more = new TreeMap<>(added);
            for (int i = units.size() - 1; i >= 0; i--) {
                Unit unit = units.get(i);
                int length = unit.number.length() + unit.unit.length();
                dotted.replace(unit.start, unit.start + length, unit.meant());
                more.put(unit.place + unit.number.length(), unit.meant().length() - length);
            }
            return new Dotted(dotted.toString(), more);
        }
    }

    /** A number and the unit that touches it, at its start in the dotted text and at its place in the original. */
    private record Unit(int start, int place, String number, String unit) {
        String meant() {
            return number + "." + (unit.equals("%") ? "percent" : unit);
        }
    }
}

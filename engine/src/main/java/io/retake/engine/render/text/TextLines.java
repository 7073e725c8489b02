package io.retake.engine.render.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A title's text as lines that fit, each as runs of one font: drawtext takes one font at a time. */
public final class TextLines {
    private static final int VARIATION_SELECTOR = 0xfe0f;
    private static final int JOINER = 0x200d;
    private static final int NON_JOINER = 0x200c;
    private static final String NEVER_FIRST = "，。、！？：；）」』】》〉…～·,.!?:;)]}";

    private TextLines() {}

    /** A run of characters of a line in one font. */
    public record FontRun(Face face, String text, double ems) {}

    /** One line; its width in ems. */
    public record Line(List<FontRun> runs) {
        public double ems() {
            return runs.stream().mapToDouble(FontRun::ems).sum();
        }
    }

    /** Breaks at line ends, then at spaces (or between Chinese characters, or anywhere) where a line is too long. */
    public static List<Line> of(String text, double mostEms) {
        List<Line> lines = new ArrayList<>();
        for (String paragraph : clean(text).split("\n", -1)) {
            boolean fromRight = Bidirectional.beginsRight(paragraph);
            String rest = paragraph;
            while (!rest.isEmpty() && width(rest) > mostEms) {
                int at = breakAt(rest, mostEms);
                lines.add(line(rest.substring(0, at).stripTrailing(), fromRight));
                rest = rest.substring(at).stripLeading();
            }
            lines.add(line(rest, fromRight));
        }
        while (lines.size() > 1 && lines.get(lines.size() - 1).runs().isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    private static Line line(String text, boolean fromRight) {
        return new Line(runs(Bidirectional.drawn(text, fromRight)));
    }

    /** Removes characters that no font has, so that nothing is drawn as a box. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        characters(text).filter(c -> Fonts.isDrawable(c) && !(c == NON_JOINER)).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** The characters that a text asks to be drawn: composed, without what only controls. */
    static IntStream characters(String text) {
        String plain = Normalizer.normalize(text.strip(), Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\t', ' ');
        return thai(plain)
                .codePoints()
                .filter(c -> c == '\n'
                        || c == JOINER
                        || c == NON_JOINER
                        || (!Character.isISOControl(c)
                                && c != VARIATION_SELECTOR
                                && Character.getType(c) != Character.FORMAT));
    }

    /** Sara am is a ring above the letter, under a tone mark, and a letter after it. */
    private static String thai(String text) {
        return text.indexOf('\u0e33') < 0 ? text : text.replaceAll("([\u0e48-\u0e4b]?)\u0e33", "\u0e4d$1\u0e32");
    }

    static boolean isJoiner(int c) {
        return c == JOINER || c == NON_JOINER;
    }

    /** The last place before the limit where a line may end; at least one character. */
    private static int breakAt(String text, double mostEms) {
        double width = 0;
        int space = -1;
        int fits = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            width += advance(c);
            if (width > mostEms) {
                break;
            }
            i += Character.charCount(c);
            int next = i < text.length() ? text.codePointAt(i) : ' ';
            if (!Bidirectional.isMark(next)) {
                fits = i;
            }
            if (c == ' ' || (isIdeograph(c) && NEVER_FIRST.indexOf(next) < 0)) {
                space = i;
            }
        }
        int forced = Math.max(fits, Character.charCount(text.codePointAt(0)));
        return space > 0 ? space : forced;
    }

    private static boolean isIdeograph(int c) {
        return Character.isIdeographic(c) || (c >= 0x3000 && c <= 0x30ff) || (c >= 0xff00 && c <= 0xffef);
    }

    private static double width(String text) {
        return text.codePoints().mapToDouble(TextLines::advance).sum();
    }

    private static double advance(int c) {
        return c == JOINER ? 0 : face(c, Face.INTER).tables().advance(c);
    }

    private static List<FontRun> runs(String line) {
        List<FontRun> runs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Face face = Face.INTER;
        for (int i = 0; i < line.length(); ) {
            int c = line.codePointAt(i);
            Face next = face(c, face);
            if (next != face && !text.isEmpty()) {
                runs.add(run(face, text));
            }
            face = next;
            text.appendCodePoint(c);
            i += Character.charCount(c);
        }
        if (!text.isEmpty()) {
            runs.add(run(face, text));
        }
        return runs;
    }

    private static FontRun run(Face face, StringBuilder text) {
        FontRun run = new FontRun(face, text.toString(), width(text.toString()));
        text.setLength(0);
        return run;
    }

    /** The first font that has it; spaces and joiners stay with what stands before them. */
    private static Face face(int c, Face before) {
        if (c == ' ' || c == JOINER) {
            return before;
        }
        for (Face face : Face.values()) {
            if (face.tables().covers(c)) {
                return face;
            }
        }
        return before;
    }
}

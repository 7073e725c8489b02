package io.retake.engine.render.graph;

import io.retake.core.draft.Canvas;
import io.retake.core.draft.Segment;
import io.retake.core.edit.value.Position;
import io.retake.core.edit.value.TitleStyle;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.OpenChain;
import io.retake.engine.render.text.Face;
import io.retake.engine.render.text.TextLines;
import io.retake.engine.render.timeline.RenderTimeline;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The captions of one place in one style, as a source of few pictures: one for each change, at the frame where it
 * happens. The same few drawtext filters draw all of them; a file of commands says what each draws when. The text is only
 * ever a command's argument with every special character escaped, and drawtext's expansion is off.
 */
final class CaptionStrip {
    /** Captions shown at once; of more, the earliest are dropped, since nobody could read them all. */
    private static final int MOST_AT_ONCE = 4;

    private static final double LINE = 1.25;
    private static final double ASCENT = 0.95;
    private static final double WIDTH = 0.84;
    private static final double HEIGHT = 0.5;
    private static final double MARGIN = 0.06;

    private final RenderTimeline scene;
    private final Position position;
    private final TitleStyle style;
    private final String name;
    private final double size;
    /** The captions visible from a frame on, by that frame. */
    private final NavigableMap<Long, List<Segment>> states;

    private final Map<Segment, List<TextLines.Line>> lines = new HashMap<>();
    private final Map<Pen, String> pens = new LinkedHashMap<>();
    private final StringBuilder commands = new StringBuilder();
    private final int height;

    CaptionStrip(RenderTimeline scene, Position position, TitleStyle style, String name, List<Segment> captions) {
        this.scene = scene;
        this.position = position;
        this.style = style;
        this.name = name;
        this.size = size(scene.canvas());
        this.states = states(captions);
        this.height = even(states.values().stream()
                        .mapToDouble(shown -> block(shown).height())
                        .max()
                        .orElse(0)
                + 2 * pad());
        command();
    }

    /** A drawtext filter: it draws one run of a line in one font. */
    private record Pen(Face face, long size, long baseline, int ordinal) {}

    /** The lines visible at one time, at the size at which they fit. */
    private record Block(List<TextLines.Line> lines, double size) {
        double height() {
            return lines.size() * LINE * size;
        }

        double width() {
            return lines.stream().mapToDouble(TextLines.Line::ems).max().orElse(0) * size;
        }
    }

    /** About a twentieth of the height: 40 Latin letters a line, as broadcasters have it; never too small to read. */
    private static double size(Canvas canvas) {
        return Math.max(12, Math.min(canvas.height(), canvas.width() * 0.9) * 0.05);
    }

    private double pad() {
        return size * 0.4;
    }

    private NavigableMap<Long, List<Segment>> states(List<Segment> captions) {
        TreeMap<Long, List<Segment>> begin = new TreeMap<>();
        TreeMap<Long, List<Segment>> finish = new TreeMap<>();
        for (Segment caption : captions) {
            begin.computeIfAbsent(scene.clock().frame(caption.start()), f -> new ArrayList<>())
                    .add(caption);
            finish.computeIfAbsent(scene.clock().frame(caption.end()), f -> new ArrayList<>())
                    .add(caption);
        }
        TreeSet<Long> changes = new TreeSet<>(begin.keySet());
        changes.addAll(finish.keySet());
        changes.add(0L);
        TreeMap<Long, List<Segment>> states = new TreeMap<>();
        Set<Segment> shown = new LinkedHashSet<>();
        for (long frame : changes.headSet(scene.frames())) {
            finish.getOrDefault(frame, List.of()).forEach(shown::remove);
            shown.addAll(begin.getOrDefault(frame, List.of()));
            states.put(
                    frame,
                    shown.stream()
                            .skip(Math.max(0, shown.size() - MOST_AT_ONCE))
                            .toList());
        }
        return states;
    }

    private Block block(List<Segment> shown) {
        List<TextLines.Line> all = new ArrayList<>();
        shown.forEach(caption -> all.addAll(lines(caption, size)));
        double most = scene.canvas().height() * HEIGHT;
        double fitting = size;
        while (all.size() * LINE * fitting > most && fitting > 8) {
            fitting *= 0.85;
            all.clear();
            for (Segment caption : shown) {
                all.addAll(lines(caption, fitting));
            }
        }
        int room = (int) Math.max(1, most / (LINE * fitting));
        return new Block(List.copyOf(all.subList(0, Math.min(all.size(), room))), fitting);
    }

    private List<TextLines.Line> lines(Segment caption, double at) {
        double room = scene.canvas().width() * WIDTH / at;
        return at == size
                ? lines.computeIfAbsent(caption, c -> TextLines.of(c.text().orElse(""), room))
                : TextLines.of(caption.text().orElse(""), room);
    }

    private void command() {
        Map<Pen, String> before = Map.of();
        int picture = 0;
        for (List<Segment> shown : states.values()) {
            Block block = block(shown);
            Map<Pen, String> now = drawn(block);
            StringBuilder line = new StringBuilder();
            for (Pen pen : before.keySet()) {
                if (!now.containsKey(pen)) {
                    add(line, pens.get(pen) + " text ' '");
                }
            }
            Map<Pen, String> earlier = before;
            now.forEach((pen, said) -> {
                if (!said.equals(earlier.get(pen))) {
                    add(line, said);
                }
            });
            if (style == TitleStyle.BOX) {
                add(line, box(block));
            }
            if (!line.isEmpty()) {
                commands.append(picture == 0 ? "0" : picture - 0.5)
                        .append(' ')
                        .append(line)
                        .append(";\n");
            }
            before = now;
            picture++;
        }
    }

    private static void add(StringBuilder line, String command) {
        line.append(line.isEmpty() ? "" : ",").append(command);
    }

    /** Returns the commands for each pen that draw a block. */
    private Map<Pen, String> drawn(Block block) {
        Map<Pen, String> told = new LinkedHashMap<>();
        double y = top(block);
        for (TextLines.Line line : block.lines()) {
            double x = left(line.ems() * block.size());
            long baseline = Math.round(y + ((LINE - 1) / 2 + ASCENT * 0.92) * block.size());
            for (TextLines.FontRun run : line.runs()) {
                if (!run.text().isBlank()) {
                    int ordinal = 0;
                    Pen pen = new Pen(run.face(), Math.round(block.size()), baseline, ordinal);
                    while (told.containsKey(pen)) {
                        pen = new Pen(pen.face(), pen.size(), pen.baseline(), ++ordinal);
                    }
                    String filter = pens.computeIfAbsent(pen, p -> "drawtext@" + name + "p" + pens.size());
                    told.put(pen, filter + " text " + escaped(run.text()) + "," + filter + " x " + Math.round(x));
                }
                x += run.ems() * block.size();
            }
            y += LINE * block.size();
        }
        return told;
    }

    private String box(Block block) {
        String box = "drawbox@" + name + "b";
        if (block.lines().isEmpty()) {
            return box + " x -9," + box + " w 1";
        }
        double margin = block.size() * 0.35;
        double left = left(block.width());
        return String.format(
                Locale.ROOT,
                "%1$s x %2$d,%1$s y %3$d,%1$s w %4$d,%1$s h %5$d",
                box,
                Math.round(left - margin),
                Math.max(0, Math.round(top(block) - margin * 0.4)),
                Math.round(block.width() + 2 * margin),
                Math.round(block.height() + margin * 0.8));
    }

    /** Every character that is no letter and no digit after a backslash: FFmpeg's sendcmd reads it as itself. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c < 0x80 && !Character.isLetterOrDigit(c)) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(c);
        });
        return escaped.toString();
    }

    /** Within the strip: lines at the bottom grow upwards, those at the top downwards. */
    private double top(Block block) {
        return switch (position) {
            case TOP, TOP_LEFT, TOP_RIGHT -> pad();
            case CENTER -> (height - block.height()) / 2;
            case BOTTOM, BOTTOM_LEFT, BOTTOM_RIGHT, LOWER_THIRD -> height - pad() - block.height();
        };
    }

    private double left(double width) {
        double canvas = scene.canvas().width();
        return switch (position) {
            case CENTER, TOP, BOTTOM -> (canvas - width) / 2;
            case LOWER_THIRD, TOP_LEFT, BOTTOM_LEFT -> canvas * MARGIN;
            case TOP_RIGHT, BOTTOM_RIGHT -> canvas * (1 - MARGIN) - width;
        };
    }

    /** Returns the strip's top edge in the picture. */
    int top() {
        double canvas = scene.canvas().height();
        double top = switch (position) {
            case TOP, TOP_LEFT, TOP_RIGHT -> canvas * MARGIN - pad();
            case CENTER -> (canvas - height) / 2;
            case BOTTOM, BOTTOM_LEFT, BOTTOM_RIGHT -> canvas * (1 - MARGIN) + pad() - height;
            case LOWER_THIRD -> canvas * 0.86 + pad() - height;
        };
        return even(top);
    }

    /** Returns the chain that generates the strip's pictures. */
    OpenChain source() {
        List<Filter> filters = new ArrayList<>();
        filters.add(Filter.of("color")
                .with("c", "black@0")
                .with("s", scene.canvas().width() + "x" + height)
                .with("r", 1)
                .with("d", states.size()));
        filters.add(Filter.of("format", "yuva420p"));
        filters.add(Filter.of("sendcmd").with("f", file()));
        if (style == TitleStyle.BOX) {
            filters.add(Filter.of("drawbox@" + name + "b")
                    .with("x", -9)
                    .with("y", 0)
                    .with("w", 1)
                    .with("h", 1)
                    .with("color", "black@0.6")
                    .with("t", "fill")
                    .with("replace", 1));
        }
        pens.forEach((pen, instance) -> filters.add(pen(pen, instance)));
        filters.add(CanvasFilters.BT709);
        filters.add(Filter.of("settb", scene.clock().frameTime()));
        filters.add(Filter.quoted("setpts", times(states.keySet().stream().toList(), 0, states.size() - 1)));
        return OpenChain.from().then(filters);
    }

    /** Returns a pen that draws nothing before its first command. */
    private Filter pen(Pen pen, String instance) {
        Filter text = Filter.of(instance)
                .with("fontfile", pen.face().file())
                .withQuoted("text", " ")
                .with("expansion", "none")
                .with("fontsize", pen.size())
                .with("fontcolor", "white");
        return outlined(text, pen.size())
                .with("y_align", "baseline")
                .with("x", 0)
                .with("y", pen.baseline());
    }

    private Filter outlined(Filter text, long size) {
        return style == TitleStyle.OUTLINE
                ? text.with("borderw", Math.max(1, Math.round(size * 0.07))).with("bordercolor", "black@0.9")
                : text;
    }

    /** Returns the frame of each picture as a balanced tree of conditions: a list would nest as deep as it is long. */
    private static String times(List<Long> frames, int first, int last) {
        if (first == last) {
            return String.valueOf(frames.get(first));
        }
        int middle = (first + last) >>> 1;
        return "if(lte(N," + middle + ")," + times(frames, first, middle) + "," + times(frames, middle + 1, last) + ")";
    }

    String name() {
        return name;
    }

    /** Returns the name of the command file. */
    String file() {
        return name + ".cmd";
    }

    String commands() {
        return commands.toString();
    }

    Set<Face> faces() {
        Set<Face> faces = EnumSet.noneOf(Face.class);
        pens.keySet().forEach(pen -> faces.add(pen.face()));
        return faces;
    }

    private static int even(double pixels) {
        return 2 * (int) Math.round(pixels / 2);
    }
}

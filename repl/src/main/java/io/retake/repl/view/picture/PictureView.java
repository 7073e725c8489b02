package io.retake.repl.view.picture;

import io.retake.core.edit.value.Times;
import io.retake.repl.view.OneLine;
import io.retake.repl.view.Role;
import io.retake.repl.view.Theme;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws pictures as lines for a terminal, as large as fits; see {@link Graphics}. If {@link Graphics#raw()}, a line
 * holds graphics and must reach the terminal unchanged. Immutable and thread-safe.
 */
public final class PictureView {
    /** Narrowest useful tile of a contact sheet, in columns. */
    private static final int LEAST_TILE = 24;

    private final Graphics graphics;
    private final Theme theme;
    private final Detected cell;
    private final int columns;
    private final int rows;

    /**
     * Creates a view of the given size.
     *
     * @param columns the largest width
     * @param rows the largest height of a picture
     */
    public PictureView(Graphics graphics, Theme theme, Detected detected, int columns, int rows) {
        this.graphics = graphics;
        this.theme = theme;
        this.cell = detected;
        this.columns = Math.max(8, columns);
        this.rows = Math.max(2, rows);
    }

    /** A size in cells. */
    private record CellSize(int columns, int rows) {}

    /**
     * Draws one picture with its time below.
     *
     * @throws PictureException if it can't be decoded
     */
    public List<String> lines(Frame frame) {
        if (graphics == Graphics.NONE) {
            return List.of(named(frame));
        }
        Pixels pixels = Png.read(frame.png());
        CellSize cells = fitted(pixels, columns - 1, rows);
        List<String> lines = new ArrayList<>(
                switch (graphics) {
                    case KITTY -> List.of(Inline.kitty(frame.png(), cells.columns, cells.rows));
                    case ITERM2 -> List.of(Inline.iterm2(frame.png(), cells.columns, cells.rows));
                    case SIXEL, BLOCKS, BLOCKS_256, NONE ->
                        drawn(pixels.scaled(cells.columns * pixelsAcross(), cells.rows * pixelsDown()));
                });
        lines.add(theme.paint(Role.ASIDE, Times.write(frame.at())));
        return lines;
    }

    /**
     * Draws several pictures in rows, each with its time below. All are scaled to the aspect ratio of the first.
     *
     * @throws PictureException if one can't be decoded
     */
    public List<String> sheet(List<Frame> frames) {
        if (graphics == Graphics.NONE) {
            return frames.stream().map(this::named).toList();
        }
        List<String> lines = new ArrayList<>();
        int most = Math.max(1, Math.min(frames.size(), columns / LEAST_TILE));
        int strips = (frames.size() + most - 1) / Math.max(1, most);
        int across = strips == 0 ? 1 : (frames.size() + strips - 1) / strips;
        for (int from = 0; from < frames.size(); from += across) {
            List<Frame> strip = frames.subList(from, Math.min(frames.size(), from + across));
            lines.addAll(strip(strip, (columns - across) / across));
        }
        return lines;
    }

    private List<String> strip(List<Frame> frames, int tileColumns) {
        List<Pixels> pictures =
                frames.stream().map(frame -> Png.read(frame.png())).toList();
        CellSize tile = fitted(pictures.get(0), tileColumns, rows);
        int width = tile.columns * pixelsAcross();
        int height = tile.rows * pixelsDown();
        int step = (tile.columns + 1) * pixelsAcross();
        Pixels strip = Pixels.canvas(step * (frames.size() - 1) + width, height);
        StringBuilder times = new StringBuilder();
        for (int i = 0; i < frames.size(); i++) {
            strip = strip.with(pictures.get(i).scaled(width, height), i * step, 0);
            String time = Times.write(frames.get(i).at());
            times.append(time).append(" ".repeat(Math.max(1, tile.columns + 1 - time.length())));
        }
        int stripColumns = strip.width() / pixelsAcross();
        List<String> lines = new ArrayList<>(
                switch (graphics) {
                    case KITTY -> List.of(Inline.kitty(Png.write(strip), stripColumns, tile.rows));
                    case ITERM2 -> List.of(Inline.iterm2(Png.write(strip), stripColumns, tile.rows));
                    case SIXEL, BLOCKS, BLOCKS_256, NONE -> drawn(strip);
                });
        lines.add(theme.paint(Role.ASIDE, times.toString().stripTrailing()));
        return lines;
    }

    private List<String> drawn(Pixels pixels) {
        return graphics == Graphics.SIXEL
                ? List.of(Sixel.of(pixels))
                : Blocks.lines(pixels, graphics == Graphics.BLOCKS, theme.unicode());
    }

    /**
     * Pixels per cell: blocks have one across and two down, or one down without half blocks; graphics have the cell's
     * size.
     */
    private int pixelsAcross() {
        return graphics.raw() ? cell.width() : 1;
    }

    private int pixelsDown() {
        return graphics.raw() ? cell.height() : theme.unicode() ? 2 : 1;
    }

    /** Returns the largest size that fits, in the picture's aspect ratio. */
    private CellSize fitted(Pixels pixels, int mostColumns, int mostRows) {
        double shape = (double) pixels.width() / pixels.height() * cell.height() / cell.width();
        int wide = Math.max(1, Math.min(mostColumns, (int) Math.round(mostRows * shape)));
        return new CellSize(wide, Math.max(1, Math.min(mostRows, (int) Math.round(wide / shape))));
    }

    private String named(Frame frame) {
        return Times.write(frame.at()) + "  " + OneLine.of(frame.file().toString());
    }
}

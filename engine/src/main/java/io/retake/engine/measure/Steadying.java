package io.retake.engine.measure;

import io.retake.core.edit.value.Strength;
import io.retake.engine.filter.Filter;
import io.retake.engine.media.Rational;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The offset of each frame of a part of a medium that steadies it, and the zoom that keeps edges out of view. Rendered
 * by FFmpeg's {@code perspective}, which samples between pixels: its corners come from expressions over the number of
 * the frame, written as search trees, so that each frame costs a few comparisons. {@code docs/adr/0010-stabilize-in-the-render-graph.md}.
 */
public final class Steadying {
    private final Motion[] moves;
    private final int from;
    private final double enlarged;
    private final Rational rate;

    private Steadying(Motion[] moves, int from, double enlarged, Rational rate) {
        this.moves = moves;
        this.from = from;
        this.enlarged = enlarged;
        this.rate = rate;
    }

    static Steadying of(CameraPath path, int from, int to, Strength strength) {
        int first = Math.max(0, Math.min(from, path.frames()));
        int last = Math.max(first, Math.min(to, path.frames()));
        double margin = margin(strength);
        Motion[] meant =
                path.smoothed(first, last, seconds(strength) * path.rate().value());
        Motion[] moves = new Motion[meant.length];
        double widest = 0;
        for (int i = 0; i < moves.length; i++) {
            Motion move = path.place(first + i).minus(meant[i]);
            double reach = move.reach(path.corner());
            moves[i] = reach > 0 ? move.times(allowed(reach, margin) / reach) : move;
            widest = Math.max(widest, moves[i].reach(path.corner()));
        }
        // The reach is in widths: of a lower picture's height it is a larger share.
        return new Steadying(
                moves, first, 1 / (1 - 2 * Math.min(0.4, widest * Math.max(1, path.aspect()))), path.rate());
    }

    /** Towards the margin the camera's own motion shows softly: a hard stop at the edge would be a jolt. */
    private static double allowed(double reach, double margin) {
        double free = 0.6 * margin;
        double rest = margin - free;
        return reach <= free ? reach : free + rest * Math.tanh((reach - free) / rest);
    }

    private static double seconds(Strength strength) {
        return switch (strength) {
            case LIGHT -> 0.3;
            case MEDIUM -> 0.7;
            case STRONG -> 1.5;
        };
    }

    private static double margin(Strength strength) {
        return switch (strength) {
            case LIGHT -> 0.025;
            case MEDIUM -> 0.05;
            case STRONG -> 0.09;
        };
    }

    /** Returns the zoom; 1 for none. */
    public double enlarged() {
        return enlarged;
    }

    /**
     * The filter, for frames of the upright picture in square pixels, before it is cropped or padded.
     *
     * @param first the number of the first frame that reaches it, where 0 is the medium's beginning
     * @param frames how many reach it
     * @param out frames a second of what reaches it
     * @param speed how many times as fast the medium plays in it
     */
    public Filter filter(long first, long frames, Rational out, double speed) {
        if (moves.length == 0 || frames <= 0) {
            return Filter.of("null");
        }
        Motion[] shown = new Motion[(int) frames];
        for (int k = 0; k < shown.length; k++) {
            shown[k] = moves[Math.max(0, Math.min(moves.length - 1, standing(first + k, out, speed) - from))];
        }
        Filter filter = Filter.of("perspective")
                .with("eval", "frame")
                .with("sense", "source")
                .with("interpolation", "cubic");
        filter = corner(filter, "0", shown, -1, -1);
        filter = corner(filter, "1", shown, 1, -1);
        filter = corner(filter, "2", shown, -1, 1);
        return corner(filter, "3", shown, 1, 1);
    }

    /** Returns the medium's frame in a slot: the last whose own slot, rounded as the fps filter does, is not later. */
    private int standing(long slot, Rational out, double speed) {
        double perFrame = out.value() / rate.value() / speed;
        int frame = (int) Math.floor((slot + 0.5) / perFrame + 1e-6);
        while (Math.round(frame * perFrame) > slot) {
            frame--;
        }
        return frame;
    }

    private Filter corner(Filter filter, String name, Motion[] shown, int right, int down) {
        // x = W/2 + W*(shift + k*(cos*r/2 - sin*d/2*H/W)); both in ten-thousandths.
        StringBuilder x = new StringBuilder("W/2+W*(");
        tree(x, shown, 0, shown.length, m -> m.x() + right * 0.5 * scale(m) * Math.cos(m.angle()));
        x.append(")/1e5");
        sign(x, -down, "H");
        tree(x, shown, 0, shown.length, m -> 0.5 * scale(m) * Math.sin(m.angle()));
        x.append(")/1e5");
        StringBuilder y = new StringBuilder("H/2+W*(");
        tree(y, shown, 0, shown.length, m -> m.y() + right * 0.5 * scale(m) * Math.sin(m.angle()));
        y.append(")/1e5");
        sign(y, down, "H");
        tree(y, shown, 0, shown.length, m -> 0.5 * scale(m) * Math.cos(m.angle()));
        y.append(")/1e5");
        return filter.withQuoted("x" + name, x.toString()).withQuoted("y" + name, y.toString());
    }

    private static void sign(StringBuilder filter, int sign, String size) {
        filter.append(sign < 0 ? "-" : "+").append(size).append("*(");
    }

    private double scale(Motion move) {
        return Math.exp(move.zoom()) / enlarged;
    }

    private static void tree(StringBuilder out, Motion[] row, int from, int to, ToDoubleFunction<Motion> value) {
        if (to - from == 1) {
            out.append(String.format(Locale.ROOT, "%d", Math.round(value.applyAsDouble(row[from]) * 1e5)));
            return;
        }
        int middle = (from + to) >>> 1;
        // The filter's first frame has the number 1.
        out.append("if(lte(on,").append(middle).append("),");
        tree(out, row, from, middle, value);
        out.append(',');
        tree(out, row, middle, to, value);
        out.append(')');
    }
}

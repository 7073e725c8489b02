package io.retake.engine.filter;

import java.util.ArrayList;
import java.util.List;

/** Filters that bring a picture of the canvas to RGB, where a channel can be changed by itself, and back. */
public final class Rgb {
    /** From BT.709 limited to planar RGB. */
    public static final List<Filter> TO_RGB = List.of(ColorSpace.BT709.to(ColorSpace.RGB), Filter.of("format", "gbrp"));

    /** And back, saying so: FFmpeg would guess BT.601. */
    private static final List<Filter> FROM_RGB =
            List.of(ColorSpace.RGB.to(ColorSpace.BT709), Filter.of("format", "yuv420p"));

    private Rgb() {}

    /** Returns the filter between both conversions. */
    public static List<Filter> around(Filter filter) {
        List<Filter> filters = new ArrayList<>(TO_RGB);
        filters.add(filter);
        filters.addAll(FROM_RGB);
        return filters;
    }
}

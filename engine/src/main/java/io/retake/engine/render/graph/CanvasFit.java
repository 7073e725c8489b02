package io.retake.engine.render.graph;

import io.retake.core.draft.Canvas;
import io.retake.core.edit.value.Fit;
import io.retake.engine.filter.ColorSpace;
import io.retake.engine.filter.Filter;
import io.retake.engine.filter.OpenChain;
import io.retake.engine.filter.Pad;
import io.retake.engine.media.VideoInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Fits footage of any size, shape and color to the canvas: square pixels, 8-bit 4:2:0, BT.709, limited range.
 * One zscale does size, matrix and range together. FFmpeg itself turns rotated footage before the graph sees it.
 */
public final class CanvasFit {
    /** Pixel formats that zscale takes directly; all others are converted to planar RGB first. */
    private static final Pattern PLANAR_YUV = Pattern.compile("yuvj?4(?:20|22|44)p(?:9|10|12|14|16)?(?:le)?");

    private final VideoInfo video;
    private final Canvas canvas;
    private final String label;

    /** @param label unique in the graph, for the inner links of a blurred background */
    public CanvasFit(VideoInfo video, Canvas canvas, String label) {
        this.video = video;
        this.canvas = canvas;
        this.label = label;
    }

    /** Returns the chain with the footage's picture on the canvas. */
    public OpenChain fitted(OpenChain footage) {
        OpenChain prepared = footage.then(prepared());
        double scale = Math.min((double) canvas.width() / video.width(), (double) canvas.height() / video.height());
        int width = near(canvas.width(), even(video.width() * scale));
        int height = near(canvas.height(), even(video.height() * scale));
        if (width == canvas.width() && height == canvas.height()) {
            return prepared.then(scaled(width, height));
        }
        return switch (canvas.fit()) {
            case CROP -> prepared.then(covering());
            case BLUR -> blurred(prepared, width, height);
            case PAD -> prepared.then(scaled(width, height)).then(centered());
        };
    }

    /** Returns the filters that convert a picture to the upscaler's input: planar RGB of full range. */
    static List<Filter> toRgb(VideoInfo video) {
        CanvasFit framing = new CanvasFit(video, new Canvas(16, 16, Fit.PAD, false), "");
        List<Filter> filters = new ArrayList<>(framing.prepared());
        filters.add(ColorSpace.RGB.out(framing.colors().in(Filter.of("zscale").with("filter", "lanczos"))));
        filters.add(Filter.of("format", "gbrp"));
        return filters;
    }

    /** Describes the upscaler's output: twice the size, planar RGB. */
    static VideoInfo twice(VideoInfo v) {
        return new VideoInfo(
                v.codec(),
                2 * v.codedWidth(),
                2 * v.codedHeight(),
                v.pixelShape(),
                0,
                "gbrp",
                8,
                v.frameRate(),
                v.variable(),
                v.frames(),
                new VideoInfo.ColorTags(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                false,
                v.start());
    }

    static boolean isStandardRange(VideoInfo video) {
        return !new CanvasFit(video, new Canvas(16, 16, Fit.PAD, false), "").isHdr();
    }

    private List<Filter> prepared() {
        if (isHdr()) {
            return toneMapped();
        }
        if (!isPlanarYuv()) {
            return List.of(Filter.of("format", "gbrp"));
        }
        // Subsampled chroma has no middle of an odd side.
        boolean odd = video.codedWidth() % 2 != 0 || video.codedHeight() % 2 != 0;
        return odd ? List.of(Filter.of("format", "yuv444p")) : List.of();
    }

    private List<Filter> scaled(int width, int height) {
        Filter zscale = Filter.of("zscale")
                .with("w", width)
                .with("h", height)
                .with("filter", isSharpened() ? "spline36" : "lanczos");
        Filter converted = ColorSpace.BT709.out(colors().in(zscale));
        List<Filter> filters = new ArrayList<>(sharpened());
        filters.add(video.bitDepth() > 8 && !isHdr() ? converted.with("dither", "error_diffusion") : converted);
        filters.add(Filter.of("format", "yuv420p"));
        filters.add(Filter.of("setsar", 1));
        return filters;
    }

    private List<Filter> covering() {
        double scale = Math.max((double) canvas.width() / video.width(), (double) canvas.height() / video.height());
        int width = Math.max(canvas.width(), even(video.width() * scale));
        int height = Math.max(canvas.height(), even(video.height() * scale));
        List<Filter> filters = new ArrayList<>(scaled(width, height));
        filters.add(Filter.of("crop", canvas.width(), canvas.height()));
        return filters;
    }

    private Filter centered() {
        return Filter.of(
                "pad",
                String.valueOf(canvas.width()),
                String.valueOf(canvas.height()),
                "(ow-iw)/4*2",
                "(oh-ih)/4*2",
                "black");
    }

    /** The background is blurred small: the same look for a tenth of the work. */
    private OpenChain blurred(OpenChain prepared, int width, int height) {
        int smallWidth = even(canvas.width() / 8.0);
        int smallHeight = even(canvas.height() / 8.0);
        Canvas small = new Canvas(Math.max(16, smallWidth), Math.max(16, smallHeight), Fit.CROP, false);
        Pad.Link back = Pad.link(label + "b");
        Pad.Link front = Pad.link(label + "f");
        Pad.Link background = Pad.link(label + "g");
        Pad.Link foreground = Pad.link(label + "h");
        return OpenChain.from(background, foreground)
                .after(prepared.then(Filter.of("split")).to(back, front))
                .after(OpenChain.from(back)
                        .then(new CanvasFit(video, small, label).covering())
                        .then(
                                Filter.of("gblur").with("sigma", 5),
                                Filter.of("scale", canvas.width(), canvas.height())
                                        .with("flags", "bilinear"),
                                Filter.of("setsar", 1),
                                Filter.of("eq").with("brightness", "-0.08"))
                        .to(background))
                .after(OpenChain.from(front).then(scaled(width, height)).to(foreground))
                .then(Filter.of("overlay", "(W-w)/4*2", "(H-h)/4*2").with("format", "yuv420"));
    }

    /**
     * Before it is enlarged: on a quarter of the pixels and as good as after it. Of footage that was halved and enlarged
     * again this is the nearest by a filter: docs/adr/0018-upscale-with-a-network.md.
     */
    private List<Filter> sharpened() {
        return isSharpened() ? List.of(Filter.of("unsharp", "3", "3", "0.25", "3", "3", "0")) : List.of();
    }

    private boolean isSharpened() {
        boolean larger = canvas.height() > video.height() && canvas.width() > video.width();
        return canvas.sharpen() && larger && isPlanarYuv();
    }

    /** Returns the colors of the prepared picture. */
    private ColorSpace colors() {
        if (isHdr()) {
            return ColorSpace.BT709;
        }
        if (!isPlanarYuv()) {
            return ColorSpace.RGB;
        }
        boolean full = video.color().range().filter("pc"::equals).isPresent()
                || video.pixelFormat().startsWith("yuvj");
        return new ColorSpace(matrix(), full ? "full" : "limited", primaries(), "709");
    }

    /** Returns zscale's name of the matrix; a missing tag is guessed as players do: BT.601 for SD, BT.709 above. */
    private String matrix() {
        return switch (video.color().matrix().orElse("")) {
            case "bt709" -> "709";
            case "bt470bg" -> "470bg";
            case "smpte170m" -> "170m";
            case "smpte240m" -> "240m";
            case "fcc" -> "fcc";
            case "bt2020nc", "bt2020c" -> "2020_ncl";
            default -> video.codedHeight() < 720 && video.codedWidth() < 1280 ? "170m" : "709";
        };
    }

    /** The SD primaries differ from BT.709 by less than anybody sees; converting them needs linear light. */
    private String primaries() {
        return video.color().primaries().filter("bt2020"::equals).isPresent() ? "2020" : "709";
    }

    private boolean isPlanarYuv() {
        return PLANAR_YUV.matcher(video.pixelFormat()).matches();
    }

    private boolean isHdr() {
        return video.color()
                .transfer()
                .filter(t -> t.equals("smpte2084") || t.equals("arib-std-b67"))
                .isPresent();
    }

    /**
     * White of 203 cd/m² (ITU-R BT.2408) becomes nearly white, what is brighter is bent under it, and the rest stays. A
     * card of white 210 came out as 194; by Hable's curve and 100 cd/m² as 168. All is said, since a stream with HDR's
     * transfer may lack the other tags, and zscale then finds no way.
     */
    private List<Filter> toneMapped() {
        ColorSpace hdr = new ColorSpace(
                "2020_ncl", "limited", "2020", video.color().transfer().orElse("smpte2084"));
        ColorSpace linear = new ColorSpace("gbr", "full", "2020", "linear");
        return List.of(
                hdr.to(linear).with("npl", 203),
                Filter.of("format", "gbrpf32le"),
                Filter.of("zscale").with("primaries", "709"),
                Filter.of("tonemap").with("tonemap", "mobius").with("desat", 0),
                Filter.of("zscale")
                        .with("transfer", "709")
                        .with("matrix", "709")
                        .with("range", "limited")
                        .with("primaries", "709"),
                Filter.of("format", "yuv420p"));
    }

    /**
     * Snaps a side to the canvas's if they differ by rounding or by a percent at most, so that no border appears: nobody
     * sees such a stretch, but everybody sees a line of black.
     */
    private static int near(int canvas, int side) {
        return Math.abs(canvas - side) <= Math.max(2, canvas / 100) ? canvas : Math.min(side, canvas);
    }

    private static int even(double side) {
        return Math.max(2, 2 * (int) Math.round(side / 2));
    }
}

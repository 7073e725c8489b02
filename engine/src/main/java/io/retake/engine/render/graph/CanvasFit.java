package io.retake.engine.render.graph;

import io.retake.core.draft.Canvas;
import io.retake.core.edit.value.Fit;
import io.retake.engine.media.VideoInfo;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Fits footage of any size, shape and color to the canvas: square pixels, 8-bit 4:2:0, BT.709, limited range.
 * One zscale does size, matrix and range together. FFmpeg itself turns rotated footage before the graph sees it.
 */
public final class CanvasFit {
    /** Pixel formats that zscale takes directly; all others are converted to planar RGB first. */
    private static final Pattern PLANAR_YUV = Pattern.compile("yuvj?4(?:20|22|44)p(?:9|10|12|14|16)?(?:le)?");

    private static final String TO_709 = ":matrix=709:range=limited:primaries=709:transfer=709";

    private final VideoInfo video;
    private final Canvas canvas;
    private final String label;

    /** @param label unique in the graph, for the inner links of a blurred background */
    public CanvasFit(VideoInfo video, Canvas canvas, String label) {
        this.video = video;
        this.canvas = canvas;
        this.label = label;
    }

    /** Returns the chain of filters, one link in and one out. */
    public String chain() {
        String before = prepared();
        double scale = Math.min((double) canvas.width() / video.width(), (double) canvas.height() / video.height());
        int width = near(canvas.width(), even(video.width() * scale));
        int height = near(canvas.height(), even(video.height() * scale));
        if (width == canvas.width() && height == canvas.height()) {
            return before + scaled(width, height);
        }
        if (canvas.fit() == Fit.CROP) {
            return before + covering();
        }
        return canvas.fit() == Fit.BLUR ? before + blurred(width, height) : before + scaled(width, height) + centered();
    }

    /** Returns the filters that convert a picture to the upscaler's input: planar RGB of full range. */
    static String toRgb(VideoInfo video) {
        CanvasFit framing = new CanvasFit(video, new Canvas(16, 16, Fit.PAD, false), "");
        return framing.prepared() + "zscale=filter=lanczos" + framing.colorsIn()
                + ":matrix=gbr:range=full:primaries=709:transfer=709,format=gbrp";
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

    private String prepared() {
        if (isHdr()) {
            return toneMapped();
        }
        if (!isPlanarYuv()) {
            return "format=gbrp,";
        }
        // Subsampled chroma has no middle of an odd side.
        boolean odd = video.codedWidth() % 2 != 0 || video.codedHeight() % 2 != 0;
        return (odd ? "format=yuv444p," : "");
    }

    private String scaled(int width, int height) {
        String dither = video.bitDepth() > 8 && !isHdr() ? ":dither=error_diffusion" : "";
        return sharpened() + "zscale=w=" + width + ":h=" + height + ":filter="
                + (isSharpened() ? "spline36" : "lanczos") + colorsIn() + TO_709 + dither
                + ",format=yuv420p,setsar=1";
    }

    private String covering() {
        double scale = Math.max((double) canvas.width() / video.width(), (double) canvas.height() / video.height());
        int width = Math.max(canvas.width(), even(video.width() * scale));
        int height = Math.max(canvas.height(), even(video.height() * scale));
        return scaled(width, height) + ",crop=" + canvas.width() + ":" + canvas.height();
    }

    private String centered() {
        return ",pad=" + canvas.width() + ":" + canvas.height() + ":(ow-iw)/4*2:(oh-ih)/4*2:black";
    }

    /** The background is blurred small: the same look for a tenth of the work. */
    private String blurred(int width, int height) {
        int smallWidth = even(canvas.width() / 8.0);
        int smallHeight = even(canvas.height() / 8.0);
        Canvas small = new Canvas(Math.max(16, smallWidth), Math.max(16, smallHeight), Fit.CROP, false);
        String background = new CanvasFit(video, small, label).covering();
        return "split[" + label + "b][" + label + "f];\n[" + label + "b]" + background + ",gblur=sigma=5,scale="
                + canvas.width() + ":" + canvas.height() + ":flags=bilinear,setsar=1,eq=brightness=-0.08[" + label
                + "g];\n[" + label + "f]" + scaled(width, height) + "[" + label + "h];\n[" + label + "g]["
                + label + "h]overlay=(W-w)/4*2:(H-h)/4*2:format=yuv420";
    }

    /**
     * Before it is enlarged: on a quarter of the pixels and as good as after it. Of footage that was halved and enlarged
     * again this is the nearest by a filter: docs/adr/0018-upscale-with-a-network.md.
     */
    private String sharpened() {
        return isSharpened() ? "unsharp=3:3:0.25:3:3:0," : "";
    }

    private boolean isSharpened() {
        boolean larger = canvas.height() > video.height() && canvas.width() > video.width();
        return canvas.sharpen() && larger && isPlanarYuv();
    }

    private String colorsIn() {
        if (isHdr()) {
            return ":matrixin=709:rangein=limited:primariesin=709:transferin=709";
        }
        if (!isPlanarYuv()) {
            return ":matrixin=gbr:rangein=full:primariesin=709:transferin=709";
        }
        boolean full = video.color().range().filter("pc"::equals).isPresent()
                || video.pixelFormat().startsWith("yuvj");
        return ":matrixin=" + matrix() + ":rangein=" + (full ? "full" : "limited") + ":primariesin=" + primaries()
                + ":transferin=709";
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
    private String toneMapped() {
        return "zscale=matrixin=2020_ncl:rangein=limited:primariesin=2020:transferin="
                + video.color().transfer().orElse("smpte2084")
                + ":matrix=gbr:range=full:primaries=2020:transfer=linear:npl=203,format=gbrpf32le,"
                + "zscale=primaries=709,tonemap=tonemap=mobius:desat=0,"
                + "zscale=transfer=709:matrix=709:range=limited:primaries=709,format=yuv420p,";
    }

    /** Snaps a side to the canvas's if they differ only by rounding, so that no border appears. */
    private static int near(int canvas, int side) {
        return Math.abs(canvas - side) <= 2 ? canvas : Math.min(side, canvas);
    }

    private static int even(double side) {
        return Math.max(2, 2 * (int) Math.round(side / 2));
    }
}

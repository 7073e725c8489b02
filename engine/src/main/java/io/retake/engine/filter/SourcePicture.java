package io.retake.engine.filter;

import io.retake.core.edit.value.Area;
import io.retake.engine.media.Rational;
import io.retake.engine.media.VideoInfo;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Footage on its way to the canvas, with the filters so far. Immutable. */
public final class SourcePicture {
    /** Planar formats in which {@code overlay} keeps the samples it doesn't cover. */
    private static final Pattern PLANAR_YUV = Pattern.compile("yuvj?4\\d\\dp.*");

    private static final Pattern TRANSPARENT = Pattern.compile("(rgba|bgra|argb|abgr|ya|pal8|gbrap|yuva).*");

    private final List<PictureStep> steps;
    private final VideoInfo video;

    private SourcePicture(List<PictureStep> steps, VideoInfo video) {
        this.steps = List.copyOf(steps);
        this.video = video;
    }

    /** Returns footage as the graph gets it: FFmpeg turns by the rotation flag before the graph. */
    public static SourcePicture of(VideoInfo footage) {
        boolean turned = footage.rotation() == 90 || footage.rotation() == 270;
        return new SourcePicture(
                List.of(),
                turned
                        ? sized(footage, footage.codedHeight(), footage.codedWidth(), inverse(footage.pixelShape()))
                        : sized(footage, footage.codedWidth(), footage.codedHeight(), footage.pixelShape()));
    }

    /** Returns the footage as it is after the filters: upright, whole frames. */
    public VideoInfo video() {
        return video;
    }

    /** Returns a chain of the footage with the filters at its end; no other link begins with the label. */
    public OpenChain after(OpenChain footage, String label) {
        OpenChain chain = footage;
        for (int i = 0; i < steps.size(); i++) {
            chain = steps.get(i).after(chain, label + "t" + i);
        }
        return chain;
    }

    /** Returns the picture after more filters that leave its size. */
    public SourcePicture then(Filter... more) {
        return new SourcePicture(with(Optional.empty(), List.of(more)), video);
    }

    /** Returns the picture after filters on an area of it; they leave the size of what they get. */
    public SourcePicture thenIn(Area area, List<Filter> more) {
        if (area.equals(Area.WHOLE)) {
            return new SourcePicture(with(Optional.empty(), more), video);
        }
        SourcePicture ready = PLANAR_YUV.matcher(video.pixelFormat()).matches()
                ? this
                : then(Filter.of(
                        "format", TRANSPARENT.matcher(video.pixelFormat()).matches() ? "rgba" : "gbrp"));
        PixelArea pixels = PixelArea.of(area, video.codedWidth(), video.codedHeight());
        return new SourcePicture(ready.with(Optional.of(pixels), more), video);
    }

    /** Returns the picture after one more filter that leaves so many coded pixels of the same shape. */
    public SourcePicture then(Filter filter, int width, int height) {
        return new SourcePicture(
                with(Optional.empty(), List.of(filter)), sized(video, width, height, video.pixelShape()));
    }

    /** Returns the picture after a filter that lays it on its side. */
    public SourcePicture thenOnSide(Filter filter) {
        return new SourcePicture(
                with(Optional.empty(), List.of(filter)),
                sized(video, video.codedHeight(), video.codedWidth(), inverse(video.pixelShape())));
    }

    private List<PictureStep> with(Optional<PixelArea> within, List<Filter> more) {
        return Stream.concat(steps.stream(), Stream.of(new PictureStep(within, more)))
                .toList();
    }

    private static VideoInfo sized(VideoInfo v, int width, int height, Rational pixelShape) {
        return new VideoInfo(
                v.codec(),
                width,
                height,
                pixelShape,
                0,
                v.pixelFormat(),
                v.bitDepth(),
                v.frameRate(),
                v.variable(),
                v.frames(),
                v.color(),
                false,
                v.start());
    }

    private static Rational inverse(Rational shape) {
        return new Rational(shape.denominator(), shape.numerator());
    }
}

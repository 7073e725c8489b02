package io.retake.engine.filter;

import io.retake.engine.media.Rational;
import io.retake.engine.media.VideoInfo;
import java.util.List;
import java.util.stream.Stream;

/**
 * Footage on its way to the canvas.
 *
 * @param filters those so far
 * @param video the footage as it is after them: upright, whole frames
 */
public record SourcePicture(List<Filter> filters, VideoInfo video) {
    public SourcePicture {
        filters = List.copyOf(filters);
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

    /** Returns the picture after more filters that leave its size. */
    public SourcePicture then(Filter... more) {
        return new SourcePicture(with(more), video);
    }

    /** Returns the picture after one more filter that leaves so many coded pixels of the same shape. */
    public SourcePicture then(Filter filter, int width, int height) {
        return new SourcePicture(with(filter), sized(video, width, height, video.pixelShape()));
    }

    /** Returns the picture after a filter that lays it on its side. */
    public SourcePicture thenOnSide(Filter filter) {
        return new SourcePicture(
                with(filter), sized(video, video.codedHeight(), video.codedWidth(), inverse(video.pixelShape())));
    }

    private List<Filter> with(Filter... more) {
        return Stream.concat(filters.stream(), Stream.of(more)).toList();
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

package io.retake.engine.render.graph;

import io.retake.engine.filter.FilterGraph;
import io.retake.engine.media.Rational;
import java.util.List;

/**
 * An input whose pictures are enlarged by a network on their way from its medium to the graph: a second FFmpeg decodes
 * them, they are enlarged here and handed on through a socket. Nothing is ever on disk, and few pictures in memory.
 *
 * @param input the arguments that open the medium, -i included
 * @param filters from the medium's picture to planes of RGB at the export's rate
 * @param width of a picture before, pixels
 * @param height of a picture before, pixels
 * @param thorough whether the large network is used
 * @param shown the runs of visible pictures; others are not upscaled
 */
public record Feed(
        List<String> input, FilterGraph filters, int width, int height, boolean thorough, List<FrameRun> shown) {

    /** A run of pictures. */
    record FrameRun(long first, long count) {
        boolean contains(long picture) {
            return first <= picture && picture < first + count;
        }
    }

    public Feed {
        input = List.copyOf(input);
        shown = List.copyOf(shown);
    }

    /** Returns the number of pictures up to the last visible one. */
    public long pictures() {
        return shown.stream().mapToLong(s -> s.first() + s.count()).max().orElse(0);
    }

    public boolean isShown(long picture) {
        return shown.stream().anyMatch(stretch -> stretch.contains(picture));
    }

    /** Returns the arguments with which the graph's FFmpeg opens it, from the socket's folder. */
    List<String> arguments(String socket, Rational fps) {
        return List.of(
                "-f",
                "rawvideo",
                "-pixel_format",
                "gbrp",
                "-video_size",
                2 * width + "x" + 2 * height,
                "-framerate",
                fps.toString(),
                "-i",
                "unix:" + socket);
    }

    /** Returns the socket's name in the working folder. */
    public static String socket(int number) {
        return "feed" + number;
    }
}

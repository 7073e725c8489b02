import io.retake.engine.upscale.Upscaler;
import io.retake.engine.upscale.Upscalers;
import io.retake.engine.upscale.UpscalingRun;
import io.retake.engine.measure.Meter;
import io.retake.engine.process.CancelSignal;
import io.retake.engine.ffmpeg.ContentHash;
import io.retake.engine.ffmpeg.FFmpeg;
import io.retake.engine.media.MediaInfo;
import io.retake.engine.media.Probe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Halves footage and pictures, enlarges them again in every way there is, and prints how near that comes (PSNR of the
 * luma, dB), how long a frame takes, and how sharp the engine finds the half. After {@code mvn package}:
 *
 * <pre>java -cp "repl/target/retake/lib/*:neural/target/neural/lib/*" bench/upscale/Upscale.java FILE...</pre>
 *
 * {@code --soft 1} before the files makes the halves soft (a Gaussian of that many pixels), as defocused and enlarged
 * footage is.
 */
public final class Upscale {
    private static final int FRAMES = 4;
    private static final String[][] FILTERS = {
        {"bicubic", "zscale=w=iw*2:h=ih*2:filter=bicubic"},
        {"lanczos", "zscale=w=iw*2:h=ih*2:filter=lanczos"},
        {"fast", "format=yuv444p,unsharp=3:3:0.25:3:3:0,format=gbrp,zscale=w=iw*2:h=ih*2:filter=spline36"},
    };

    public static void main(String[] arguments) throws Exception {
        FFmpeg ffmpeg = FFmpeg.locate(System.getenv());
        Path folder = Files.createTempDirectory("upscale");
        System.out.printf("%-26s%10s%10s%10s%10s%10s%14s%12s%n", "", "sharpness", "bicubic", "lanczos", "fast", "small", "large", "ms s/l");
        String soft = "";
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (argument.equals("--soft")) {
                soft = ",gblur=sigma=" + arguments[++i];
                continue;
            }
            Path file = Path.of(argument);
            MediaInfo info = new Probe(ffmpeg).of(file, "", "file");
            int width = info.video().orElseThrow().width() / 4 * 4;
            int height = info.video().orElseThrow().height() / 4 * 4;
            Path whole = folder.resolve("whole.mkv");
            Path half = folder.resolve("half.mkv");
            double middle = Math.max(0, info.duration().toMillis() / 2000.0 - 1);
            run(ffmpeg, "-ss", String.valueOf(middle), "-i", file.toString(), "-t", "2", "-an", "-vf",
                    "crop=" + width + ":" + height + ":0:0,format=gbrp", "-c:v", "ffv1", whole.toString());
            run(ffmpeg, "-i", whole.toString(), "-vf", "scale=iw/2:ih/2:flags=area" + soft + ",format=gbrp", "-c:v", "ffv1", half.toString());
            byte[] wanted = frames(ffmpeg, whole, "null", folder);
            StringBuilder line = new StringBuilder();
            double sharp = new Meter(ffmpeg, folder.resolve("cache-" + (argument + soft).hashCode()))
                    .sharpness(half, new Probe(ffmpeg).of(half, ContentHash.of(half), "half"), new CancelSignal())
                    .map(s -> s.value())
                    .orElse(Double.NaN);
            line.append(String.format(Locale.ROOT, "%10.2f", sharp));
            for (String[] filter : FILTERS) {
                line.append(String.format(Locale.ROOT, "%10.2f", psnr(wanted, frames(ffmpeg, half, filter[1], folder), width, height)));
            }
            byte[] small = frames(ffmpeg, half, "null", folder);
            String times = "";
            Upscaler enlarger = Upscalers.find().orElseThrow(() -> new IllegalStateException(Upscalers.HOW));
            for (boolean thorough : new boolean[] {false, true}) {
                byte[] got = new byte[wanted.length];
                long nanos = Long.MAX_VALUE;
                try (UpscalingRun enlarging = enlarger.open(width / 2, height / 2, thorough)) {
                    byte[] picture = new byte[3 * width * height / 4];
                    byte[] twice = new byte[3 * width * height];
                    for (int n = 0; n < small.length / picture.length; n++) {
                        System.arraycopy(small, n * picture.length, picture, 0, picture.length);
                        long begun = System.nanoTime();
                        enlarging.enlarge(picture, twice);
                        nanos = Math.min(nanos, System.nanoTime() - begun);
                        System.arraycopy(twice, 0, got, n * twice.length, twice.length);
                    }
                }
                line.append(String.format(Locale.ROOT, "%10.2f", psnr(wanted, got, width, height)));
                times += (times.isEmpty() ? "" : "/") + nanos / 1_000_000;
            }
            System.out.printf("%-26s%s%14s%n", file.getFileName() + " " + width + "x" + height, line, times);
        }
    }

    private static void run(FFmpeg ffmpeg, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(ffmpeg.ffmpeg().toString(), "-nostdin", "-v", "error", "-y"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(ffmpeg.environment());
        if (builder.start().waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command));
        }
    }

    private static byte[] frames(FFmpeg ffmpeg, Path file, String filter, Path folder) throws Exception {
        Path raw = folder.resolve("raw");
        run(ffmpeg, "-i", file.toString(), "-frames:v", String.valueOf(FRAMES), "-vf", filter + ",format=gbrp", "-f", "rawvideo", raw.toString());
        return Files.readAllBytes(raw);
    }

    private static double psnr(byte[] a, byte[] b, int width, int height) {
        int plane = width * height;
        double sum = 0;
        long count = 0;
        for (int frame = 0; frame < Math.min(a.length, b.length) / (3 * plane); frame++) {
            for (int i = 0; i < plane; i++) {
                double d = luma(a, frame * 3 * plane + i, plane) - luma(b, frame * 3 * plane + i, plane);
                sum += d * d;
                count++;
            }
        }
        return 10 * Math.log10(255.0 * 255 * count / sum);
    }

    private static double luma(byte[] planes, int green, int plane) {
        return 0.7152 * (planes[green] & 0xff) + 0.0722 * (planes[green + plane] & 0xff) + 0.2126 * (planes[green + 2 * plane] & 0xff);
    }
}

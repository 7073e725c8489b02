package io.retake.neural

import groovy.transform.CompileStatic
import io.retake.engine.upscale.Upscalers
import spock.lang.Specification

class NetworkEnlargerSpec extends Specification {
    def 'the engine finds it'() {
        expect:
        Upscalers.find().get() instanceof NetworkEnlarger
        Upscalers.trouble().isEmpty()
    }

    def 'the #which network gives what its weights say, at #width x #height, edges and seams of strips too'() {
        given:
        byte[] picture = picture(width, height)
        byte[] twice = new byte[4 * picture.length]

        when:
        new NetworkEnlarger().open(width, height, which == 'large').withCloseable { it.enlarge(picture, twice) }

        then: 'but for rounding to whole steps'
        farthest(picture, twice, width, height, which == 'large') <= 0.52

        where:
        which   | width | height
        'small' | 40    | 70
        'small' | 17    | 33
        'large' | 34    | 67
    }

    def 'an enlarger may be used again, and leaves no thread'() {
        given:
        byte[] first = new byte[4 * 3 * 32 * 32]
        byte[] second = new byte[4 * 3 * 32 * 32]

        when:
        new NetworkEnlarger().open(32, 32, false).withCloseable {
            it.enlarge(picture(32, 32), first)
            it.enlarge(new byte[3 * 32 * 32], second)
            it.enlarge(picture(32, 32), second)
        }

        then:
        first == second
        Thread.allStackTraces.keySet().every { it.name != 'retake-neural' || !it.alive }
    }

    @CompileStatic
    private static byte[] picture(int width, int height) {
        Random random = new Random(width)
        byte[] planes = new byte[3 * width * height]
        for (int i = 0; i < planes.length; i++) {
            int x = i % width, y = i.intdiv(width) % height
            planes[i] = (byte) (128 + 60 * Math.sin(x / 3d + i.intdiv(width * height)) + (x > y ? 50 : -50) + random.nextInt(12))
        }
        planes
    }

    /** From the reference, in steps of 255. */
    @CompileStatic
    private static double farthest(byte[] picture, byte[] twice, int width, int height, boolean large) {
        int[] plane = [2, 0, 1] as int[] // red, green, blue in FFmpeg's order
        double[][][] colors = new double[3][height][width]
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    colors[c][y][x] = (picture[(plane[c] * height + y) * width + x] & 0xff) / 255d
                }
            }
        }
        double[][][] wanted = Reference.twice(colors, large)
        double most = 0
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < 2 * height; y++) {
                for (int x = 0; x < 2 * width; x++) {
                    double want = Math.max(0d, Math.min(255d, 255 * wanted[c][y][x]))
                    most = Math.max(most, Math.abs(want - (twice[(plane[c] * 2 * height + y) * 2 * width + x] & 0xff)))
                }
            }
        }
        most
    }
}

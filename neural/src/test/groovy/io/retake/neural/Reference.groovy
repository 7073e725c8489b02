package io.retake.neural

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import groovy.transform.CompileStatic

/** The networks written out as loops over the numbers of the weight files, without any of the module's own code. */
@CompileStatic
class Reference {
    /** Planes of red, green, blue, 0 to 1, by row and column; the edge goes on for ever. */
    static double[][][] twice(double[][][] picture, boolean large) {
        JsonNode layers = new ObjectMapper().readTree(Reference.getResourceAsStream(large ? 'cnn-2x-l-an.json' : 'cnn-2x-s-an.json')).path('layers')
        int margin = 8
        double[][][] x = extended(picture, margin)
        double[][][] last = large ? largeDetail(layers, x) : smallDetail(layers, x)
        int height = picture[0].length, width = picture[0][0].length
        double[][][] out = new double[3][2 * height][2 * width]
        for (int c = 0; c < 3; c++) {
            for (int row = 0; row < 2 * height; row++) {
                for (int column = 0; column < 2 * width; column++) {
                    double v = (row + 0.5d) / 2 - 0.5d + margin, u = (column + 0.5d) / 2 - 0.5d + margin
                    int y = (int) Math.floor(v), z = (int) Math.floor(u)
                    double fy = v - y, fz = u - z
                    double plain = (1 - fy) * ((1 - fz) * x[c][y][z] + fz * x[c][y][z + 1]) + fy * ((1 - fz) * x[c][y + 1][z] + fz * x[c][y + 1][z + 1])
                    int part = 2 * (row % 2) + column % 2
                    out[c][row][column] = plain + last[(large ? 4 * c : 0) + part][row.intdiv(2) + margin][column.intdiv(2) + margin]
                }
            }
        }
        out
    }

    private static double[][][] smallDetail(JsonNode layers, double[][][] x) {
        double[][][] a = layer(layers.path('conv2d_tf'), [x] as double[][][][], false)
        for (String name : ['conv2d_1_tf', 'conv2d_2_tf', 'conv2d_last_tf']) {
            a = layer(layers.path(name), [a] as double[][][][], true)
        }
        a
    }

    private static double[][][] largeDetail(JsonNode layers, double[][][] x) {
        List<double[][][]> seen = []
        double[][][] a = layer(layers.path('conv2d_tf'), [x] as double[][][][], false)
        double[][][] b = layer(layers.path('conv2d_tf1'), [x] as double[][][][], false)
        seen.add(a)
        seen.add(b)
        for (int i = 1; i <= 6; i++) {
            double[][][] next = layer(layers.path("conv2d_${i}_tf".toString()), [a, b] as double[][][][], true)
            b = layer(layers.path("conv2d_${i}_tf1".toString()), [a, b] as double[][][][], true)
            a = next
            seen.add(a)
            seen.add(b)
        }
        double[][][] all = new double[12][][]
        for (int c = 0; c < 3; c++) {
            double[][][] four = end(layers.path(c == 0 ? 'conv2d_last_tf' : "conv2d_last_tf$c".toString()), seen)
            for (int i = 0; i < 4; i++) {
                all[4 * c + i] = four[i]
            }
        }
        all
    }

    /** A 3x3 layer; beyond the field it sees nothing, which the margin hides. */
    private static double[][][] layer(JsonNode layer, double[][][][] inputs, boolean signs) {
        int height = inputs[0][0].length, width = inputs[0][0][0].length
        double[] w = numbers(layer.path('weights')), bias = numbers(layer.path('bias'))
        double[][][] out = new double[4][height][width]
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int o = 0; o < 4; o++) {
                    double sum = bias[o]
                    for (int place = 0; place < 9; place++) {
                        int yy = y + place % 3 - 1, xx = x + place.intdiv(3) - 1
                        if (yy < 0 || xx < 0 || yy >= height || xx >= width) {
                            continue
                        }
                        for (int n = 0; n < inputs.length; n++) {
                            for (int c = 0; c < inputs[n].length; c++) {
                                double value = inputs[n][c][yy][xx]
                                if (signs) {
                                    sum += w[((n * 9) + place) * 16 + c * 4 + o] * Math.max(value, 0d)
                                    sum += w[((n + inputs.length) * 9 + place) * 16 + c * 4 + o] * Math.max(-value, 0d)
                                } else {
                                    sum += w[place * 16 + c * 4 + o] * value
                                }
                            }
                        }
                    }
                    out[o][y][x] = sum
                }
            }
        }
        out
    }

    private static double[][][] end(JsonNode layer, List<double[][][]> seen) {
        int height = seen[0][0].length, width = seen[0][0][0].length
        double[] w = numbers(layer.path('weights')), bias = numbers(layer.path('bias'))
        double[][][] out = new double[4][height][width]
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                for (int o = 0; o < 4; o++) {
                    double sum = bias[o]
                    for (int i = 0; i < 7; i++) {
                        for (int half = 0; half < 2; half++) {
                            for (int c = 0; c < 4; c++) {
                                double value = seen[2 * i + half][c][y][x]
                                sum += w[(4 * i + half) * 16 + c * 4 + o] * Math.max(value, 0d)
                                sum += w[(4 * i + 2 + half) * 16 + c * 4 + o] * Math.max(-value, 0d)
                            }
                        }
                    }
                    out[o][y][x] = sum
                }
            }
        }
        out
    }

    private static double[] numbers(JsonNode array) {
        double[] values = new double[array.size()]
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).asDouble()
        }
        values
    }

    private static double[][][] extended(double[][][] picture, int margin) {
        int height = picture[0].length, width = picture[0][0].length
        double[][][] x = new double[3][height + 2 * margin][width + 2 * margin]
        for (int c = 0; c < 3; c++) {
            for (int row = 0; row < height + 2 * margin; row++) {
                for (int column = 0; column < width + 2 * margin; column++) {
                    x[c][row][column] = picture[c][Math.max(0, Math.min(height - 1, row - margin))][Math.max(0, Math.min(width - 1, column - margin))]
                }
            }
        }
        x
    }
}

package io.retake.engine.render

import groovy.transform.CompileStatic

@CompileStatic
class Psnr {
    /** Of two rows of bytes, as far as both go. */
    static double of(byte[] a, byte[] b) {
        double sum = 0
        int count = Math.min(a.length, b.length)
        for (int i = 0; i < count; i++) {
            int d = (a[i] & 0xff) - (b[i] & 0xff)
            sum += d * d
        }
        Math.log10(255d * 255d * count / Math.max(sum, 1e-9d)) * 10
    }
}

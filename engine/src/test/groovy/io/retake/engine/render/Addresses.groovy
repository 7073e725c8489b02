package io.retake.engine.render

import io.retake.engine.ffmpeg.FFmpeg

/** Starts a program so that its libraries lie at addresses that are known: FFmpeg's network goes wrong by some of them. */
class Addresses {
    /** The lower half of an address from there on, 8 MB long, is no number when it is read as one. */
    private static final long NO_NUMBER = 0x7fa00000L

    static boolean canBeChosen() {
        System.getProperty('os.name') == 'Linux' && System.getProperty('os.arch') == 'amd64' && said(['setarch', '-R', 'true']) != null
    }

    /**
     * Returns the command prefix that loads libavfilter's code at such an address, by the room reserved for the stack.
     */
    static List<String> noNumbers(FFmpeg ffmpeg) {
        long stack = 8192
        long off = (libavfilter(ffmpeg, stack) & 0xffffffffL) - NO_NUMBER
        long wanted = ((off < 0 ? off + 0x100000000L : off) + (128L << 20)).intdiv(1024)
        assert (libavfilter(ffmpeg, wanted) & 0xffffffffL) >> 21 == NO_NUMBER >> 21
        before(wanted)
    }

    private static List<String> before(long stack) {
        ['sh', '-c', "ulimit -s $stack; exec setarch -R \"\$@\"".toString(), 'sh']
    }

    private static long libavfilter(FFmpeg ffmpeg, long stack) {
        def where = said(before(stack) + ['env', 'LD_TRACE_LOADED_OBJECTS=1', ffmpeg.ffmpeg().toString()], ffmpeg.environment())
        Long.parseUnsignedLong((where =~ /libavfilter\S* => \S+ \(0x([0-9a-f]+)\)/)[0][1] as String, 16)
    }

    private static String said(List<String> command, Map<String, String> environment = [:]) {
        try {
            def builder = new ProcessBuilder(command).redirectErrorStream(true)
            builder.environment().putAll(environment)
            def process = builder.start()
            def text = process.inputStream.text
            process.waitFor() == 0 ? text : null
        } catch (IOException ignored) {
            null
        }
    }
}

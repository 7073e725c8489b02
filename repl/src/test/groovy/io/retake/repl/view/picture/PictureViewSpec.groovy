package io.retake.repl.view.picture

import io.retake.repl.view.Theme
import java.awt.image.BufferedImage
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import javax.imageio.IIOImage
import javax.imageio.ImageIO
import javax.imageio.ImageWriteParam
import spock.lang.Specification
import spock.lang.TempDir

class PictureViewSpec extends Specification {
    static final Theme COLOUR = new Theme(true, true)
    static final Theme PLAIN = new Theme(false, true)
    static final Theme ASCII = new Theme(true, false)
    static final Duration AT = Duration.ofMillis(12_500)

    @TempDir
    Path folder

    def "a PNG of each kind is read as it was written: #kind, interlaced: #interlaced"() {
        given:
        def image = new BufferedImage(37, 23, type)
        def random = new Random(5)
        (0..<37).each { x -> (0..<23).each { y -> image.setRGB(x, y, 0xff000000.intValue() | (x * 7 << 16) | (y * 11 << 8) | random.nextInt(256)) } }

        when:
        def pixels = Png.read(written(image, interlaced))

        then: 'grey is not taken for linear light, and of 16 bits loses its lower half'
        [pixels.width(), pixels.height()] == [37, 23]
        (0..<37).every { x -> (0..<23).every { y -> kind.startsWith('grey') ? grey(pixels.at(x, y), image.raster.getSample(x, y, 0) >> shift) : pixels.at(x, y) == (image.getRGB(x, y) & 0xffffff) } }

        where:
        [[kind, type, shift], interlaced] << [[
            ['rgb', BufferedImage.TYPE_INT_RGB, 0],
            ['rgb with alpha', BufferedImage.TYPE_INT_ARGB, 0],
            ['grey', BufferedImage.TYPE_BYTE_GRAY, 0],
            ['grey, 16 bits', BufferedImage.TYPE_USHORT_GRAY, 8],
            ['palette', BufferedImage.TYPE_BYTE_INDEXED, 0],
            ['black or white', BufferedImage.TYPE_BYTE_BINARY, 0],
        ], [false, true]].combinations()
    }

    def "transparent pixels have their color"() {
        given:
        def image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB)
        [0xff336699.intValue(), 0x80cc9900.intValue(), 0x00123456].eachWithIndex { color, x -> image.setRGB(x, 0, color) }

        when:
        def pixels = Png.read(written(image, false))

        then:
        (0..2).collect { pixels.at(it, 0) } == [0x336699, 0xcc9900, 0x123456]
    }

    def "a written picture is a PNG of 8 bits per color, and has all its pixels"() {
        given:
        def random = new Random(6)
        def pixels = new Pixels(31, 17, (0..<31 * 17).collect { random.nextInt(1 << 24) } as int[])

        when:
        def file = Png.write(pixels)
        def image = ImageIO.read(new ByteArrayInputStream(file))

        then:
        file[12..28] == [*'IHDR'.bytes, 0, 0, 0, 31, 0, 0, 0, 17, 8, 2, 0, 0, 0]
        (0..<31).every { x -> (0..<17).every { y -> (image.getRGB(x, y) & 0xffffff) == pixels.at(x, y) } }
    }

    def "pictures are read without a display"() {
        when:
        Png.read(png(4, 4) { 7 })

        then:
        System.getProperty('java.awt.headless') == 'true'
    }

    def "a damaged picture is reported as such: #what"() {
        when:
        Png.read(bytes)

        then:
        def e = thrown(PictureException)
        e.message.contains(said)

        where:
        what         | bytes                                       || said
        'empty'      | new byte[0]                                 || 'no PNG'
        'something'  | 'GIF89a and more'.bytes                     || 'no PNG'
        'cut off'    | png(40, 20) { 7 }.with { Arrays.copyOf(it, it.length.intdiv(2)) } || 'broken'
        'too large'  | png(4, 4) { 7 }.with { it[16] = 0x7f; it }  || 'not shown'
    }

    def "half blocks have the pixels' colors, in 24 bits and in 256 colors"() {
        given: 'four columns, two rows of cells, each row of pixels of one colour'
        def rows = [0xff0000, 0x00ff00, 0x0000ff, 0x808080]
        def frame = frame(4, 4) { x, y -> rows[y] }

        expect:
        view(Graphics.BLOCKS, COLOUR, 9, 2).lines(frame)[0..1] == [
            '\u001b[38;2;255;0;0;48;2;0;255;0m▀▀▀▀\u001b[0m', '\u001b[38;2;0;0;255;48;2;128;128;128m▀▀▀▀\u001b[0m',
        ]
        view(Graphics.BLOCKS_256, COLOUR, 9, 2).lines(frame)[0..1] == ['\u001b[38;5;196;48;5;46m▀▀▀▀\u001b[0m', '\u001b[38;5;21;48;5;244m▀▀▀▀\u001b[0m']
        view(Graphics.BLOCKS, ASCII, 9, 4).lines(frame)[0] == '\u001b[48;2;255;0;0m        \u001b[0m'
        view(Graphics.BLOCKS, COLOUR, 9, 2).lines(frame).last() == '\u001b[2m0:12.5\u001b[0m'
    }

    def "a picture keeps its shape and fits"() {
        expect:
        def lines = view(Graphics.BLOCKS, COLOUR, columns, rows).lines(frame(160, 90) { x, y -> 7 })
        lines.size() - 1 == high
        lines[0].count('▀') == wide

        where:
        columns | rows || wide | high
        80      | 50   || 79   | 22
        200     | 20   || 71   | 20
        40      | 50   || 39   | 11
    }

    def "kitty gets the file in pieces of 4096 letters, iTerm2 in one"() {
        given:
        def random = new Random(1)
        def frame = frame(80, 45) { x, y -> random.nextInt(1 << 24) }

        when:
        def kitty = view(Graphics.KITTY, COLOUR, 80, 40).lines(frame)[0]
        def pieces = (kitty =~ '\u001b_G([^;]*);([^\u001b]*)\u001b\\\\').collect { [it[1], it[2]] }
        def iterm = view(Graphics.ITERM2, COLOUR, 80, 40).lines(frame)[0]

        then:
        pieces*.getAt(1).join('').decodeBase64() == frame.png()
        pieces.every { it[1].length() <= 4096 }
        pieces[0][0] == 'a=T,f=100,q=2,c=79,r=22,m=1'
        pieces.last()[0] == 'm=0'
        iterm == "\u001b]1337;File=inline=1;size=${frame.png().length};width=79;height=22;preserveAspectRatio=0:${frame.png().encodeBase64()}\u0007"
    }

    def "sixels are the picture"() {
        given:
        def colors = [0xff0000, 0x00ff00, 0x0000ff, 0xffffff, 0x000000, 0x336699, 0xcc9900]
        def pixels = new Pixels(64, 32, (0..<64 * 32).collect { colors[(it % 64).intdiv(10)] } as int[])

        when:
        def drawn = decode(Sixel.of(pixels))

        then: 'percent of a colour lose a little'
        drawn.size() == 64 * 32
        (0..<64).every { x -> (0..<32).every { y -> close(drawn[[x, y]], pixels.at(x, y), 8) } }
    }

    def "a contact sheet has its pictures side by side with their times under them"() {
        given:
        def frames = (0..<5).collect { i -> new Frame(Duration.ofSeconds(i * 5), png(16, 9) { (it + 1) * 0x101010 }, Path.of("peek-${i}.png")) }

        when:
        def lines = view(Graphics.BLOCKS, PLAIN, 80, 20).sheet(frames)

        then: 'three and two, each 25 columns wide'
        lines.findAll { !it.contains('▀') } ==
            ['0:00' + ' ' * 22 + '0:05' + ' ' * 22 + '0:10', '0:15' + ' ' * 22 + '0:20']
        lines[0].count('▀') == 3 * 25 + 2
        lines[-2].count('▀') == 2 * 25 + 1
        lines.size() == 2 * (7 + 1)
    }

    def "without graphics there are the names of the files"() {
        expect:
        view(Graphics.NONE, PLAIN, 80, 20).lines(frame(4, 4) { x, y -> 7 }) == ['0:12.5  peek.png']
        view(Graphics.NONE, PLAIN, 80, 20).sheet([frame(4, 4) { x, y -> 7 }] * 2) == ['0:12.5  peek.png'] * 2
    }

    def "the environment and answers of a terminal decide how pictures are shown: #environment, #detected"() {
        expect:
        Graphics.of(environment, theme, detected) == graphics

        where:
        environment                                         | theme  | detected                          || graphics
        [TERM: 'xterm-256color']                            | COLOUR | Detected.NOTHING                  || Graphics.BLOCKS_256
        [TERM: 'xterm-256color', COLORTERM: 'truecolor']    | COLOUR | Detected.NOTHING                  || Graphics.BLOCKS
        [TERM: 'xterm-256color', COLORTERM: 'truecolor']    | PLAIN  | Detected.NOTHING                  || Graphics.NONE
        [TERM: 'vt100']                                     | COLOUR | Detected.NOTHING                  || Graphics.NONE
        [TERM: 'xterm-kitty', COLORTERM: 'truecolor']       | COLOUR | Detected.NOTHING                  || Graphics.KITTY
        [TERM: 'xterm-256color', TERM_PROGRAM: 'iTerm.app'] | COLOUR | Detected.NOTHING                  || Graphics.ITERM2
        [TERM: 'xterm-256color']                            | COLOUR | new Detected(true, true, true, "", 10, 20)  || Graphics.KITTY
        [TERM: 'xterm-256color']                            | COLOUR | new Detected(true, false, true, "", 10, 20) || Graphics.SIXEL
        [TERM: 'foot', COLORTERM: 'truecolor']              | COLOUR | Detected.NOTHING                  || Graphics.SIXEL
        [TERM: 'tmux-256color', TMUX: '/tmp/x', KITTY_WINDOW_ID: '1', COLORTERM: 'truecolor'] | COLOUR | Detected.NOTHING || Graphics.BLOCKS
        [TERM: 'vt100', RETAKE_GRAPHICS: 'blocks-256']      | PLAIN  | Detected.NOTHING                  || Graphics.BLOCKS_256
    }

    def "a waveform shows silence, speech and clipping"() {
        expect:
        new WaveformView(PLAIN, 17, 1).lines(peaks(0, 0.001, 0.01, 0.1, 0.25, 0.5, 0.9, 1), Duration.ZERO, Duration.ofSeconds(8)) ==
            ['    ▂▂▅▅▆▆▇▇████', '0:00        0:08']
        new WaveformView(new Theme(false, false), 17, 2).lines(peaks(0, 0.001, 0.01, 0.1, 0.25, 0.5, 0.9, 1), Duration.ZERO, Duration.ofSeconds(8)) ==
            ['      ::==**####', '    --##########', '0:00        0:08']
        new WaveformView(COLOUR, 9, 1).lines(peaks(0.5, 1, 0.5, 0.5), Duration.ZERO, Duration.ofSeconds(8))[0] ==
            '\u001b[36m▇▇\u001b[0m\u001b[1;31m██\u001b[0m\u001b[36m▇▇▇▇\u001b[0m'
        new WaveformView(PLAIN, 17, 1).lines([], Duration.ZERO, Duration.ofSeconds(8)).size() == 2
    }

    def "peaks are read from a WAV file"() {
        given:
        def samples = (0..<800).collect { it < 400 ? 0 : it < 600 ? -16384 : 32767 }
        def file = Files.write(folder.resolve('a.wav'), wav(samples))

        expect:
        Peaks.of(file, 4).collect { Math.round(it * 100) / 100 } == [0, 0, 0.5, 1]
        Peaks.of(file, 100_000).size() == 400

        when:
        Peaks.of(Files.write(folder.resolve('b.wav'), Arrays.copyOf(wav(samples), 500)), 4)

        then:
        def e = thrown(PictureException)
        e.message.contains('too early')
    }

    // ---

    private static PictureView view(Graphics graphics, Theme theme, int columns, int rows) {
        new PictureView(graphics, theme, Detected.NOTHING, columns, rows)
    }

    private static Frame frame(int width, int height, Closure<Integer> color) {
        new Frame(AT, Png.write(new Pixels(width, height, (0..<width * height).collect { color(it % width, it.intdiv(width)) } as int[])), Path.of('peek.png'))
    }

    private static byte[] written(BufferedImage image, boolean interlaced) {
        def writer = ImageIO.getImageWritersByFormatName('png').next()
        def setting = writer.defaultWriteParam
        setting.progressiveMode = interlaced ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED
        def file = new ByteArrayOutputStream()
        writer.output = ImageIO.createImageOutputStream(file)
        writer.write(null, new IIOImage(image, null, null), setting)
        writer.output.close()
        file.toByteArray()
    }

    private static byte[] png(int width, int height, Closure<Integer> color) {
        Png.write(new Pixels(width, height, (0..<width * height).collect { color(it) & 0xffffff } as int[]))
    }

    private static boolean grey(int pixel, int level) {
        pixel == level * 0x010101
    }

    private static boolean close(int one, int other, int most) {
        [16, 8, 0].every { Math.abs((one >> it & 0xff) - (other >> it & 0xff)) <= most }
    }

    private static List<Double> peaks(Number... peaks) {
        peaks*.toDouble()
    }

    /** Writes a WAV file with two channels of 16 bits. */
    private static byte[] wav(List<Integer> samples) {
        def buffer = ByteBuffer.allocate(44 + 2 * samples.size()).order(ByteOrder.LITTLE_ENDIAN)
        buffer.put('RIFF'.bytes).putInt(36 + 2 * samples.size()).put('WAVEfmt '.bytes).putInt(16).putShort(1 as short).putShort(2 as short)
            .putInt(8000).putInt(32000).putShort(4 as short).putShort(16 as short).put('data'.bytes).putInt(2 * samples.size())
        samples.each { buffer.putShort(it as short) }
        buffer.array()
    }

    /** Creates a picture from a function of the position. */
    private static Map<List<Integer>, Integer> decode(String sixels) {
        def body = sixels.substring(sixels.indexOf('q') + 1, sixels.length() - 2)
        def colors = [:]
        def drawn = [:]
        int x = 0, top = 0, color = 0
        (body =~ '"[0-9;]+|#(\\d+);2;(\\d+);(\\d+);(\\d+)|#(\\d+)|!(\\d+)(.)|([?-~])|([-$])').each { all, set, r, g, b, pick, count, repeated, sixel, move ->
            if (set) colors[set as int] = [r, g, b].inject(0) { sum, it -> sum << 8 | Math.round((it as int) * 2.55) as int }
            else if (pick) color = pick as int
            else if (move == '$') x = 0
            else if (move == '-') { x = 0; top += 6 }
            else if (sixel || repeated) {
                (1..((count ?: '1') as int)).each {
                    int bits = ((repeated ?: sixel) as char) - 63
                    (0..5).each { row -> if (bits >> row & 1) drawn[[x, top + row]] = colors[color] }
                    x++
                }
            }
        }
        drawn
    }
}

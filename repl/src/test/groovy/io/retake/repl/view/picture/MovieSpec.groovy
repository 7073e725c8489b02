package io.retake.repl.view.picture

import io.retake.repl.view.Theme
import java.awt.image.BufferedImage
import java.awt.image.DataBuffer
import java.awt.image.IndexColorModel
import java.time.Duration
import javax.imageio.IIOImage
import javax.imageio.ImageIO
import javax.imageio.ImageTypeSpecifier
import javax.imageio.ImageWriteParam
import javax.imageio.metadata.IIOMetadataNode
import spock.lang.Specification

/** Movies: decoded, and drawn as far as a terminal can. */
class MovieSpec extends Specification {
    static final int R = 0xff0000
    static final int G = 0x00ff00
    static final int B = 0x0000ff

    def "a GIF of #size pixels and #colors colors is read as it was written, interlaced: #interlaced"() {
        given:
        def random = new Random(4)
        def images = (0..<3).collect { image(size[0], size[1], colors, random) }

        when:
        def shown = Gif.read(gif(images, 20, interlaced))

        then:
        shown.size() == 3
        shown*.time() == [Duration.ofMillis(200)] * 3
        (0..<3).every { i ->
            def pixels = shown[i].picture()
            pixels.width() == size[0] && pixels.height() == size[1] &&
                (0..<size[1]).every { y -> (0..<size[0]).every { x -> pixels.at(x, y) == (images[i].getRGB(x, y) & 0xffffff) } }
        }

        where:
        size       | colors | interlaced
        [3, 2]     | 2      | false
        [50, 40]   | 16     | false
        [50, 40]   | 16     | true
        [160, 120] | 256    | false // more words than twelve bits can tell: the codes begin anew
    }

    def "frames that cover a part are drawn over what the one before left: #disposal"() {
        given: 'red of 6 x 4, then green and blue squares, whose third color is transparent'
        def red = plain(6, 4) { x, y -> 0 }
        def green = plain(2, 2) { x, y -> x == 0 ? 1 : 3 }
        def blue = plain(2, 2) { x, y -> 2 }

        when:
        def shown = Gif.read(gif([red, green, blue], 10, false, [disposal] * 3, [[0, 0], [1, 1], [4, 2]]))

        then:
        shown.collect { frame -> [[0, 0], [1, 1], [2, 1], [4, 2]].collect { x, y -> frame.picture().at(x, y) } } == expected

        where:
        disposal                   || expected
        'none'                     || [[R, R, R, R], [R, G, R, R], [R, G, R, B]]
        'doNotDispose'             || [[R, R, R, R], [R, G, R, R], [R, G, R, B]]
        'restoreToBackgroundColor' || [[R, R, R, R], [0, G, 0, 0], [0, 0, 0, B]]
        'restoreToPrevious'        || [[R, R, R, R], [0, G, 0, 0], [0, 0, 0, B]]
    }

    def "a frame that restores what was before it leaves the first one"() {
        expect:
        def frames = [plain(6, 4) { x, y -> 0 }, plain(2, 2) { x, y -> 1 }, plain(2, 2) { x, y -> 2 }]
        def shown = Gif.read(gif(frames, 10, false, ['none', disposal, 'none'], [[0, 0], [1, 1], [4, 2]]))
        shown[2].picture().at(1, 1) == left
        shown[2].picture().at(0, 0) == R

        where:
        disposal                   || left
        'none'                     || G
        'restoreToBackgroundColor' || 0
        'restoreToPrevious'        || R
    }

    def "a GIF that is cut off anywhere is damaged"() {
        given:
        def file = whole() as byte[]

        expect:
        (6..<file.length).every { length ->
            try {
                Movie.read(Arrays.copyOf(file, length))
                false
            } catch (PictureException e) {
                e.message.contains('damaged')
            }
        }
    }

    def "comments and other extensions are passed over, however they are hidden: #what"() {
        given: 'the frames of a GIF that has others before and between them'
        def file = whole() as byte[]
        def extension = [0x21, label, *start, *([255, *([0x21] * 255)] * 20), 0] as byte[]
        def first = 13 + ((file[10] & 0x80) ? 3 * (2 << (file[10] & 7)) : 0)

        when:
        def blocks = GifBlocks.of([*file[0..<first], *extension, *file[first..-1]] as byte[])

        then:
        blocks.file() == GifBlocks.of(file).file()
        blocks.parts()*.time() == [Duration.ofMillis(100)] * 3

        where:
        what                           | label | start
        'a comment'                    | 0xfe  | []
        'of a program'                 | 0xff  | [11, *'NETSCAPE2.0'.bytes]
        'text'                         | 0x01  | [12, *([0] * 12)]
        'a control of another size'    | 0xf9  | []
        'a control that does not end'  | 0xf9  | [4, 0, 9, 9, 0]
    }

    def "a damaged GIF is reported as such: #what"() {
        when:
        Movie.read(bytes as byte[])

        then:
        def e = thrown(PictureException)
        e.message.contains(said)

        where:
        what        | bytes                                                 || said
        'no GIF'    | 'hello, world'.bytes                                  || 'no GIF'
        'nothing'   | []                                                    || 'no GIF'
        'cut off'   | whole()[0..<(whole().size() - 9)]                     || 'damaged'
        'empty'     | [*'GIF89a'.bytes, 4, 0, 4, 0, 0, 0, 0, 0x3b]          || 'empty'
        'a far code' | [*'GIF89a'.bytes, 4, 0, 4, 0, 0, 0, 0, 0x2c, 0, 0, 0, 0, 4, 0, 4, 0, 0, 2, 1, 0xff, 0, 0x3b] || 'damaged'
        'enormous'  | [*'GIF89a'.bytes, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0x3b] || 'not shown here'
        'of too many frames' | [*'GIF89a'.bytes, 1, 0, 1, 0, 0x80, 0, 0, *([0] * 6), *([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 1, 0x0c, 0] * 10_001), 0x3b] || 'not shown here'
        'outside'   | [*'GIF89a'.bytes, 4, 0, 4, 0, 0, 0, 0, 0x2c, 3, 0, 0, 0, 4, 0, 4, 0, 0, 2, 1, 0xff, 0, 0x3b] || 'not shown here'
    }

    def "the time selects the frame"() {
        given:
        def movie = Movie.read(whole() as byte[])

        expect:
        movie.length() == Duration.ofMillis(300)
        [0, 99, 100, 250, 300, 9000].collect { movie.index(Duration.ofMillis(it)) } == [0, 0, 1, 2, 2, 2]
        movie.until(0) == Duration.ofMillis(100)
    }

    def "it is drawn in blocks of two pixels, without colors in shades"() {
        given:
        def movie = Movie.read(gif([image(8, 4, 2, new Random(1))], 10) as byte[])

        expect:
        movie.lines(0, Graphics.BLOCKS, new Theme(true, true), 8, 10).size() == 2
        movie.lines(0, Graphics.BLOCKS, new Theme(true, true), 8, 10).every { it.count('▀') == 8 }
        movie.lines(0, Graphics.BLOCKS_256, new Theme(true, true), 4, 10)[0].contains('38;5;')
        movie.lines(0, Graphics.NONE, new Theme(false, true), 8, 10).every { it ==~ /[ .:\-=+*#%@]{8}/ }
    }

    private static byte[] whole() {
        gif((0..<3).collect { image(20, 10, 4, new Random(it)) }, 10)
    }

    private static BufferedImage image(int width, int height, int colors, Random random) {
        def levels = (0..<colors).collect { random.nextInt(256) as byte } as byte[]
        def model = new IndexColorModel(8, colors, levels, levels.reverse() as byte[], levels)
        def image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model)
        (0..<height).each { y -> (0..<width).each { x -> image.raster.setSample(x, y, 0, random.nextInt(colors)) } }
        image
    }

    private static BufferedImage plain(int width, int height, Closure<Integer> index) {
        def model = new IndexColorModel(8, 4, [R, G, B, 0] as int[], 0, false, 3, DataBuffer.TYPE_BYTE)
        def image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model)
        (0..<height).each { y -> (0..<width).each { x -> image.raster.setSample(x, y, 0, index(x, y)) } }
        image
    }

    private static byte[] gif(List<BufferedImage> images, int hundredths, boolean interlaced = false, List<String> disposals = [], List<List<Integer>> places = []) {
        def bytes = new ByteArrayOutputStream()
        def writer = ImageIO.getImageWritersByFormatName('gif').next()
        def out = ImageIO.createImageOutputStream(bytes)
        writer.output = out
        def setting = writer.defaultWriteParam
        setting.progressiveMode = interlaced ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED
        writer.prepareWriteSequence(null)
        images.eachWithIndex { it, i ->
            def metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(it), setting)
            def root = metadata.getAsTree(metadata.nativeMetadataFormatName) as IIOMetadataNode
            def control = root.getElementsByTagName('GraphicControlExtension').item(0) as IIOMetadataNode
            control.setAttribute('delayTime', "$hundredths")
            control.setAttribute('disposalMethod', disposals[i] ?: 'none')
            def descriptor = root.getElementsByTagName('ImageDescriptor').item(0) as IIOMetadataNode
            descriptor.setAttribute('imageLeftPosition', "${places[i]?.getAt(0) ?: 0}")
            descriptor.setAttribute('imageTopPosition', "${places[i]?.getAt(1) ?: 0}")
            metadata.setFromTree(metadata.nativeMetadataFormatName, root)
            writer.writeToSequence(new IIOImage(it, null, metadata), setting)
        }
        writer.endWriteSequence()
        out.close()
        bytes.toByteArray()
    }
}

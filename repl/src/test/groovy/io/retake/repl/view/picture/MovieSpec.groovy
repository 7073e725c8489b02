package io.retake.repl.view.picture

import io.retake.repl.view.Theme
import java.awt.image.BufferedImage
import java.awt.image.IndexColorModel
import java.time.Duration
import javax.imageio.IIOImage
import javax.imageio.ImageIO
import javax.imageio.ImageTypeSpecifier
import javax.imageio.metadata.IIOMetadataNode
import spock.lang.Specification

/** Movies: decoded like the JDK's decoder, drawn as far as a terminal can. */
class MovieSpec extends Specification {
    def "a GIF of #size pixels and #colors colors is read as the JDK reads it"() {
        given:
        def random = new Random(4)
        def images = (0..<3).collect { image(size[0], size[1], colors, random) }

        when:
        def shown = Gif.read(gif(images, 20))

        then:
        shown.size() == 3
        shown*.time() == [Duration.ofMillis(200)] * 3
        (0..<3).every { i ->
            def pixels = shown[i].picture()
            pixels.width() == size[0] && pixels.height() == size[1] &&
                (0..<size[1]).every { y -> (0..<size[0]).every { x -> pixels.at(x, y) == (images[i].getRGB(x, y) & 0xffffff) } }
        }

        where:
        size       | colors
        [3, 2]     | 2
        [50, 40]   | 16
        [160, 120] | 256 // more words than twelve bits can tell: the codes begin anew
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

    private static byte[] gif(List<BufferedImage> images, int hundredths) {
        def bytes = new ByteArrayOutputStream()
        def writer = ImageIO.getImageWritersByFormatName('gif').next()
        def out = ImageIO.createImageOutputStream(bytes)
        writer.output = out
        def setting = writer.defaultWriteParam
        setting.progressiveMode = javax.imageio.ImageWriteParam.MODE_DISABLED // no interlacing
        writer.prepareWriteSequence(null)
        images.each {
            def metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(it), setting)
            def root = metadata.getAsTree(metadata.nativeMetadataFormatName) as IIOMetadataNode
            def control = root.getElementsByTagName('GraphicControlExtension').item(0) as IIOMetadataNode
            control.setAttribute('delayTime', "$hundredths")
            metadata.setFromTree(metadata.nativeMetadataFormatName, root)
            writer.writeToSequence(new IIOImage(it, null, metadata), setting)
        }
        writer.endWriteSequence()
        out.close()
        bytes.toByteArray()
    }
}

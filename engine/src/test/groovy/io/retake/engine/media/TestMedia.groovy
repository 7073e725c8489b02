package io.retake.engine.media

import io.retake.engine.ffmpeg.ContentHash
import io.retake.engine.ffmpeg.FFmpeg
import io.retake.engine.process.Memory
import io.retake.engine.process.ProcessJob
import io.retake.engine.process.Processes
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption

/** Small clips with known truth, made by FFmpeg's sources once and kept under target/. */
class TestMedia {
    static final FFmpeg FFMPEG = FFmpeg.locate(System.getenv())
    private static final Path FOLDER =
            Files.createDirectories(Path.of(System.getProperty('retake.root'), 'engine', 'target', 'test-media'))

    /** The file under that name, made with these FFmpeg arguments (between the program and the output). */
    static Path clip(String name, String... arguments) {
        Path file = FOLDER.resolve(name)
        String recipe = arguments.join('\n')
        Path note = FOLDER.resolve(name + '.recipe')
        if (Files.exists(file) && Files.exists(note) && Files.readString(note) == recipe) {
            return file
        }
        int dot = name.lastIndexOf('.')
        Path fresh = FOLDER.resolve(name.substring(0, dot) + '.' + UUID.randomUUID() + name.substring(dot))
        ffmpeg(*arguments, 'file:' + fresh)
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING)
        Files.writeString(note, recipe)
        return file
    }

    static String ffmpeg(String... arguments) {
        new Processes(FFMPEG.environment()).run(
                ProcessJob.of([FFMPEG.ffmpeg().toString(), '-nostdin', '-v', 'error', '-y', *arguments] as List<String>)
                .withMemory(Memory.allForWork().forHelper())).stdout()
    }

    static MediaInfo probe(Path file) {
        new Probe(FFMPEG).of(file, ContentHash.of(file), file.fileName.toString())
    }

    /** Two seconds of a test picture and a tone. */
    static Path plain() {
        clip('plain.mp4', '-f', 'lavfi', '-i', 'testsrc2=s=320x180:r=30:d=2', '-f', 'lavfi',
                '-i', 'sine=f=440:r=48000:d=2', '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac')
    }
}

package io.retake.repl.jshell

import io.retake.repl.Distribution
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** {@code scripts/retake.jsh}, by the JDK's own jshell. */
class RetakeJshSpec extends Specification {
    @TempDir
    Path folder

    def "the JDK's JShell drives Retake, and what it exports is a film"() {
        given:
        folder.resolve('film.jsh').toFile().text = '''\
            upload(sampleClip()).edit("trim to the first 2 seconds")
            run("title 'Ada', to: 1.s")
            System.out.println("long: " + timeline().duration() + " of " + session.entries().size())
            Film film = export("mp4", "out.mp4")
            System.out.println("size: " + film.getSize() + " " + film.getDuration())
            try { edit("export gif animation of nothing"); run("nonsense()"); } catch (RuntimeException e) { System.out.println("refused: " + e.getMessage()); }
            save("film.groovy")
            close()
            System.out.println("engines: " + ProcessHandle.current().descendants().count())
            /exit 7
            '''.stripIndent()
        def jshell = Path.of(System.getProperty('java.home'), 'bin', 'jshell').toString()
        def command = Distribution.command(folder, [:])
        command.command([jshell, '-s', '--class-path', Distribution.folder().resolve('lib/retake.jar').toString(), Path.of(System.getProperty('retake.root'), 'scripts', 'retake.jsh').toString(), 'film.jsh'])

        when:
        def run = Distribution.run(command)

        then:
        run.code == 7
        !run.err.contains('Exception')
        run.out.contains('local: footage stays on this machine')
        run.out.contains('done: upload')
        run.out.contains('long: PT2S of')
        run.out.contains('refused: ')
        run.out.contains("made: ${folder.resolve('out.mp4')}")
        run.out.contains("size: ${Files.size(folder.resolve('out.mp4'))} PT2S")
        run.out.contains('engines: 0')
        folder.resolve('film.groovy').toFile().text.contains("title 'Ada', to: 1.s")

        when: 'the film is looked at by Retake itself'
        def looked = Distribution.run(Distribution.command(folder, [:], 'run', script('session { upload "out.mp4"; println "it is " + timeline() }')))

        then:
        looked.code == 0
        looked.out.contains('out.mp4 (0-2s)')
    }

    private Path script(String text) {
        def file = folder.resolve('look.groovy')
        file.toFile().text = text
        file
    }
}

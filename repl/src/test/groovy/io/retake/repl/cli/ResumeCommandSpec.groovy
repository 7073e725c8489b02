package io.retake.repl.cli

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** {@code retake run --resume} and {@code --resend}. */
class ResumeCommandSpec extends Specification {
    @TempDir
    Path folder

    CommandLine line

    def setup() {
        line = new CommandLine(folder)
        line.file('film.groovy', '''params { mark file, optional: true, help: 'there when the film may be finished' }
            session {
                upload sampleClip()
                trim to: 1.s
                if (!mark) fail 'not yet'
                frame at: 0.s, to: 'out.png'
            }'''.stripIndent())
    }

    def "a failed run continues where it stopped, with #option"() {
        given:
        line.file('late.groovy', '''session {
            upload sampleClip()
            trim to: 1.s
            if (!new File("${System.getProperty('late.folder')}/mark").exists()) fail 'not yet'
            frame at: 0.s, to: 'out.png'
        }'''.stripIndent())
        System.setProperty('late.folder', folder.toString())
        def failed = line.run('run', 'late.groovy')
        Files.writeString(folder.resolve('mark'), '')

        when:
        def resumed = line.run('run', option, 'late.groovy')

        then:
        failed.code == 1
        failed.err.contains('not yet')
        resumed.code == 0
        resumed.err.contains('✓ trim to: 1.s  already done')
        Files.exists(folder.resolve('out.png'))

        cleanup:
        System.clearProperty('late.folder')

        where:
        option << ['--resume', '--resend']
    }

    def "without anything to resume, #option says so and runs the script"() {
        given:
        line.file('mark', '')

        when:
        def run = line.run('run', 'film.groovy', '--mark', 'mark', option)

        then:
        run.code == 0
        run.err.toLowerCase().contains('nothing to resume')
        Files.exists(folder.resolve('out.png'))

        where:
        option << ['--resume', '--resend']
    }
}

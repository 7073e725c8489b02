package io.retake.repl.cli

import io.retake.repl.Distribution
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** Output that can't be written is a failure. */
@Requires({ new File('/dev/full').exists() && new File('/bin/bash').exists() })
class LostOutputSpec extends Specification {
    @TempDir
    Path folder

    def "a full disk under standard output is exit code 1 with an error message: #command"() {
        when:
        def result = shell("$command > /dev/full")

        then:
        result.code == 1
        result.err.readLines()*.strip() == ['error: standard output could not be written: No space left on device. Some of the output is lost.',
            'Free some space, or redirect the output elsewhere. Exported files are complete.']

        where:
        command << ['"$R" run class.groovy -q', '"$R" run many.groovy --json', 'echo "println 1" | "$R"']
    }

    def "another failure keeps its exit code"() {
        expect:
        shell('"$R" run bad.groovy --json > /dev/full').code == 2
    }

    def "a reader that closes the pipe early isn't a failure"() {
        expect:
        shell('set -o pipefail; "$R" run many.groovy -q | head -n 2') == [code: 0, out: 'line 1\nline 2\n', err: '']
    }

    // ---

    private Map shell(String line) {
        Files.writeString(folder.resolve('many.groovy'), '(1..20000).each { println "line $it" }')
        Files.writeString(folder.resolve('class.groovy'), "class A { void a() { println 'a' } }\nnew A().a()")
        Files.writeString(folder.resolve('bad.groovy'), "session { uplod 'a.mp4' }")
        def builder = Distribution.command(folder, [R: Distribution.launcher().toString()])
        Distribution.run(builder.command('/bin/bash', '-c', line))
    }
}

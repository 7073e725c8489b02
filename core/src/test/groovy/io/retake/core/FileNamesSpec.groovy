package io.retake.core

import java.nio.file.Path
import spock.lang.Requires
import spock.lang.Specification

class FileNamesSpec extends Specification {

    def "a name that can be a file's is a path: #name"() {
        expect:
        FileNames.path(name) == Path.of(name)
        FileNames.in(Path.of('folder'), name) == Path.of('folder').resolve(name)
        FileNames.written(Path.of(name)) == Path.of(name)

        where:
        name << ['a.mp4', 'a  b.mp4', "it's 50%: \"a\".mp4", 'new\nline.mp4', '/abs/é.mp4', '中文 采访.mp4', '🎬.mp4']
    }

    def "explains why a name cannot be a path"() {
        when:
        FileNames.path('a\0b.mp4')

        then:
        def wrong = thrown(RetakeException)
        wrong.message == "the file name 'a\\0b.mp4' has a NUL character in it"
        wrong.advice() == 'take it out'
    }

    def "texts for other programs are as they are where Java writes them in UTF-8"() {
        expect:
        ProcessTexts.forChild(['a', 'é 中文 🎬', '']) == ['a', 'é 中文 🎬', '']
        ProcessTexts.environment() == System.getenv()
    }

    @Requires({ os.linux }) // elsewhere names are in UTF-8 whatever the locale
    def "under #options a child receives its arguments unchanged, or the message explains why not"() {
        given:
        def java = Path.of(System.getProperty('java.home'), 'bin/java').toString()
        def classes = [ProcessTexts, EchoMain, Closure].collect { Path.of(it.protectionDomain.codeSource.location.toURI()).toString() }
        def builder = new ProcessBuilder([java, *options, '-cp', classes.join(File.pathSeparator), EchoMain.name])
        builder.environment().putAll([LC_ALL: locale, V: 'é'])

        when:
        def process = builder.redirectErrorStream(true).start()
        def said = new String(process.inputStream.readAllBytes(), 'UTF-8').readLines().findAll { !it.startsWith('Picked up') }

        then:
        said == expected

        where:
        locale    | options                          || expected
        'C.UTF-8' | []                               || ['é 中文 🎬', 'é', 'é']
        'C.UTF-8' | ['-Dfile.encoding=ISO-8859-1']   || ['é 中文 🎬', 'é', 'é']
        'C.UTF-8' | ['-Dfile.encoding=US-ASCII']     || (Runtime.version().feature() >= 18 ? ['é 中文 🎬', 'é', 'é']
            : ["'é 中文 🎬' can't be handed to another program: this Java writes arguments in US-ASCII", 'start Java with -Dfile.encoding=UTF-8, or use Java 18 or later'])
        'POSIX'   | ['-Dfile.encoding=UTF-8']        || ["the file name 'é.mp4' can't be written in US-ASCII, the encoding of file names in this process", 'start it in a UTF-8 locale, for example with LC_ALL=C.UTF-8']
    }
}

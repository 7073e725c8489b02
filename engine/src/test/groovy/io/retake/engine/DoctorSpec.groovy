package io.retake.engine

import io.retake.engine.api.EngineSettings
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class DoctorSpec extends Specification {
    @TempDir
    Path data

    private EngineSettings settings(Map<String, String> environment = System.getenv()) {
        EngineSettings.builder().dataFolder(data.resolve('retake')).environment(environment).build()
    }

    def "the doctor tells what is used, what it can do, and how much is kept where, and changes nothing"() {
        when:
        def report = Doctor.report(settings())

        then:
        report.trouble() == []
        report.java().contains(System.getProperty('java.version'))
        report.ffmpeg().get().version()
        Files.isExecutable(Path.of(report.ffmpeg().get().path()))
        report.ffmpeg().get().abilities().find { it.name() == 'libx264' }.present()
        report.storage().folder() == data.resolve('retake')
        report.storage().used() == 0
        !Files.exists(data.resolve('retake'))
    }

    def "with an FFmpeg that does not run, it says so and goes on"() {
        when:
        def report = Doctor.report(settings([RETAKE_FFMPEG: data.resolve('nowhere').toString()]))

        then:
        report.ffmpeg().isEmpty()
        report.trouble().any { it.contains('nowhere') }
        report.storage().used() == 0
    }
}

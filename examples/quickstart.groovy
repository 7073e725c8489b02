/**
 * The quickstart: turns a low-resolution clip into a 1080p film with corrected color and a title.
 *
 *   ./retake run examples/quickstart.groovy
 *   ./retake run examples/quickstart.groovy --input my.mp4
 */
params {
    input file, help: 'clip to edit; default: a generated sample clip', optional: true
    words 'My first retake', help: 'title'
}

def film = session {
    upload input ?: sampleClip()
    edit 'upscale to 1080p and fix the color grading'
    title words, from: 0.s, to: 3.s, position: bottom
    export mp4
}

println "The film is $film.path"
printf '%.1f MB, %.1f s%n', film.size / 1e6, film.duration.toMillis() / 1000
steps.each { step -> printf '%6.2f s  %s%n', step.took.toMillis() / 1000, step.text }

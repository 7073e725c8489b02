/**
 * Says what is wrong with footage, and mends it: sound beside the picture, jump cuts, a shaky camera, frames at uneven
 * times. What can't be mended by an edit is told all the same. What was found is printed, a line a film, with --quiet too.
 *
 *   ./retake run fix --input interview.mp4
 *   ./retake run fix --input interview.mp4 --only sync --reference recorder.wav
 *   ./retake run fix --input interview.mp4 --only nothing      only says what it found
 */
skill 'editor-fixed'

params {
    input files, help: 'the footage: a film, a folder of films, or a pattern'
    only(['everything', 'sync', 'jumps', 'shake', 'pauses', 'nothing'],
            help: 'what is mended; pauses are cut only when asked for')
    reference file, help: 'a recording of the same sound, to sync with', optional: true
}

def parts = [
    everything: ['sync', 'drift', 'jump-cuts', 'shake', 'variable-frame-rate'],
    sync: ['sync', 'drift'], jumps: ['jump-cuts'], shake: ['shake'], pauses: ['silence'], nothing: []]

def films = eachFile(input) { Path file ->
    session("${file.fileName.toString().replaceFirst(/\.[^.]*$/, '')} fixed") {
        upload file
        def found = diagnose().findings
        println "$file.fileName: ${found*.text.join(' ') ?: 'Nothing is wrong with it that can be measured.'}"
        def wrong = found.findAll { it.what in parts[only] }
        def remedies = wrong.collectMany { it.remedies }.unique()
        if (reference && only in ['everything', 'sync']) {
            upload reference
            syncAudio reference: reference.fileName.toString()
            remedies.remove('Sync the sound automatically')
        } else if (remedies.empty) {
            if (only != 'nothing') {
                println "$file.fileName: nothing to mend, so no film was made."
            }
            return null
        }
        remedies.each { edit it }
        if (only == 'pauses') {
            smoothJumpCuts()
        }
        export mp4, quality: high
    }
}
return films.size() == 1 ? films[0] : films

/**
 * Reports and repairs faults of footage: sync, jump cuts, camera shake, variable frame rate. It also reports faults that no edit
 * can repair. The findings are printed, one line per file, even with --quiet. A backend that measures nothing gets the repairs
 * in words.
 *
 *   ./retake run fix --input interview.mp4
 *   ./retake run fix --input interview.mp4 --only sync --reference recorder.wav
 *   ./retake run fix --input interview.mp4 --only nothing      only report the findings
 */
skill 'editor-fixed'

params {
    input files, help: 'footage: a video, a folder of videos, or a pattern'
    only(['everything', 'sync', 'jumps', 'shake', 'pauses', 'nothing'],
            help: 'what to repair; pauses are cut only with "pauses"')
    reference file, help: 'recording of the same sound to sync with', optional: true
    size 1080.p, help: 'output size; larger footage keeps its own'
}

def parts = [
    everything: ['sync', 'drift', 'jump-cuts', 'shake', 'variable-frame-rate'],
    sync: ['sync', 'drift'], jumps: ['jump-cuts'], shake: ['shake'], pauses: ['silence'], nothing: []]

// For a backend that doesn't report findings and has to look for itself.
def words = [
    'sync': 'Sync the sound automatically', 'jump-cuts': 'Smooth the jump cuts', 'shake': 'Stabilize the footage',
    'variable-frame-rate': 'Make the frame rate constant', 'silence': 'Cut the silence longer than 1 s']

def films = eachFile(input) { Path file ->
    session("${file.fileName.toString().replaceFirst(/\.[^.]*$/, '')} fixed") {
        def footage = upload(file).first()
        def diagnosis = diagnose()
        def found = diagnosis.findings
        if (!diagnosis.measured) {
            println "$file.fileName: the backend $backend measured nothing."
            if (only == 'nothing') {
                fail "there is no report of $file.fileName: the backend $backend measures nothing", 'say --backend local'
            }
        } else {
            println "$file.fileName: ${found*.text.join(' ') ?: 'Nothing is wrong with it that can be measured.'}"
        }
        def wrong = found.findAll { it.what in parts[only] }
        def remedies = diagnosis.measured
            ? wrong.collectMany { it.remedies }.unique()
            : [parts[only].findResults { words[it] }.join('. ') + '.']
        if (reference && only in ['everything', 'sync']) {
            upload reference
            syncAudio reference: reference.fileName.toString()
            remedies = remedies*.replaceFirst(/^Sync the sound automatically\.? ?/, '').findAll()
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
        export mp4, quality: high, size: size.enlarges(footage.width(), footage.height()) ? size : null
    }
}
return films.size() == 1 ? films[0] : films

/**
 * Footage in HD, made on this machine alone: cleaned where it is noisy, enlarged, sharpened. Nothing is uploaded: a
 * backend that is elsewhere is refused before it is spoken to. The sound is left as it is.
 *
 *   ./retake run hd-local --input holiday.avi
 *   ./retake run hd-local --input 'clips/*.mp4' --size 4k
 */
skill 'hd-local-ai'

params {
    input files,    help: 'the footage: a film, a folder of films, or a pattern'
    size 1080.p,    help: 'the size to reach; footage that is as large keeps its own'
    anywhere false, help: 'whether another machine may do it, too'
}

if (!backend.local && !anywhere) {
    fail "the backend $backend is not on this machine, and nothing was sent to it",
            'say --backend local, or --anywhere true if the footage may be uploaded'
}

def films = eachFile(input) { Path file ->
    session("${file.fileName.toString().replaceFirst(/\.[^.]*$/, '')} HD") {
        upload file
        if (diagnose().has('noise')) {
            denoise light
        }
        upscale size
        sharpen light
        export mp4, quality: high
    }
}
return films.size() == 1 ? films[0] : films

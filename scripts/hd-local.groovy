/**
 * Footage in HD, made on this machine alone: cleaned where it is noisy, enlarged, sharpened. Nothing is uploaded: the
 * engine inside this process does it, and any other backend is refused before it is spoken to, also one at an address
 * of this machine, where a tunnel may begin. The sound is left as it is.
 *
 *   ./retake run hd-local --input holiday.avi
 *   ./retake run hd-local --input 'clips/*.mp4' --size 4k
 */
skill 'hd-local-ai'

params {
    input files,    help: 'the footage: a film, a folder of films, or a pattern'
    size 1080.p,    help: 'the size to reach; footage that is as large keeps its own'
    anywhere false, help: 'whether another backend than the engine in this process may do it, too'
}

if (!backend.local && !anywhere) {
    fail "only the engine inside this process counts as this machine; nothing was sent to the backend $backend",
            "say --backend local, or --anywhere true if the footage may go to $backend (a tunnel may lead elsewhere)"
}

def films = eachFile(input) { Path file ->
    session("${file.fileName.toString().replaceFirst(/\.[^.]*$/, '')} HD") {
        def footage = upload(file).first()
        if (diagnose().has('noise')) {
            denoise light
        }
        upscale size
        sharpen light
        export mp4, quality: high, size: size.enlarges(footage.width(), footage.height()) ? size : null
    }
}
return films.size() == 1 ? films[0] : films

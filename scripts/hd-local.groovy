/**
 * Upscales footage to HD on this machine only: denoises it if necessary, upscales and sharpens it. Nothing is uploaded: it runs
 * on the embedded engine and rejects any other backend before it sends anything, even one at an address of this machine,
 * which may be a tunnel. The sound is not changed.
 *
 *   ./retake run hd-local --input holiday.avi
 *   ./retake run hd-local --input 'clips/*.mp4' --size 4k
 */
skill 'hd-local-ai'

params {
    input files,    help: 'footage: a video, a folder of videos, or a pattern'
    size 1080.p,    help: 'output size; larger footage keeps its own'
    anywhere false, help: 'allow backends other than the embedded engine'
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

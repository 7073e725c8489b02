/**
 * Restores and upscales old footage: deinterlaces, denoises, corrects color, upscales, sharpens, normalizes loudness. It
 * measures the footage first and skips what is not necessary.
 *
 *   ./retake run remaster --input old.mp4
 *   ./retake run remaster --input tapes --size 4k      one film for each video in the folder
 */
skill 'editor-remastered'

params {
    input files,             help: 'footage: a video, a folder of videos, or a pattern'
    size 1080.p,             help: 'output size; larger footage keeps its own'
    clean true,              help: 'denoise the picture'
    lufs(['-14', '-16', '-23', 'as it is']), help: 'target loudness: -14 for the web, -16 for talk, -23 for broadcast'
}

def films = eachFile(input) { Path file ->
    session("${file.fileName.toString().replaceFirst(/\.[^.]*$/, '')} remastered") {
        def footage = upload(file).first()
        def found = diagnose()
        if (found.has('interlaced')) {
            deinterlace()
        }
        if (clean) {
            denoise found.has('noise') ? 'medium' : 'light'
        }
        color auto
        upscale size
        sharpen light
        if (lufs != 'as it is') {
            loudness "$lufs LUFS"
        }
        export mp4, quality: high, size: size.enlarges(footage.width(), footage.height()) ? size : null
    }
}
return films.size() == 1 ? films[0] : films

/**
 * Old or low-resolution footage, made fit for today's screens: fields become whole frames, noise goes, colours are
 * corrected by measurement, the picture is enlarged and sharpened, the sound brought to the usual loudness. The footage
 * is measured first, and what it doesn't need is left out.
 *
 *   ./retake run remaster --input old.mp4
 *   ./retake run remaster --input tapes --size 4k      a film of each film in the folder
 */
skill 'editor-remastered'

params {
    input files,             help: 'the footage: a film, a folder of films, or a pattern'
    size 1080.p,             help: 'the size to reach; footage that is as large keeps its own'
    clean true,              help: 'whether noise is taken out of the picture'
    lufs(['-14', '-16', '-23', 'as it is']), help: 'how loud: the web, talk, broadcast'
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

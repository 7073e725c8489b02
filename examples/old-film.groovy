/**
 * An old film for a phone: its bars cropped, its noise reduced, in a warm tone, upright on a blurred background.
 *
 *   ./retake run examples/old-film.groovy --input film.mp4
 */
params {
    input file, help: 'film to edit; default: a generated sample clip', optional: true
    words 'In the Park', help: 'title'
}

session {
    upload input ?: sampleClip()
    crop left: 12.5.percent, right: 12.5.percent
    denoise light
    color temperature: 45.percent, contrast: 10.percent
    aspect '9:16', fit: blur
    title words, to: 4.s, position: bottom
    export mp4
}

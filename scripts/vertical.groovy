/**
 * Makes footage stand upright, for a phone: its whole picture before a blurred copy of itself, or cropped.
 *
 *   ./retake run scripts/vertical.groovy --input talk.mp4
 *   ./retake run scripts/vertical.groovy --input talk.mp4 --how crop --words 'Ada Lovelace'
 */
params {
    input file, help: 'the footage'
    how(['blur', 'crop', 'pad']), help: 'what happens to what does not fit'
    words text, help: 'a title at the top', optional: true
}

session("${input.fileName.toString().replaceFirst(/\.[^.]*$/, '')} vertical") {
    upload input
    aspect '9:16', fit: how
    if (words) {
        title words, position: top
    }
    export mp4
}

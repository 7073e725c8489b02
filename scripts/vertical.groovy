/**
 * Converts footage to 9:16 for phones, on a blurred background or cropped.
 *
 *   ./retake run scripts/vertical.groovy --input talk.mp4
 *   ./retake run scripts/vertical.groovy --input talk.mp4 --how crop --words 'Ada Lovelace'
 */
params {
    input file, help: 'footage'
    how(['blur', 'crop', 'pad']), help: 'how to fill the frame'
    words text, help: 'title at the top', optional: true
}

session("${input.fileName.toString().replaceFirst(/\.[^.]*$/, '')} vertical") {
    upload input
    aspect '9:16', fit: how
    if (words) {
        title words, position: top
    }
    export mp4
}

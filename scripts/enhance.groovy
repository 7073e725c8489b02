/**
 * Enhances footage: larger, with its colours corrected by measurement.
 *
 *   ./retake run scripts/enhance.groovy --input old.mp4
 *   ./retake run scripts/enhance.groovy --input old.mp4 --size 4k
 */
params {
    input file, help: 'the footage'
    size 1080.p, help: 'the size to reach; footage that is as large keeps its own'
}

session("${input.fileName.toString().replaceFirst(/\.[^.]*$/, '')} enhanced") {
    upload input
    upscale size
    color auto
    export mp4
}

package io.retake.core.edit

import io.retake.core.edit.value.FrameSize
import spock.lang.Specification

class FrameSizeSpec extends Specification {

    def "#lines lines of #width x #height are #expected"() {
        when:
        def size = new FrameSize.Lines(lines).in(new FrameSize.Pixels(width, height))

        then:
        [size.width(), size.height()] == expected

        where:
        width | height | lines || expected
        854   | 480    | 1080  || [1920, 1080]
        852   | 480    | 1080  || [1920, 1080]
        854   | 480    | 2160  || [3840, 2160]
        854   | 480    | 720   || [1280, 720]
        640   | 358    | 1080  || [1920, 1080]
        1366  | 768    | 1080  || [1920, 1080]
        480   | 854    | 1080  || [1080, 1920]
        480   | 854    | 2160  || [2160, 3840]
        640   | 480    | 1080  || [1440, 1080]
        636   | 480    | 1080  || [1440, 1080]
        500   | 496    | 1080  || [1080, 1080]
        1920  | 800    | 1080  || [2592, 1080]
        1048  | 576    | 1080  || [1966, 1080]
        640   | 352    | 1080  || [1964, 1080]
        1920  | 1080   | 480   || [854, 480]
    }
}

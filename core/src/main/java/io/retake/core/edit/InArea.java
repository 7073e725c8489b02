package io.retake.core.edit;

import io.retake.core.edit.value.Area;

/** An edit of the picture or of a rectangle of it. */
public interface InArea {
    /** The rectangle, of the picture as it is seen when the edit is made. */
    @Arg(
            help =
                    "where: left, right, top or bottom half; top left, top right, bottom left or bottom right; center; or x, y, width and height",
            byDefault = "whole picture")
    Area area();
}

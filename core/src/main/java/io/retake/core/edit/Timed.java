package io.retake.core.edit;

import io.retake.core.edit.value.Moment;

/** An edit that puts something on the timeline from one moment to another. */
public interface Timed {
    /** When it appears. */
    @Arg(help = "where it begins", byDefault = "the start")
    Moment from();

    /** When it is gone. */
    @Arg(help = "where it ends, exclusive", byDefault = "the end")
    Moment to();
}

package io.retake.core.edit;

import io.retake.core.edit.value.Moment;

/** An edit of the range between two moments. A record that has them as components need not describe them again. */
public interface Ranged {
    /** The start of the range. */
    @Arg(help = "where it begins", byDefault = "the start")
    Moment from();

    /** The end of the range, exclusive. */
    @Arg(help = "where it ends, exclusive", byDefault = "the end")
    Moment to();
}

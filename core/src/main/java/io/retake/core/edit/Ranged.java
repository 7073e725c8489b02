package io.retake.core.edit;

import io.retake.core.edit.value.Moment;

/** An edit of what is between two moments. A record that has them as components need not describe them again. */
public interface Ranged {
    /** Where it begins. */
    @Arg(help = "where it begins", byDefault = "the start")
    Moment from();

    /** Where it ends, exclusive. */
    @Arg(help = "where it ends, exclusive", byDefault = "the end")
    Moment to();
}

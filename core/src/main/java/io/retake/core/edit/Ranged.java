package io.retake.core.edit;

import io.retake.core.edit.value.Moment;

/** An edit of what is between two moments. */
public interface Ranged {
    /** Where it begins. */
    Moment from();

    /** Where it ends, exclusive. */
    Moment to();
}

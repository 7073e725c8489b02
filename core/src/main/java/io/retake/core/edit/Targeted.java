package io.retake.core.edit;

import io.retake.core.edit.value.Target;

/** An edit of a part of the timeline that the person can name. */
public interface Targeted {
    /** What it applies to; moments count from the start of a targeted clip. */
    @Arg(help = "what it applies to", byDefault = "everything")
    Target on();
}

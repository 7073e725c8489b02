package io.retake.core.edit;

import io.retake.core.edit.value.Target;

/** An edit of a part of the timeline that the user can name. */
public interface Targeted {
    /** The target of the edit; moments count from the start of a targeted clip. */
    @Arg(help = "what it applies to", byDefault = "everything")
    Target on();
}

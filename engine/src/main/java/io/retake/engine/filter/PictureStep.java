package io.retake.engine.filter;

import java.util.List;
import java.util.Optional;

/**
 * Filters of a picture, or of a rectangle of it.
 *
 * @param within the rectangle; empty for the whole picture
 */
record PictureStep(Optional<PixelArea> within, List<Filter> filters) {
    PictureStep {
        filters = List.copyOf(filters);
    }

    /** Returns a chain with this step at its end; no other link begins with the label. */
    OpenChain after(OpenChain chain, String label) {
        return within.map(area -> after(chain, area, label)).orElseGet(() -> chain.then(filters));
    }

    private OpenChain after(OpenChain chain, PixelArea area, String label) {
        Pad.Link whole = Pad.link(label + "w");
        Pad.Link part = Pad.link(label + "p");
        Pad.Link changed = Pad.link(label + "c");
        return OpenChain.from(whole, changed)
                .after(chain.then(Filter.of("split")).to(whole, part))
                .after(OpenChain.from(part)
                        .then(Filter.of("crop", area.width(), area.height(), area.x(), area.y()))
                        .then(filters)
                        .to(changed))
                .then(Filter.of("overlay", area.x(), area.y()).with("format", "auto"));
    }
}

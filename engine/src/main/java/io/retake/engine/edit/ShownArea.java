package io.retake.engine.edit;

import io.retake.core.draft.Canvas;
import io.retake.core.draft.Draft;
import io.retake.core.draft.Effect;
import io.retake.core.draft.Segment;
import io.retake.core.edit.value.Area;
import io.retake.core.edit.value.Fit;
import io.retake.engine.effect.EffectList;
import io.retake.engine.filter.PictureSize;
import io.retake.engine.timeline.Asset;
import io.retake.engine.timeline.EditRejected;
import io.retake.engine.timeline.Project;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds an area of the canvas in the picture of a clip, which the canvas may show a part of, or with bars. What is covered
 * then stays covered when the canvas gets another shape.
 */
final class ShownArea {
    private static final double HUNDREDTH = 100;

    private ShownArea() {}

    /** @throws EditRejected if the clip shows nothing in that area */
    static Area of(Area area, Project project, Segment clip) {
        Optional<Canvas> canvas = project.draft().canvas();
        Optional<Asset> asset = project.media().stream()
                .filter(medium -> clip.media().filter(medium.hash()::equals).isPresent())
                .filter(Asset::isVisual)
                .findFirst();
        if (area.equals(Area.WHOLE) || canvas.isEmpty() || asset.isEmpty()) {
            return area;
        }
        return within(area, canvas.get(), picture(project.draft(), asset.get(), clip));
    }

    /** Returns the size of a clip's picture after its crops and turns. */
    private static PictureSize picture(Draft draft, Asset asset, Segment clip) {
        double width = asset.width();
        double height = asset.height();
        List<Effect> effects = Stream.concat(EffectList.onEachClip(draft.effects()).stream(), clip.effects().stream())
                .toList();
        for (Effect effect : effects) {
            if (effect instanceof Effect.CropFx crop) {
                width *= 1 - (crop.left().percent() + crop.right().percent()) / 100;
                height *= 1 - (crop.top().percent() + crop.bottom().percent()) / 100;
            } else if (effect instanceof Effect.RotateFx turn && turn.degrees() != 180) {
                double side = width;
                width = height;
                height = side;
            }
        }
        return new PictureSize(width, height);
    }

    private static Area within(Area area, Canvas canvas, PictureSize picture) {
        double wide = canvas.width() / picture.width();
        double high = canvas.height() / picture.height();
        double scale = canvas.fit() == Fit.CROP ? Math.max(wide, high) : Math.min(wide, high);
        double left = moved(area.x(), wide / scale);
        double right = moved(area.x() + area.width(), wide / scale);
        double top = moved(area.y(), high / scale);
        double bottom = moved(area.y() + area.height(), high / scale);
        if (right <= left || bottom <= top) {
            throw EditRejected.of("area.nothing-shown", area.text());
        }
        return new Area(left, top, rounded(right - left), rounded(bottom - top));
    }

    /** Both are centered: an edge moves away from the middle, or towards it, and not out of the picture. */
    private static double moved(double percent, double share) {
        double place = 50 + (percent - 50) * share;
        double whole = Math.abs(share - 1) < 0.005 ? percent : place;
        return rounded(Math.max(0, Math.min(100, whole)));
    }

    private static double rounded(double percent) {
        return Math.rint(percent * HUNDREDTH) / HUNDREDTH;
    }
}

package io.retake.engine.http;

import io.retake.engine.captions.CaptionFile;
import io.retake.engine.captions.CaptionReader;
import io.retake.engine.edit.Measurements;
import io.retake.engine.measure.Cut;
import io.retake.engine.measure.Diagnosis;
import io.retake.engine.measure.Meter;
import io.retake.engine.measure.Sharpness;
import io.retake.engine.measure.SoundLevels;
import io.retake.engine.measure.SoundMatch;
import io.retake.engine.measure.SyncRepair;
import io.retake.engine.media.MediaInfo;
import io.retake.engine.process.CancelSignal;
import io.retake.engine.render.text.Fonts;
import io.retake.engine.upscale.Upscaler;
import io.retake.engine.upscale.Upscalers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Measures the media that the engine keeps. Thread-safe. */
final class MediaMeasurements implements Measurements {
    private final RenderService studio;
    private final Stores stores;
    private final CancelSignal closing;

    /** @param closing cancels running measurements */
    MediaMeasurements(RenderService studio, Stores stores, CancelSignal closing) {
        this.studio = studio;
        this.stores = stores;
        this.closing = closing;
    }

    private Path file(String hash) {
        try {
            return stores.media().locate(hash);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MediaInfo info(String hash) {
        return studio.inspect(file(hash), "footage", hash);
    }

    private Meter meter() {
        return studio.meter();
    }

    @Override
    public Optional<Upscaler> enlarger() {
        return Upscalers.find();
    }

    @Override
    public Optional<Sharpness> sharpness(String hash) {
        return meter().sharpness(file(hash), info(hash), closing);
    }

    @Override
    public Optional<SoundLevels> levels(String hash) {
        return meter().levels(file(hash), info(hash), closing);
    }

    @Override
    public List<Cut> cuts(String hash) {
        return meter().cuts(file(hash), info(hash), closing);
    }

    @Override
    public Optional<SoundMatch> match(String footage, String recording) {
        return meter().match(file(footage), info(footage), file(recording), info(recording), closing);
    }

    @Override
    public Optional<SyncRepair> sync(String hash) {
        return meter().sync(file(hash), info(hash), closing);
    }

    @Override
    public Optional<CaptionFile> captions(String hash) {
        Path file = file(hash);
        return Optional.of(CaptionReader.read(file, String.valueOf(file.getFileName())));
    }

    @Override
    public String undrawable(String text) {
        return Fonts.undrawable(text);
    }

    @Override
    public Optional<Diagnosis> diagnose(String hash) {
        return Optional.of(meter().diagnose(file(hash), info(hash), closing));
    }
}

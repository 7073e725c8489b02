package io.retake.engine.http;

import io.retake.engine.store.EngineHome;
import io.retake.engine.store.MediaStore;
import io.retake.engine.store.OutputStore;
import io.retake.engine.store.RenderStore;
import io.retake.engine.store.SessionStore;
import io.retake.engine.store.Storage;
import java.time.Clock;

/** The stores on disk. */
record Stores(
        EngineHome home,
        Storage storage,
        MediaStore media,
        OutputStore outputs,
        RenderStore renders,
        SessionStore sessions) {

    static Stores open(EngineHome home, long limit, Clock clock) {
        Storage storage = new Storage(home, limit, clock);
        return new Stores(
                home,
                storage,
                new MediaStore(home, clock),
                new OutputStore(home, storage),
                new RenderStore(home),
                new SessionStore(home));
    }
}

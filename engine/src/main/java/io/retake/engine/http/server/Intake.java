package io.retake.engine.http.server;

import java.util.function.Consumer;

/** Receives a body before its request is answered, without holding a thread while it comes. */
@FunctionalInterface
public interface Intake {
    /** Receives a body into memory: see {@link Exchange#json}. */
    Intake JSON =
            (body, exchange, done, failed) -> BodyReader.read(body, Exchange.MOST_JSON, new BodyReader.BodyListener() {
                @Override
                public void received(byte[] bytes) {
                    exchange.received(bytes);
                    done.run();
                }

                @Override
                public void failed(Throwable why) {
                    failed.accept(why);
                }
            });

    /** Receives it, then calls one of the two, once, on any thread. */
    void receive(Reception body, Exchange exchange, Runnable done, Consumer<Throwable> failed);
}

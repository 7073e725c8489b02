package io.retake.neural;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.retake.engine.upscale.UpscalingRun;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Upscales pictures of one size with one model, on one thread a core, each with its own strip. */
final class NetworkEnlarging implements UpscalingRun {
    private final Strips strips;
    private final OrtSession session;
    private final List<StripWorker> stripWorkers = new ArrayList<>();
    private final ExecutorService workers;

    NetworkEnlarging(OrtEnvironment environment, Network network, int width, int height) throws OrtException {
        int cores = Math.max(1, Math.min(16, Runtime.getRuntime().availableProcessors()));
        strips = Strips.of(width, height, network.reach(), cores);
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setSymbolicDimensionValue("height", strips.paddedHeight());
            options.setSymbolicDimensionValue("width", strips.paddedWidth());
            session = environment.createSession(network.model(), options);
        }
        for (int i = 0; i < Math.min(cores, strips.count()); i++) {
            stripWorkers.add(new StripWorker(environment));
        }
        workers = Executors.newFixedThreadPool(stripWorkers.size(), task -> {
            Thread thread = new Thread(task, "retake-neural");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The buffers of one core, and the tensors over them. */
    private final class StripWorker {
        private final byte[] in = new byte[3 * strips.paddedWidth() * strips.paddedHeight()];
        private final byte[] out = new byte[3 * 4 * strips.width() * strips.rows()];
        private final ByteBuffer source = ByteBuffer.allocateDirect(in.length);
        private final ByteBuffer target = ByteBuffer.allocateDirect(out.length);
        private final OnnxTensor picture;
        private final OnnxTensor twice;

        StripWorker(OrtEnvironment environment) throws OrtException {
            picture = OnnxTensor.createTensor(
                    environment,
                    source,
                    new long[] {1, 3, strips.paddedHeight(), strips.paddedWidth()},
                    OnnxJavaType.UINT8);
            twice = OnnxTensor.createTensor(
                    environment,
                    target,
                    new long[] {1, 3, 2L * strips.rows(), 2L * strips.width()},
                    OnnxJavaType.UINT8);
        }

        void work(byte[] whole, byte[] enlarged, int strip) throws OrtException {
            strips.cut(whole, strip, in);
            source.clear().put(in);
            session.run(Map.of("picture", picture), Set.of(), Map.of("twice", twice))
                    .close();
            target.clear().get(out);
            synchronized (strips) { // the last strip repeats rows of the one before
                strips.paste(out, strip, enlarged);
            }
        }
    }

    @Override
    public void enlarge(byte[] whole, byte[] twice) {
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < stripWorkers.size(); i++) {
            int first = i;
            running.add(workers.submit(() -> {
                for (int strip = first; strip < strips.count(); strip += stripWorkers.size()) {
                    stripWorkers.get(first).work(whole, twice, strip);
                }
                return null;
            }));
        }
        try {
            for (Future<?> each : running) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NeuralException(NeuralMessages.text("network.interrupted"), e);
        } catch (ExecutionException e) {
            throw new NeuralException(NeuralMessages.text("network.failed", e.getCause()), e);
        }
    }

    @Override
    public void close() {
        workers.shutdown();
        try {
            workers.awaitTermination(1, java.util.concurrent.TimeUnit.MINUTES);
            for (StripWorker stripWorker : stripWorkers) {
                stripWorker.picture.close();
                stripWorker.twice.close();
            }
            session.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (OrtException e) {
            throw new NeuralException(NeuralMessages.text("network.not-closed"), e);
        }
    }
}

package io.retake.core;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The readers and writers of JSON. Thread-safe; nobody configures them further. */
public final class JsonMappers {
    /** For JSON whose numbers are ours. */
    public static final ObjectMapper PLAIN = new ObjectMapper();

    private JsonMappers() {}

    /**
     * Makes one that keeps every digit of numbers that we don't know: a double would round them.
     *
     * @param depth how deep brackets may be nested in what comes over the wire
     */
    public static ObjectMapper exact(int depth) {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(depth)
                                .build())
                        .build())
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }
}

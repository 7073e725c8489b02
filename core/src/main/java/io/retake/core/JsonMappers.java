package io.retake.core;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The readers and writers of JSON. Thread-safe; do not reconfigure them. */
public final class JsonMappers {
    /** For JSON whose numbers Retake writes itself. */
    public static final ObjectMapper PLAIN = new ObjectMapper();

    private JsonMappers() {}

    /**
     * Creates a mapper that keeps every digit of unknown numbers, which a double would round.
     *
     * @param depth the maximum nesting depth of JSON from the wire
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

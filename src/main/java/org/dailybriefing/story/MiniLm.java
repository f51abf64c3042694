package org.dailybriefing.story;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sentence model all-MiniLM-L6-v2 (Wang et al. 2020; Reimers and Gurevych 2019), quantized to 8 bits, English, which ships
 * with the program and runs on this machine; some 100 texts a second on two cores.
 */
final class MiniLm implements SentenceModel {

    private static final Logger log = LoggerFactory.getLogger(MiniLm.class);

    private static final int DIMENSIONS = 384;

    /** Many times what a few days bring to a beat; each text takes 2 kB and 10 ms. */
    private static final int REMEMBERED = 10_000;

    private final AllMiniLmL6V2QuantizedEmbeddingModel model = new AllMiniLmL6V2QuantizedEmbeddingModel();

    private final Map<String, float[]> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > REMEMBERED;
        }
    };

    private MiniLm() {}

    /**
     * @param folder where its native libraries are unpacked
     * @return empty where there is no native library for this machine
     */
    static Optional<SentenceModel> open(Path folder) {
        System.setProperty("DJL_CACHE_DIR", folder.toString());
        // the tokenizer's library would call home
        System.setProperty("OPT_OUT_TRACKING", "true");
        try {
            return Optional.of(new MiniLm());
        } catch (LinkageError | RuntimeException e) {
            log.warn(
                    "The sentence model does not run on this machine ({}); stories are formed from words alone."
                            + " briefing.sentence-model=false says so for good.",
                    e.toString());
            return Optional.empty();
        }
    }

    @Override
    public synchronized float[] vector(String text) {
        if (text.isBlank()) {
            return new float[DIMENSIONS];
        }
        return remembered.computeIfAbsent(text, t -> model.embed(t).content().vector());
    }
}

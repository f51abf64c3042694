package org.dailybriefing.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.dailybriefing.feed.Item;

/**
 * Items as unit vectors of TF-IDF weights (Salton and Buckley 1988: {@code (1 + ln tf) ln(N / df)}) over Porter stems. The
 * document frequencies are those of 51,126 English news items and ship with the program: weights taken from the day's own
 * items would move the threshold with the size of the day.
 */
final class TermVectors {

    private static final int TITLE_COUNTS = 2;

    private final Map<String, Integer> frequencies = new HashMap<>();
    private final Map<String, String> spellings = new HashMap<>();
    private final Analyzer words = new StandardAnalyzer();
    private final Analyzer stems = new EnglishAnalyzer();
    private int documents = 1;

    TermVectors() {
        lines("/story/document-frequencies.tsv").forEach(line -> {
            String[] pair = line.split("\t");
            frequencies.put(pair[0], Integer.valueOf(pair[1]));
        });
        documents = Objects.requireNonNull(frequencies.remove("#docs"));
        lines("/story/spellings.txt").filter(line -> !line.startsWith("#")).forEach(line -> {
            String[] names = line.split(" ");
            Arrays.stream(names).forEach(name -> spellings.put(name, names[0]));
        });
    }

    /** @return weight by stem, of length 1; empty for a text without words */
    Map<String, Double> vector(Item item) {
        var counts = new HashMap<String, Integer>();
        count(item.title(), TITLE_COUNTS, counts);
        count(item.summary(), 1, counts);
        var vector = new HashMap<String, Double>();
        counts.forEach((stem, tf) -> vector.put(stem, (1 + Math.log(tf)) * idf(stem)));
        double length =
                Math.sqrt(vector.values().stream().mapToDouble(w -> w * w).sum());
        vector.replaceAll((stem, weight) -> weight / length);
        return vector;
    }

    static double cosine(Map<String, Double> a, Map<String, Double> b) {
        Map<String, Double> small = a.size() <= b.size() ? a : b;
        Map<String, Double> large = small == a ? b : a;
        double sum = 0;
        for (var entry : small.entrySet()) {
            sum += entry.getValue() * large.getOrDefault(entry.getKey(), 0.0);
        }
        return sum;
    }

    private double idf(String stem) {
        return Math.log((double) documents / frequencies.getOrDefault(stem, 1));
    }

    private void count(String text, int times, Map<String, Integer> counts) {
        String spelled = String.join(
                " ",
                tokens(words, fold(text)).stream()
                        .map(word -> spellings.getOrDefault(word, word))
                        .toList());
        tokens(stems, spelled).forEach(stem -> counts.merge(stem, times, Integer::sum));
    }

    private static String fold(String text) {
        String plain = text.replaceAll("['’ʼ]s\\b", "")
                .replaceAll("(?i)cease-fire", "ceasefire")
                .replaceAll("(?<=\\b\\p{Lu})\\.(?=\\p{Lu}\\b)", "");
        char[] in = plain.toCharArray();
        char[] out = new char[in.length * 4];
        return new String(out, 0, ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, in.length));
    }

    private static List<String> tokens(Analyzer analyzer, String text) {
        var tokens = new ArrayList<String>();
        try (TokenStream stream = analyzer.tokenStream("text", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(term.toString());
            }
            stream.end();
            return tokens;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(String resource) {
        var in = Objects.requireNonNull(TermVectors.class.getResourceAsStream(resource));
        try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.dailybriefing.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The words of a text without accents, endings (Porter 1980) and English stop words. */
final class Stems {

    private final Analyzer analyzer = new EnglishAnalyzer();

    /** In the order of the text; other languages keep their endings. */
    List<String> of(String text) {
        var stems = new ArrayList<String>();
        try (TokenStream stream = analyzer.tokenStream("text", fold(text))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                stems.add(term.toString());
            }
            stream.end();
            return stems;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code cease-fire} is one word, and {@code U.S.} is {@code US}. */
    private static String fold(String text) {
        String plain = text.replaceAll("['’ʼ]s\\b", "")
                .replaceAll("(?i)cease-fire", "ceasefire")
                .replaceAll("(?<=\\b\\p{Lu})\\.(?=\\p{Lu}\\b)", "");
        char[] in = plain.toCharArray();
        char[] out = new char[in.length * 4];
        return new String(out, 0, ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, in.length));
    }
}

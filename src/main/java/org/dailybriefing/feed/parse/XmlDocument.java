package org.dailybriefing.feed.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import okhttp3.HttpUrl;
import org.dailybriefing.feed.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * A feed as read from XML: strictly if it can be, with its characters mended if that is enough, else as a browser would.
 *
 * @param repaired whether it was broken
 * @param problems what was wrong with it, a sentence each
 */
record XmlDocument(FeedDraft feed, boolean repaired, List<String> problems) {

    static XmlDocument read(String document, @Nullable HttpUrl base) {
        String problem;
        try {
            return of(strictly(document, base), null);
        } catch (XMLStreamException e) {
            problem = sentence(e);
        } catch (NoFeedException e) {
            if (XmlText.beginsWithFeed(document)) {
                throw e;
            }
            problem = "The XML is broken at line 1, column 1: something stands before the feed.";
        }
        String mended = XmlText.mend(document);
        try {
            return of(strictly(mended, base), problem);
        } catch (XMLStreamException e) {
            var filter = new FeedFilter(base);
            BrokenXml.read(mended, filter);
            return of(filter.feed(), problem);
        }
    }

    private static FeedDraft strictly(String document, @Nullable HttpUrl base) throws XMLStreamException {
        var filter = new FeedFilter(base);
        StrictXml.read(document, filter);
        return filter.feed();
    }

    private static XmlDocument of(FeedDraft feed, @Nullable String problem) {
        if (feed.format.isEmpty()) {
            throw new NoFeedException("is neither XML nor JSON");
        }
        var problems = new ArrayList<String>();
        if (problem != null) {
            problems.add(problem);
        }
        List<String> unreadable = feed.entries.stream()
                .map(EntryDraft::unreadableDate)
                .filter(Objects::nonNull)
                .toList();
        if (!unreadable.isEmpty()) {
            problems.add("No date can be made of \"" + PlainText.clean(unreadable.get(0), 60) + "\""
                    + (unreadable.size() == 1 ? "." : ", and of " + (unreadable.size() - 1) + " others."));
        }
        return new XmlDocument(feed, problem != null, List.copyOf(problems));
    }

    /** Where it breaks, in the reader's words. */
    private static String sentence(XMLStreamException e) {
        String why = PlainText.clean(
                String.valueOf(e.getMessage()).lines().findFirst().orElse("").replaceAll("[.\\s]+$", ""), 160);
        var at = e.getLocation();
        return "The XML is broken"
                + (at == null ? "" : " at line " + at.getLineNumber() + ", column " + at.getColumnNumber()) + ": " + why
                + ".";
    }
}

package org.dailybriefing.render.proof;

import java.util.List;
import java.util.stream.Stream;
import org.dailybriefing.edition.Edition;
import org.dailybriefing.issue.Entry;
import org.dailybriefing.issue.Issue;
import org.dailybriefing.issue.RenderedIssue;

/** Reads an issue before it goes out, and says what readers would stumble over. Nothing is fetched or looked up. */
public final class ProofReader {

    private ProofReader() {}

    /**
     * @param entries at least one
     * @param opening the sentence that names the main stories
     * @param rendered with its personal parts still to be filled in
     * @return in the order of the mail, from its subject to what stands anywhere in it
     */
    public static List<Remark> read(
            Edition edition, Issue issue, List<Entry> entries, String opening, RenderedIssue rendered) {
        ProofCopy copy = ProofCopy.of(issue, rendered);
        var page = new HtmlPart(copy.html());
        return Stream.of(
                        InboxProof.read(rendered.subject(), rendered.preheader(), opening, copy.html()),
                        EntryProof.read(edition, entries),
                        SectionProof.read(edition, entries, page),
                        PictureProof.read(page),
                        LinkProof.read(page),
                        PartsProof.read(page, copy.text()),
                        WordProof.read(entries, rendered, page, copy.text()))
                .flatMap(remarks -> remarks)
                .toList();
    }
}

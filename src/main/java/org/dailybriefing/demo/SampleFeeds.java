package org.dailybriefing.demo;

import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dailybriefing.demo.Outlets.Outlet;
import org.dailybriefing.demo.Outlets.Picture;
import org.dailybriefing.demo.Outlets.Story;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Serves the sample outlets' feeds, fresh as of the start of the program. */
@RestController
@Profile("demo")
final class SampleFeeds {

    private static final Namespace MEDIA = Namespace.getNamespace("media", "http://search.yahoo.com/mrss/");

    private final Outlets outlets = Outlets.load();
    private final Set<String> readBefore = new HashSet<>();
    private final Instant now;

    SampleFeeds(InstantSource clock) {
        now = clock.instant();
    }

    List<Outlet> outlets() {
        return outlets.outlets();
    }

    @GetMapping(path = "/demo/feeds/{slug}.xml", produces = "application/xml;charset=UTF-8")
    String feed(@PathVariable String slug) throws FeedException {
        Outlet outlet = outlets().stream()
                .filter(o -> o.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean again = again(slug);
        SyndFeed feed = new SyndFeedImpl();
        feed.setFeedType(outlet.format().equals("atom") ? "atom_1.0" : "rss_2.0");
        feed.setTitle(outlet.name());
        feed.setDescription(outlet.name());
        feed.setLanguage(outlet.language());
        feed.setLink(outlet.url("/"));
        feed.setUri(outlet.url("/"));
        feed.setEntries(outlet.items().stream()
                .map(story -> entry(outlet, story, again))
                .toList());
        return new SyndFeedOutput().outputString(feed);
    }

    private synchronized boolean again(String slug) {
        return !readBefore.add(slug);
    }

    private SyndEntry entry(Outlet outlet, Story story, boolean again) {
        String link = outlet.url(story.path());
        SyndEntry entry = new SyndEntryImpl();
        entry.setTitleEx(html(again && story.edited() != null ? story.edited() : story.title()));
        entry.setDescription(html(story.summary()));
        entry.setLink(link);
        // news again on another day, when the demo is started once more
        entry.setUri(link + "#" + LocalDate.ofInstant(now, ZoneOffset.UTC));
        entry.setAuthor(story.author());
        entry.setPublishedDate(before(story.hours()));
        entry.setUpdatedDate(before(story.updated() == null ? story.hours() : story.updated()));
        if (story.picture() != null) {
            entry.setForeignMarkup(List.of(picture(outlet, story.picture())));
        }
        return entry;
    }

    /** As in Media RSS. */
    private static Element picture(Outlet outlet, Picture picture) {
        return new Element("content", MEDIA)
                .setAttribute("url", outlet.url(picture.path()))
                .setAttribute("medium", "image")
                .addContent(new Element("description", MEDIA).setText(picture.caption()))
                .addContent(new Element("credit", MEDIA).setText(picture.credit()));
    }

    private static SyndContentImpl html(String value) {
        var content = new SyndContentImpl();
        content.setType("html");
        content.setValue(value);
        return content;
    }

    private Date before(double hours) {
        return Date.from(now.minus(Duration.ofSeconds((long) (hours * 3600))));
    }
}

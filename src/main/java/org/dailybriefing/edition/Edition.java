package org.dailybriefing.edition;

import static org.dailybriefing.base.Required.required;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A standing newsletter, as {@code edition.yml} defines it.
 *
 * @param slug name of its folder, which is also its name in addresses
 * @param folder where its definition and its mail templates are
 */
public record Edition(
        String slug,
        Path folder,
        String name,
        @DefaultValue List<Source> sources,
        Beat beat,
        @DefaultValue List<Topic> topics,
        Timetable timetable,
        Sender sender,
        Wording wording) {

    /** Stands in links and in headers as it is. */
    private static final String SLUG = "[A-Za-z0-9]+([_-][A-Za-z0-9]+)*";

    public Edition {
        if (!slug.matches(SLUG)) {
            throw new IllegalArgumentException("its folder is called \"" + slug
                    + "\"; name it with letters from a to z, digits and hyphens only, such as peace-talks");
        }
        required("name", name);
        required("sources", sources);
        required("beat", beat);
        required("topics", topics);
        required("timetable", timetable);
        required("sender", sender);
        required("wording", wording);
        var urls = new HashSet<>();
        for (Source source : sources) {
            if (!urls.add(source.url())) {
                throw new IllegalArgumentException("sources has " + source.url() + " twice");
            }
        }
        var slugs = new HashSet<>();
        for (Topic topic : topics) {
            if (!slugs.add(topic.slug())) {
                throw new IllegalArgumentException("topics has the slug " + topic.slug() + " twice");
            }
        }
    }

    /** The last one stands in for a topic that the definition has no more. */
    public Topic topic(String slug) {
        return topics.stream()
                .filter(topic -> topic.slug().equals(slug))
                .findFirst()
                .orElseGet(() -> topics.get(topics.size() - 1));
    }

    /** By its name, or by the site that its feed is from: {@code bbc.com}. */
    public Optional<Source> sourceCalled(String nameOrSite) {
        return sources.stream().filter(source -> source.isCalled(nameOrSite)).findFirst();
    }

    public Optional<Source> source(String feedUrl) {
        return sources.stream().filter(s -> s.url().toString().equals(feedUrl)).findFirst();
    }
}

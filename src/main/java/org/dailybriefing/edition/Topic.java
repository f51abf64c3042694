package org.dailybriefing.edition;

import static org.dailybriefing.base.Required.required;

import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A heading of the mail and the words that lead to it.
 *
 * @param strong terms that count three times
 * @param terms terms that count once
 */
public record Topic(
        String slug,
        String name,
        @DefaultValue List<String> strong,
        @DefaultValue List<String> terms) {

    public Topic {
        required("slug", slug);
        required("name", name);
    }
}

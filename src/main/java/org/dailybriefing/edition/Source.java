package org.dailybriefing.edition;

import static org.dailybriefing.base.Required.required;

import java.net.URI;

/**
 * One outlet's feed.
 *
 * @param country ISO 3166 code of the country it is published from, or UN
 */
public record Source(String name, URI url, String country, Ownership ownership) {

    public enum Ownership {
        STATE,
        PUBLIC,
        PRIVATE
    }

    public Source {
        required("name", name);
        required("url", url);
        required("country", country);
        required("ownership", ownership);
        if (!url.isAbsolute() || url.getHost() == null || !url.getScheme().matches("https?")) {
            throw new IllegalArgumentException("url is \"" + url + "\", but must begin with http:// or https://");
        }
        if (!country.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("country is \"" + country + "\", but must be two capitals such as UA");
        }
    }
}

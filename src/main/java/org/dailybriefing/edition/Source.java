package org.dailybriefing.edition;

import static org.dailybriefing.base.Required.required;

import java.net.URI;

/**
 * One outlet's feed.
 *
 * @param country ISO 3166 code of the country it is published from, UN, or ZZ while nobody has filled it in
 */
public record Source(String name, URI url, String country, Ownership ownership) {

    /** Who the outlet belongs to; public means publicly funded, and run at arm's length from the government. */
    public enum Ownership {
        STATE,
        PUBLIC,
        PRIVATE,
        /** Nobody has filled it in yet: neither called state media nor relied on as independent. */
        UNKNOWN;

        /** Whether the outlet is known not to be a state's. */
        public boolean isIndependent() {
            return this == PUBLIC || this == PRIVATE;
        }
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

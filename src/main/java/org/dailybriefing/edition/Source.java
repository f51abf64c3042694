package org.dailybriefing.edition;

import static org.dailybriefing.base.Required.required;

import java.net.URI;
import java.util.Locale;

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

    /** Whether this is its name or the site that its feed is from, be it by way of a search for that site. */
    boolean isCalled(String nameOrSite) {
        String site = nameOrSite.toLowerCase(Locale.ROOT);
        String host = url.getHost().toLowerCase(Locale.ROOT);
        return name.equalsIgnoreCase(nameOrSite)
                || site.contains(".")
                        && (host.equals(site)
                                || host.endsWith("." + site)
                                || url.toString().contains("site:" + site + "+"));
    }
}

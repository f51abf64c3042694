package org.dailybriefing.edition;

import static org.dailybriefing.base.Required.required;

/**
 * The words of the page on which a reader sets his preferences, beside those of the link to it.
 *
 * @param sentTo stands before the reader's address
 * @param name label of the field for the name that he is greeted by
 * @param zone label of the choice of his time zone
 * @param asEdition the choice that leaves the zone to the edition; {@code {0}} is that zone
 * @param saved says that what he chose is kept
 */
public record PreferenceWords(String sentTo, String name, String zone, String asEdition, String save, String saved) {

    public PreferenceWords {
        required("sent-to", sentTo);
        required("name", name);
        required("zone", zone);
        required("as-edition", asEdition);
        required("save", save);
        required("saved", saved);
    }
}

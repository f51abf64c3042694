package org.dailybriefing.edition;

import static org.dailybriefing.base.Required.required;

/**
 * Who the mail is from.
 *
 * @param address From, and the domain of Message-ID and List-Id
 * @param replyTo where answers go
 * @param corrections where readers report mistakes
 * @param postalAddress printed at the foot of each mail, as the law asks in many countries
 */
public record Sender(String name, String address, String replyTo, String corrections, String postalAddress) {

    /** Stands in headers and in links as it is. */
    private static final String ADDRESS = "[A-Za-z0-9_+-]+(\\.[A-Za-z0-9_+-]+)*@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+";

    public Sender {
        required("name", name);
        address("address", address);
        address("reply-to", replyTo);
        address("corrections", corrections);
        required("postal-address", postalAddress);
    }

    public String domain() {
        return address.substring(address.indexOf('@') + 1);
    }

    private static void address(String key, String value) {
        required(key, value);
        if (!value.matches(ADDRESS)) {
            throw new IllegalArgumentException(key + " is \"" + value
                    + "\", which is not a mail address of plain letters, digits, dots and _ + -");
        }
    }
}

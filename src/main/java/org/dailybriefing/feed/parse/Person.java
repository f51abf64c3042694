package org.dailybriefing.feed.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Authors as feeds name them: {@code mail (name)} in RSS, {@code name <mail>}, or just a name. */
final class Person {

    private static final int LONGEST = 300;
    private static final String MAIL = "[^\\s()<>\"]+@[^\\s()<>\"]+";
    private static final Pattern WITH_MAIL = Pattern.compile("\\s*(?:(?:mailto:)?" + MAIL
            + "\\s*\\((?<after>[^()]+)\\)|\"?(?<before>[^<>(\"]+?)\"?\\s*[<(](?:mailto:)?" + MAIL + "[>)])\\s*");

    private Person() {}

    /** The name, without an address beside it. */
    static String name(String given) {
        if (given.indexOf('@') < 0 || given.length() > LONGEST) {
            return given;
        }
        Matcher person = WITH_MAIL.matcher(given);
        if (!person.matches()) {
            return given;
        }
        return person.group("after") == null ? person.group("before") : person.group("after");
    }
}

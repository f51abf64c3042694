package org.dailybriefing.feed.parse;

/** Authors as feeds name them: {@code mail (name)} in RSS, {@code name <mail>}, or just a name. */
final class Person {

    /** Longer ones are no names. */
    private static final int LONGEST = 300;

    private Person() {}

    /** The name, without an address beside it. */
    static String name(String given) {
        String person = given.strip();
        if (person.indexOf('@') < 0 || person.length() > LONGEST) {
            return given;
        }
        int last = person.length() - 1;
        int bracket = person.indexOf('(');
        if (bracket > 0 && person.charAt(last) == ')' && isMail(person.substring(0, bracket))) {
            return person.substring(bracket + 1, last);
        }
        int mail = Math.max(person.lastIndexOf('('), person.lastIndexOf('<'));
        boolean closed = person.charAt(last) == ')' || person.charAt(last) == '>';
        return mail > 0 && closed && isMail(person.substring(mail + 1, last))
                ? person.substring(0, mail).replace("\"", "")
                : given;
    }

    private static boolean isMail(String text) {
        String mail = text.strip();
        return mail.indexOf('@') > 0 && mail.chars().noneMatch(c -> c <= ' ' || c == '<' || c == '(');
    }
}

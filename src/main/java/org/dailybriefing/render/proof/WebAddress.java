package org.dailybriefing.render.proof;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of an address that tell where it leads. Any text has them.
 *
 * @param scheme in small letters, or empty
 * @param host in small letters, without port; the domain of a mail address; or empty
 */
record WebAddress(String scheme, String host) {

    private static final Pattern WEB =
            Pattern.compile("([a-z][a-z0-9+.-]*)://(?:[^/?#@]*@)?(\\[[^]]*]|[^/?#:]*).*", Pattern.DOTALL);
    private static final Pattern MAIL = Pattern.compile("(mailto):[^@?]+@([^?,]*).*", Pattern.DOTALL);
    private static final Pattern OTHER = Pattern.compile("([a-z][a-z0-9+.-]*):.*", Pattern.DOTALL);

    static WebAddress of(String text) {
        String address = text.toLowerCase(Locale.ROOT);
        for (Pattern form : new Pattern[] {WEB, MAIL}) {
            Matcher matcher = form.matcher(address);
            if (matcher.matches()) {
                return new WebAddress(matcher.group(1), matcher.group(2).replaceFirst("\\.$", ""));
            }
        }
        Matcher other = OTHER.matcher(address);
        return new WebAddress(other.matches() ? other.group(1) : "", "");
    }

    boolean isOfTheWeb() {
        return scheme.equals("http") || scheme.equals("https");
    }
}

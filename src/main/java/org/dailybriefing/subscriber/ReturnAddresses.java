package org.dailybriefing.subscriber;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dailybriefing.base.Settings;
import org.springframework.stereotype.Component;

/**
 * The address that a mail is sent from on the envelope, of its own for each delivery (VERP): {@code bounce+12-6a0f…@domain}. A
 * report that comes to it is about that delivery, and is no forgery: only who had the mail knows the code, an HMAC-SHA256 of
 * the delivery's id cut to 80 bits. In hexadecimals, since servers may write addresses in capitals or small letters as they like.
 */
@Component
public class ReturnAddresses {

    private static final int MAC_BYTES = 10;

    /** Also within what forwarders make of it, such as {@code prvs=x=bounce+12-6a0f…@domain}. */
    private static final Pattern CODE =
            Pattern.compile("\\+([1-9][0-9]{0,17})-([0-9a-f]{" + 2 * MAC_BYTES + "})(?=[@=])");

    private final Seal seal;

    ReturnAddresses(Settings settings) {
        seal = new Seal(settings);
    }

    /** @param bounceAddress as {@code briefing.bounces.address} has it, checked there: at most 23 letters before the @ */
    public String of(long delivery, String bounceAddress) {
        int at = bounceAddress.lastIndexOf('@');
        return bounceAddress.substring(0, at) + "+" + delivery + "-" + mac(delivery) + bounceAddress.substring(at);
    }

    /** @return the delivery, or nothing for an address that this house didn't make */
    public OptionalLong verify(String address) {
        Matcher code = CODE.matcher(address.toLowerCase(Locale.ROOT));
        if (!code.find()) {
            return OptionalLong.empty();
        }
        long delivery = Long.parseLong(code.group(1));
        boolean ours = MessageDigest.isEqual(
                mac(delivery).getBytes(StandardCharsets.US_ASCII), code.group(2).getBytes(StandardCharsets.US_ASCII));
        return ours ? OptionalLong.of(delivery) : OptionalLong.empty();
    }

    private String mac(long delivery) {
        return HexFormat.of().formatHex(seal.of("return:" + delivery), 0, MAC_BYTES);
    }
}

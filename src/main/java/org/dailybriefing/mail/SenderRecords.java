package org.dailybriefing.mail;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Name;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** What the DNS says about the domains that mail is sent from: SPF (RFC 7208), DMARC (RFC 7489) and DKIM (RFC 6376). */
@Component
public class SenderRecords {

    /** With one server, and with all of them. The first question that gets no answer is the last that is asked. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration PATIENCE_IN_ALL = Duration.ofSeconds(4);

    private static final Pattern SPF = Pattern.compile("(?is)v=spf1( .*)?");
    private static final Pattern DMARC =
            Pattern.compile("(?is)v\\s*=\\s*DMARC1\\s*;(.*;)?\\s*p\\s*=\\s*(none|quarantine|reject)\\s*(;.*)?");

    private final MailRoom mailRoom;
    private final Supplier<List<InetSocketAddress>> servers;

    @Autowired
    SenderRecords(MailRoom mailRoom) {
        this(mailRoom, () -> ResolverConfig.getCurrentConfig().servers());
    }

    SenderRecords(MailRoom mailRoom, Supplier<List<InetSocketAddress>> servers) {
        this.mailRoom = mailRoom;
        this.servers = servers;
    }

    /**
     * @param problems sentences on keys that receivers would not find, so that each signature fails
     * @param warnings sentences on what many receivers want, or that the DNS could not be asked
     */
    public record Findings(List<String> problems, List<String> warnings) {}

    /**
     * Takes some seconds at most when the DNS cannot be reached.
     *
     * @param domains of the senders that readers see
     * @param returnDomains where mails go back to, which are those that SPF is about (RFC 7208, 2.4)
     */
    public Findings check(Collection<String> domains, Collection<String> returnDomains) {
        var problems = new ArrayList<String>();
        var warnings = new ArrayList<String>();
        Resolver resolver = resolver();
        try {
            for (String domain : returnDomains) {
                spf(domain, resolver, warnings);
            }
            for (String domain : domains) {
                dmarc(domain, resolver, warnings);
                dkim(domain, resolver, problems);
            }
        } catch (Unanswered e) {
            warnings.add(
                    e.getMessage() + " does not answer, so the sender's records (SPF, DMARC, DKIM) were not checked.");
        }
        return new Findings(problems, warnings);
    }

    private Resolver resolver() {
        var each = new ArrayList<Resolver>();
        for (InetSocketAddress server : servers.get()) {
            var resolver = new SimpleResolver(server);
            resolver.setTimeout(PATIENCE);
            each.add(resolver);
        }
        var all = new ExtendedResolver(each);
        all.setTimeout(PATIENCE_IN_ALL);
        return all;
    }

    private static void spf(String domain, Resolver resolver, List<String> warnings) throws Unanswered {
        long records = texts(domain, resolver)
                .filter(text -> SPF.matcher(text).matches())
                .count();
        if (records == 0) {
            warnings.add(
                    domain + " has no SPF record; publish there the TXT record that the provider of your mail server"
                            + " names, such as \"v=spf1 include:PROVIDER ~all\".");
        } else if (records > 1) {
            warnings.add(domain + " has " + records + " SPF records, of which receivers then heed none; leave one.");
        }
    }

    /** Without a record of its own a domain has that of a domain above it. */
    private static void dmarc(String domain, Resolver resolver, List<String> warnings) throws Unanswered {
        for (String at = domain; at.contains("."); at = at.substring(at.indexOf('.') + 1)) {
            if (texts("_dmarc." + at, resolver)
                    .anyMatch(text -> DMARC.matcher(text).matches())) {
                return;
            }
        }
        warnings.add(domain + " has no valid DMARC record; publish at _dmarc." + domain
                + " the TXT record \"v=DMARC1; p=none\", or a stricter one.");
    }

    private void dkim(String domain, Resolver resolver, List<String> problems) throws Unanswered {
        DkimSigner signer = mailRoom.signer();
        if (signer == null) {
            return;
        }
        List<String> records = texts(signer.place(domain), resolver).toList();
        if (records.stream().noneMatch(signer.key()::isPublishedBy)) {
            problems.add(signer.place(domain)
                    + (records.isEmpty()
                            ? " has no DKIM record"
                            : " does not hold the public half of briefing.dkim.key")
                    + "; publish there the TXT record \"" + signer.key().record() + "\".");
        }
    }

    private static Stream<String> texts(String name, Resolver resolver) throws Unanswered {
        Lookup lookup;
        try {
            lookup = new Lookup(Name.fromString(name, Name.root), Type.TXT);
        } catch (TextParseException e) {
            // too long to be a name, so nothing can stand there
            return Stream.empty();
        }
        lookup.setResolver(resolver);
        // what was wrong a minute ago may be mended
        lookup.setCache(null);
        lookup.run();
        return switch (lookup.getResult()) {
            case Lookup.SUCCESSFUL ->
                Stream.of(Objects.requireNonNull(lookup.getAnswers()))
                        // a long record comes in pieces
                        .map(record -> String.join("", ((TXTRecord) record).getStrings()));
            case Lookup.HOST_NOT_FOUND, Lookup.TYPE_NOT_FOUND -> Stream.empty();
            default -> throw new Unanswered(name);
        };
    }

    private static final class Unanswered extends Exception {

        private static final long serialVersionUID = 1;

        Unanswered(String name) {
            super("Asked for " + name + ", the DNS");
        }
    }
}

package org.dailybriefing.cli;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.subscriber.MailAddress;
import org.dailybriefing.subscriber.SuppressionStore;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "suppress",
        description = "Never mail these addresses again, whoever lists them; show or lift what is suppressed.",
        footer = {
            "",
            "An address that is lifted gets mail again if subscribers.yml lists it; its bounces count no more."
        })
final class SuppressVerb extends Verb {

    @Parameters(paramLabel = "ADDRESS", arity = "0..*", description = "Addresses to suppress.")
    private List<String> addresses = new ArrayList<>();

    @Option(names = "--lift", paramLabel = "ADDRESS", description = "Take the suppression of an address back.")
    private List<String> lifted = new ArrayList<>();

    @Option(names = "--list", description = "Show all, with reason and time.")
    private boolean list;

    @Mixin
    private JsonOption json = new JsonOption();

    @Override
    int run(ApplicationContext program) {
        if (addresses.isEmpty() && lifted.isEmpty() && !list && !json.wanted()) {
            throw new Refusal("Nothing to do; give addresses to suppress, --lift ADDRESS or --list.");
        }
        List<String> wanted = addresses.stream().map(SuppressVerb::address).toList();
        List<String> unwanted = lifted.stream().map(SuppressVerb::address).toList();
        var store = program.getBean(SuppressionStore.class);
        Instant now = program.getBean(InstantSource.class).instant();
        long fresh = wanted.stream()
                .filter(address -> store.suppress(address, "operator", now))
                .count();
        List<String> unknown =
                unwanted.stream().filter(address -> !store.lift(address, now)).toList();
        unknown.forEach(address -> warn(address + " is not suppressed."));
        if (list || json.wanted()) {
            show(store);
        } else {
            print(
                    "%s suppressed, %d before; %d lifted.",
                    counted(fresh, "address"), wanted.size() - fresh, unwanted.size() - unknown.size());
        }
        return unknown.isEmpty()
                ? 0
                : wanted.isEmpty() && unknown.size() == unwanted.size()
                        ? CommandLineDoor.REFUSED
                        : CommandLineDoor.PARTLY;
    }

    private void show(SuppressionStore store) {
        if (json.wanted()) {
            print(JsonOption.text(store.all()));
        } else {
            store.all().forEach(one -> print("%s  %s  %s", one.since(), one.email(), one.reason()));
        }
    }

    private static String address(String given) {
        try {
            return MailAddress.of(given);
        } catch (IllegalArgumentException e) {
            throw new Refusal(e.getMessage() + "; nothing was changed.", e);
        }
    }
}

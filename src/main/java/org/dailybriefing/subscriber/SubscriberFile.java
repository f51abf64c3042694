package org.dailybriefing.subscriber;

import static org.dailybriefing.base.Required.required;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.dailybriefing.base.Refusal;
import org.dailybriefing.base.Settings;
import org.dailybriefing.base.StrictYaml;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** {@code subscribers.yml}, the list that the operator keeps by hand. Who is listed there has given his consent. */
@Component
final class SubscriberFile {

    private final Settings settings;

    SubscriberFile(Settings settings) {
        this.settings = settings;
    }

    /** @param topics slugs; empty = all */
    record Listed(
            String email,
            @Nullable String name,
            @DefaultValue List<String> topics,
            @Nullable ZoneId zone,
            @Nullable LocalTime sendAt,
            @Nullable Locale language) {

        Listed {
            required("email", email);
            email = MailAddress.of(email);
            name = name == null ? null : Preferences.visible(name);
        }
    }

    record Content(@DefaultValue List<Listed> subscribers) {}

    /**
     * @return each address once
     * @throws Refusal if the file is missing or does not fit, with its line
     */
    List<Listed> read() {
        var byEmail = new TreeMap<String, Listed>();
        StrictYaml.read(settings.subscribers(), Content.class, Map.of())
                .subscribers()
                .forEach(listed -> byEmail.putIfAbsent(listed.email(), listed));
        return new ArrayList<>(byEmail.values());
    }

    @Override
    public String toString() {
        return settings.subscribers().toString();
    }
}

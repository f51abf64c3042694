package org.dailybriefing;

import java.util.Map;
import org.dailybriefing.base.Settings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as an operator leaves them, but for a few. */
public final class Desks {

    private Desks() {}

    /** @param changed by their names behind {@code briefing.} */
    public static Settings settings(Map<String, ?> changed) {
        var source = new MapConfigurationPropertySource();
        changed.forEach((name, value) -> source.put("briefing." + name, value));
        return new Binder(source).bindOrCreate("briefing", Settings.class);
    }
}

package org.dailybriefing.subscriber;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The time zones that readers may choose from, and zones as texts from outside. */
public final class Zones {

    private static final SortedMap<String, List<String>> REGIONS = text().lines()
            .filter(ZoneId.getAvailableZoneIds()::contains)
            .collect(Collectors.groupingBy(Zones::region, TreeMap::new, Collectors.toUnmodifiableList()));

    private Zones() {}

    /** Ids such as {@code America/Argentina/Salta} by what stands before their first slash, both in the order of letters. */
    public static SortedMap<String, List<String>> regions() {
        return Collections.unmodifiableSortedMap(REGIONS);
    }

    private static String region(String id) {
        return id.substring(0, id.indexOf('/'));
    }

    public static boolean isOffered(String id) {
        return REGIONS.values().stream().anyMatch(ids -> ids.contains(id));
    }

    /** @return nothing for an unknown one too: what one Java knew, another may not know any more */
    public static @Nullable ZoneId known(@Nullable String id) {
        try {
            return id == null ? null : ZoneId.of(id);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String text() {
        try (InputStream in = Zones.class.getResourceAsStream("/subscriber/zones.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

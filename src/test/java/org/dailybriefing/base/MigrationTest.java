package org.dailybriefing.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.dailybriefing.House;
import org.dailybriefing.Stores;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A store that an older version has written is brought up to date with all that is in it, on both databases. */
class MigrationTest {

    private static final String[] OLD = {
        "insert into feed (url) values ('https://a.example/feed')",
        """
        insert into item (feed_id, guid, link, title, summary, published, first_seen)
        values (1, 'g', 'https://a.example/1', 'Envoys meet again', 'They met.', '2026-03-10T07:00:00.000Z',
                '2026-03-10T07:10:00.000Z')""",
        "insert into item_title (item_id, title, until) values (1, 'Envoys meet', '2026-03-10T08:00:00.000Z')",
        "insert into story (edition, first_seen) values ('ukraine-talks', '2026-03-10T07:10:00.000Z')",
        """
        insert into issue (edition, date, status, compiled)
        values ('ukraine-talks', '2026-03-10', 'draft', '2026-03-10T09:00:00.000Z')""",
        "insert into fate (issue_id, item_id, kind, story_id, verdict, reason) values (1, 1, 'leads', 1, 'on', 'talks')"
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void headlines_and_stories_of_before_corrections_were_kept(Stores store) {
        String[] settings = store.fresh();
        write(store, settings);

        try (House house = House.open(folder, settings)) {
            JdbcClient db = house.get(JdbcClient.class);
            assertThat(db.sql("select title, summary, link, until from item_version")
                            .query()
                            .singleRow())
                    .isEqualTo(Map.of(
                            "title", "Envoys meet",
                            "summary", "They met.",
                            "link", "https://a.example/1",
                            "until", "2026-03-10T08:00:00.000Z"));
            assertThat(db.sql("select cluster_id from fate").query(Long.class).single())
                    .isEqualTo(1);
            assertThat(db.sql("select count(*) from issue where window_from is null and comparison is null")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    /** What version 4 of the store kept. */
    private void write(Stores store, String[] settings) {
        folder.resolve("data").toFile().mkdirs();
        var source = store == Stores.SQLITE
                ? new DriverManagerDataSource("jdbc:sqlite:" + folder.resolve("data/briefing.db"))
                : new DriverManagerDataSource(value(settings[0]), value(settings[1]), value(settings[2]));
        Dialect dialect = Dialect.of(String.valueOf(source.getUrl()));
        Flyway.configure()
                .dataSource(source)
                .target("4")
                .placeholders(Map.of("identity", dialect.identity()))
                .load()
                .migrate();
        JdbcClient db = JdbcClient.create(source);
        for (String statement : OLD) {
            db.sql(statement).update();
        }
    }

    private static String value(String setting) {
        return setting.substring(setting.indexOf('=') + 1);
    }
}

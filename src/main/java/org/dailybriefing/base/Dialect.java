package org.dailybriefing.base;

/** What differs between the two databases; everything else is one set of statements. */
public enum Dialect {
    SQLITE("integer primary key autoincrement", "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"),
    POSTGRESQL(
            "bigint generated always as identity primary key",
            "to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')");

    private final String identity;
    private final String now;

    Dialect(String identity, String now) {
        this.identity = identity;
        this.now = now;
    }

    /** @throws Refusal for a database of another kind */
    static Dialect of(String url) {
        if (url.startsWith("jdbc:sqlite:")) {
            return SQLITE;
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        throw new Refusal("spring.datasource.url is \"" + url.replaceAll("\\?.*", "")
                + "\", but must begin with jdbc:sqlite: or jdbc:postgresql:.");
    }

    /** Ends a query of rows that nobody else may be at until the transaction ends; SQLite has one writer at a time. */
    public String lock() {
        return this == SQLITE ? "" : "for update";
    }

    /** Ends a query of rows that others may be at, too; SQLite has one writer at a time. */
    public String skipLocked() {
        return this == SQLITE ? "" : "for update skip locked";
    }

    /** The time by the clock of the database, as {@link Timestamps} writes it. */
    public String now() {
        return now;
    }

    /** The column type of a row's number. */
    String identity() {
        return identity;
    }
}

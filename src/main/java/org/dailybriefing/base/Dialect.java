package org.dailybriefing.base;

/** What differs between the two databases; everything else is one set of statements. */
public enum Dialect {
    SQLITE("integer primary key autoincrement"),
    POSTGRESQL("bigint generated always as identity primary key");

    private final String identity;

    Dialect(String identity) {
        this.identity = identity;
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

    /** Ends a query of rows that others may be at, too; SQLite has one writer at a time. */
    public String skipLocked() {
        return this == SQLITE ? "" : "for update skip locked";
    }

    /** The column type of a row's number. */
    String identity() {
        return identity;
    }
}

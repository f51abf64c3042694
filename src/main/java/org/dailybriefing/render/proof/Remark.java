package org.dailybriefing.render.proof;

/**
 * What a proof-reader would mark in an issue before it goes out. It stops nothing.
 *
 * @param where for a program: a story by its number, a section, a host, an address or a part of the mail
 * @param sentence what is wrong and where, for a person
 */
public record Remark(Kind kind, String where, String sentence) {

    public enum Kind {
        SUBJECT,
        PREHEADER,
        OPENING,
        SIZE,
        HEADLINE,
        OUTLET,
        SECTION,
        PICTURE,
        DEAD_LINK,
        INSECURE_LINK,
        UNSUBSCRIBE,
        PARTS,
        PLACEHOLDER,
        TEMPLATE
    }
}

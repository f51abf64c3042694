package org.dailybriefing.base;

/**
 * What the program will not or cannot do, as one sentence for a person: what is wrong, where, and what to do about it.
 * It is shown without a stack trace.
 */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Refusal(String sentence) {
        super(sentence);
    }

    public Refusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

package org.dailybriefing.mail;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One letter, which somebody waits for. */
final class SingleLetter implements Outgoing {

    private @Nullable Letter letter;
    private @Nullable Receipt receipt;

    SingleLetter(Letter letter) {
        this.letter = letter;
    }

    Receipt receipt() {
        return Objects.requireNonNull(receipt);
    }

    @Override
    public @Nullable Letter take() {
        Letter taken = letter;
        letter = null;
        return taken;
    }

    @Override
    public @Nullable Letter poll() {
        return null;
    }

    @Override
    public boolean mayEnd(Letter sent) {
        return true;
    }

    @Override
    public void settle(Letter sent, Receipt told) {
        receipt = told;
    }
}

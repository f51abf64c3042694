package org.dailybriefing.mail;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;

/** Ed25519 over the SHA-256 of what is to be signed, as DKIM wants it (RFC 8463 3) and the JDK does not have it. Signs only. */
final class HashedEd25519 extends Signature {

    private final MessageDigest hash = MessageDigest.getInstance("SHA-256");
    private final Signature plain = Signature.getInstance("Ed25519");

    HashedEd25519() throws NoSuchAlgorithmException {
        super("SHA256withEd25519");
    }

    @Override
    protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
        hash.reset();
        plain.initSign(key);
    }

    @Override
    protected void engineUpdate(byte b) {
        hash.update(b);
    }

    @Override
    protected void engineUpdate(byte[] bytes, int from, int length) {
        hash.update(bytes, from, length);
    }

    @Override
    protected byte[] engineSign() throws SignatureException {
        plain.update(hash.digest());
        return plain.sign();
    }

    @Override
    protected void engineInitVerify(PublicKey key) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected boolean engineVerify(byte[] signature) {
        throw new UnsupportedOperationException();
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {
        throw new UnsupportedOperationException();
    }

    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
        throw new UnsupportedOperationException();
    }
}

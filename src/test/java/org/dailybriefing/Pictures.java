package org.dailybriefing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Real pictures, and a real HTTPS server for them that a client of the tests trusts under every name of {@code outlet.example}. */
public final class Pictures {

    public static final String HOST = "outlet.example";

    private static final HeldCertificate AUTHORITY =
            new HeldCertificate.Builder().certificateAuthority(0).build();

    private Pictures() {}

    /** Answers at {@link #HOST} for who asks through {@link #trusting}. */
    public static FeedServer server() {
        var certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName(HOST)
                .signedBy(AUTHORITY)
                .build();
        return new FeedServer(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslContext());
    }

    /** The address of a path of the server. */
    public static String url(FeedServer server, String path) {
        return server.url(path).replace("127.0.0.1", HOST);
    }

    public static OkHttpClient.Builder trusting() {
        var trusted = new HandshakeCertificates.Builder()
                .addTrustedCertificate(AUTHORITY.certificate())
                .build();
        return new OkHttpClient.Builder()
                .dns(name -> List.of(InetAddress.getLoopbackAddress()))
                .sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager());
    }

    public static byte[] jpeg(int width, int height) {
        return drawn("jpeg", width, height);
    }

    public static byte[] png(int width, int height) {
        return drawn("png", width, height);
    }

    private static byte[] drawn(String format, int width, int height) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The pixel of 43 bytes by which the web counts its readers. */
    public static byte[] pixel() {
        return Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");
    }

    /** The head of a WebP of 1200 x 675 pixels. */
    public static byte[] webp() {
        return "RIFF\u0024\u0000\u0000\u0000WEBPVP8X\n\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u00af\u0004\u0000\u00a2\u0002\u0000"
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}

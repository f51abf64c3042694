package org.dailybriefing.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Lets in who sits at this machine: a loopback address, asked for by a loopback name (a stranger's name that resolves here
 * is DNS rebinding), and no proxy in between. Behind a proxy everybody has a loopback address, and not every proxy says
 * that it is one: so a house whose readers come to another address has no open desk at all.
 */
final class ThisMachineOnly implements AuthorizationManager<RequestAuthorizationContext> {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final List<String> PROXY_HEADERS =
            List.of("Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP");

    private final boolean houseIsLocal;

    ThisMachineOnly(URI baseUrl) {
        houseIsLocal = NAMES.contains(baseUrl.getHost());
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        boolean proxied = PROXY_HEADERS.stream().anyMatch(header -> request.getHeader(header) != null);
        return new AuthorizationDecision(houseIsLocal
                && !proxied
                && isLoopback(request.getRemoteAddr())
                && NAMES.contains(request.getServerName()));
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}

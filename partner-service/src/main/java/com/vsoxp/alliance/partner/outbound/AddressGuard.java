package com.vsoxp.alliance.partner.outbound;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Says which addresses may be asked. The client has every host resolved here, once per connection, and connects to
 * nothing but what comes back: a name cannot mean one address when it is looked at and another when it is used.
 */
final class AddressGuard implements DnsResolver {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(^|\\.)(\\d+|0[xX][0-9a-fA-F]*)\\.?$");
    private static final Pattern PLAIN_IPV4 = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");

    /** Where names are looked up. */
    interface Names {

        /** All addresses of a host, which may also be a literal address. */
        InetAddress[] addressesOf(String host) throws UnknownHostException;
    }

    private final Names names;
    private final Set<Integer> ports;
    private final Set<Network> allowed;

    AddressGuard(Names names, Set<Integer> ports, Set<Network> allowed) {
        this.names = names;
        this.ports = ports;
        this.allowed = allowed;
    }

    /** Refuses what can be told from the text of a URL alone. */
    static void vetForm(URI url) throws RefusedAddressException {
        if (url.getScheme() == null || !SCHEMES.contains(url.getScheme().toLowerCase(Locale.ROOT))) {
            throw new RefusedAddressException("The URL is neither http nor https.");
        }
        if (url.getHost() == null) {
            throw new RefusedAddressException("The URL names no host.");
        }
        if (url.getHost().contains("%")) {
            throw new RefusedAddressException("The URL names an interface of this machine.");
        }
        if (url.getRawUserInfo() != null) {
            throw new RefusedAddressException("The URL holds credentials.");
        }
    }

    /** Refuses a URL by its text, and by where it leads just now. */
    void vet(URI url) throws UnknownHostException {
        vetForm(url);
        resolve(url.getHost(), portOf(url));
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        return Arrays.stream(vetted(host, port))
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    /** Whoever does not say the port is let nowhere. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        throw new RefusedAddressException("The port is not known.");
    }

    /** No name is looked up for an address. */
    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private InetAddress[] vetted(String host, int port) throws UnknownHostException {
        InetAddress[] addresses = lookUp(host);
        for (InetAddress address : addresses) {
            // One bad address spoils the name: which of them is taken is not for its owner to play with.
            vet(address, port);
        }
        return addresses;
    }

    private InetAddress[] lookUp(String host) throws UnknownHostException {
        // 0177.0.0.1, 0x7f.1 or 2130706433: programs disagree on what these mean.
        if (ENDS_IN_NUMBER.matcher(host).find() && !PLAIN_IPV4.matcher(host).matches()) {
            throw new RefusedAddressException("The host is an address in a form that is not taken.");
        }
        return names.addressesOf(host);
    }

    private void vet(InetAddress address, int port) throws RefusedAddressException {
        if (allowed.stream().anyMatch(network -> network.contains(address))) {
            return;
        }
        if (!PublicAddresses.contain(address)) {
            throw new RefusedAddressException("The host is not on the public internet.");
        }
        if (!ports.contains(port)) {
            throw new RefusedAddressException("Port " + port + " is not one of those that are asked.");
        }
    }

    private static int portOf(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    }
}

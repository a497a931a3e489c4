package com.vsoxp.alliance.partner.partner.duplicate;

import com.google.common.net.InternetDomainName;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The domain that somebody has registered to put a website there: {@code northwind.co.uk} of
 * {@code https://shop.northwind.co.uk/}. Of hosts that rent out their subdomains it is the subdomain, so that two sites on
 * {@code github.io} have nothing in common. Which those are the public suffix list says (publicsuffix.org, as Guava has it).
 */
record WebDomain(String name) {

    /** The domain of a website; empty for hosts without one, such as an address. */
    static Optional<WebDomain> of(String website) {
        return Optional.ofNullable(website)
                .map(url -> URI.create(url).getHost())
                .map(host -> host.toLowerCase(Locale.ROOT))
                .filter(InternetDomainName::isValid)
                .map(InternetDomainName::from)
                .flatMap(WebDomain::registered)
                .map(WebDomain::new);
    }

    // A top-level domain that the list does not have is a public suffix by the list's own default rule.
    private static Optional<String> registered(InternetDomainName host) {
        List<String> labels = host.parts();
        if (host.isUnderPublicSuffix()) {
            return Optional.of(host.topPrivateDomain().toString());
        }
        return host.hasPublicSuffix() || labels.size() < 2
                ? Optional.empty()
                : Optional.of(String.join(".", labels.subList(labels.size() - 2, labels.size())));
    }

    /** The name as the column {@code host_backwards} has it. */
    String backwards() {
        return new StringBuilder(name).reverse().toString();
    }
}

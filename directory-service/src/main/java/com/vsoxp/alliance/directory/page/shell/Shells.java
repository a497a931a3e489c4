package com.vsoxp.alliance.directory.page.shell;

import com.vsoxp.alliance.directory.asset.Assets;
import com.vsoxp.alliance.directory.listing.ListingView;
import com.vsoxp.alliance.directory.page.partner.PartnerComposer;
import com.vsoxp.alliance.directory.page.wording.Wording;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** What stands around the content of the site's pages. */
@ApplicationScoped
public class Shells {

    private static final int LONGEST_DESCRIPTION = 160;

    @Inject
    PageConfig config;

    @Inject
    Assets assets;

    /** @param isOneOfMany whether it shows a part of the directory, as countless other addresses do */
    public Shell ofDirectory(UriInfo uriInfo, boolean isOneOfMany) {
        return shell(
                config.headline() + " · " + config.siteName(),
                config.introduction(),
                isOneOfMany ? null : absolute("/", uriInfo),
                !isOneOfMany,
                "website");
    }

    public Shell ofEmbedded() {
        return shell(config.headline() + " · " + config.siteName(), config.introduction(), null, false, "website");
    }

    public Shell ofPartner(ListingView listing, UriInfo uriInfo) {
        var name = Wording.plain(listing.name());
        return shell(
                name + " · " + config.siteName(),
                Optional.ofNullable(listing.description())
                        .map(text -> Wording.shortened(Wording.plain(text), LONGEST_DESCRIPTION))
                        .orElse(name + " is listed in the partner directory of " + config.siteName() + "."),
                absolute(PartnerComposer.href(listing.slug()), uriInfo),
                true,
                "profile");
    }

    public Shell ofProblem(String title) {
        return shell(title + " · " + config.siteName(), title, null, false, "website");
    }

    private Shell shell(String title, String description, String canonical, boolean forSearchEngines, String kind) {
        return new Shell(
                config.siteName(),
                title,
                description,
                canonical,
                forSearchEngines,
                kind,
                assets.stylesheet().href(),
                assets.icon().href());
    }

    private static String absolute(String href, UriInfo uriInfo) {
        return uriInfo.getBaseUri().resolve(href).toString();
    }
}

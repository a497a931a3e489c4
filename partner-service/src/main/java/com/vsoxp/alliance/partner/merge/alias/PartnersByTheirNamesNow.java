package com.vsoxp.alliance.partner.merge.alias;

import com.vsoxp.alliance.partner.partner.Partner;
import com.vsoxp.alliance.platform.security.PartnerNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Lets a token that names an absorbed partner speak for the survivor. */
@ApplicationScoped
public class PartnersByTheirNamesNow implements PartnerNames {

    @Override
    public UUID now(UUID partnerId) {
        return Partner.idNow(partnerId);
    }
}

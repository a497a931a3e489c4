package com.vsoxp.alliance.platform.security;

import java.util.UUID;

/** Says under which id a service keeps a partner now. A service whose records are merged has a bean of this type. */
public interface PartnerNames {

    /** The id now of the partner that was once known by this one; the same, if nothing happened to it. */
    UUID now(UUID partnerId);
}

package com.vsoxp.alliance.partner.webhook.dispatch;

import com.vsoxp.alliance.partner.webhook.signature.SigningSecret;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/**
 * What is to be sent to one webhook now.
 *
 * @param secrets all sign, the present one first
 * @param failing whether nothing has come through since something failed
 * @param more whether there may be more when this is done
 */
record Plan(UUID webhookId, URI url, List<SigningSecret> secrets, boolean failing, List<Due> due, boolean more) {}

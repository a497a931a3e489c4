package com.vsoxp.alliance.benefits.support;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.vsoxp.alliance.platform.usecase.UseCase;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Takes over whom partners authorize to speak for them, and from whom they withdraw it. */
@UseCase
public class AuthorizeContacts {

    /** What happened to a contact's authorization; of two, the one with the higher sequence holds. */
    public sealed interface Change {

        UUID contactId();

        UUID partnerId();

        long sequence();

        /** Whose contact it is about. */
        default AuthorizedContact.Key key() {
            return new AuthorizedContact.Key(partnerId(), contactId());
        }
    }

    /** The contact may speak for the partner in these matters. */
    public record Authorized(
            UUID contactId,
            UUID partnerId,
            long sequence,
            String emailDigest,
            List<String> scopes,
            LocalDate authorizedOn)
            implements Change {}

    /** The contact may no longer speak for the partner; the digest of the address is forgotten. */
    public record Withdrawn(UUID contactId, UUID partnerId, long sequence, LocalDate withdrawnOn) implements Change {}

    /** Takes the changes over; one that is older than what is known of its contact changes nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        var contacts = AuthorizedContact.ofKeys(
                        changes.stream().map(Change::key).collect(toSet()))
                .stream()
                .collect(toMap(contact -> contact.key, identity()));
        for (var change : changes) {
            var contact = contacts.computeIfAbsent(change.key(), _ -> appear(change));
            if (change.sequence() > contact.sequence) {
                apply(change, contact);
            }
        }
    }

    private static AuthorizedContact appear(Change change) {
        var contact = new AuthorizedContact();
        contact.key = change.key();
        contact.persist();
        return contact;
    }

    private static void apply(Change change, AuthorizedContact contact) {
        contact.sequence = change.sequence();
        switch (change) {
            case Authorized authorized -> {
                contact.emailDigest = authorized.emailDigest();
                contact.scopes = authorized.scopes();
                contact.authorizedOn = authorized.authorizedOn();
                contact.withdrawnOn = null;
            }
            case Withdrawn withdrawn -> {
                contact.emailDigest = null;
                contact.withdrawnOn = withdrawn.withdrawnOn();
            }
        }
    }
}

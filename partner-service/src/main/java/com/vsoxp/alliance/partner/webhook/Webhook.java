package com.vsoxp.alliance.partner.webhook;

import com.vsoxp.alliance.partner.feed.FeedFilter;
import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import com.vsoxp.alliance.platform.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An address to which events are sent. It belongs to the system that registered it. */
@Entity
@Table(name = "webhook")
public class Webhook extends PanacheEntityBase {

    @Id
    public UUID id;

    /** The system that registered it. */
    public String owner;

    public String url;

    /** All, if empty. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    public List<String> types;

    /** Null for events about everything. */
    public UUID partnerId;

    public String description;

    @Enumerated(EnumType.STRING)
    public WebhookStatus status;

    /** Null while it is active. */
    public String disabledReason;

    public Instant disabledAt;

    /** Sealed. */
    public byte[] secret;

    /** Sealed; null if the first one was never replaced. */
    public byte[] previousSecret;

    /** Until then the previous secret signs too. */
    public Instant previousSecretUntil;

    public Instant createdAt;

    @Version
    public long version;

    /** That webhook, or 404. */
    public static Webhook require(UUID id) {
        return Webhook.<Webhook>findByIdOptional(id).orElseThrow(() -> Problems.notFound("webhook", id));
    }

    /** That webhook, or 404; until the transaction ends nobody else may change it. */
    public static Webhook lock(UUID id) {
        return find(id).orElseThrow(() -> Problems.notFound("webhook", id));
    }

    /** That webhook, locked, if it is still there. */
    public static Optional<Webhook> find(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** One page of a system's webhooks, or of all if the owner is null, in the order they were registered. */
    static Page<Webhook> pageOf(String owner, PageRequest request) {
        return Page.byId(
                owner == null
                        ? Webhook.<Webhook>find("id > ?1 order by id", request.afterId())
                        : Webhook.<Webhook>find("owner = ?1 and id > ?2 order by id", owner, request.afterId()),
                request,
                webhook -> webhook.id);
    }

    /** Which events it is for. */
    public FeedFilter filter() {
        return new FeedFilter(Set.copyOf(types), partnerId);
    }

    WebhookRequest asRequest() {
        return new WebhookRequest(url, types, partnerId, description);
    }
}

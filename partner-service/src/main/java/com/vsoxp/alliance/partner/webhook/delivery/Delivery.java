package com.vsoxp.alliance.partner.webhook.delivery;

import com.vsoxp.alliance.platform.paging.Cursor;
import com.vsoxp.alliance.platform.paging.Page;
import com.vsoxp.alliance.platform.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One event on its way to one webhook, as the log shows it. */
@Entity
@Immutable
@Table(name = "webhook_delivery")
public class Delivery extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID webhookId;

    /** Of the event in the feed. */
    public long position;

    public UUID eventId;

    public String type;

    @Enumerated(EnumType.STRING)
    public DeliveryStatus status;

    public int attempts;

    /** Null unless it is pending. */
    public Instant nextAttemptAt;

    public Instant lastAttemptAt;

    /** The HTTP status of the last answer; null if there was none. */
    public Integer lastStatus;

    /** Why the last attempt failed; null if it did not. */
    public String lastError;

    /** Null while it is pending. */
    public Instant completedAt;

    /** One page of a webhook's log, the latest event first. */
    static Page<Delivery> pageOf(UUID webhookId, DeliveryStatus status, PageRequest request) {
        long before = request.cursor().map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE);
        List<Delivery> rows = (status == null
                        ? Delivery.<Delivery>find(
                                "webhookId = ?1 and position < ?2 order by position desc", webhookId, before)
                        : Delivery.<Delivery>find(
                                "webhookId = ?1 and status = ?2 and position < ?3 order by position desc",
                                webhookId,
                                status,
                                before))
                .range(0, request.rowsToRead() - 1)
                .list();
        return Page.of(rows, request, delivery -> Cursor.encode(delivery.position));
    }
}

package com.vsoxp.alliance.partner.sale.reversal;

import com.vsoxp.alliance.partner.sale.Sale;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.problem.Problems;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Licenses of a sale that came back. It counts where the sale counted. */
@Entity
@Table(name = "sale_reversal")
public class Reversal extends PanacheEntityBase {

    @Id
    public UUID id;

    public UUID saleId;

    public int licenses;

    public String reason;

    public Instant reversedAt;

    static Reversal of(Sale sale, int licenses, String reason, Instant now) {
        Reversal reversal = new Reversal();
        reversal.id = Ids.next();
        reversal.saleId = sale.id;
        reversal.licenses = licenses;
        reversal.reason = reason;
        reversal.reversedAt = now;
        return reversal;
    }

    static Reversal require(UUID saleId, UUID id) {
        return Reversal.<Reversal>find("saleId = ?1 and id = ?2", saleId, id)
                .firstResultOptional()
                .orElseThrow(() -> Problems.notFound("reversal", id));
    }
}

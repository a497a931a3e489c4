package com.vsoxp.alliance.clients;

import com.vsoxp.alliance.client.partner.model.Certification;
import com.vsoxp.alliance.client.partner.model.ConsultantRequest;
import com.vsoxp.alliance.client.partner.model.DealCustomer;
import com.vsoxp.alliance.client.partner.model.DealRequest;
import com.vsoxp.alliance.client.partner.model.DealStage;
import com.vsoxp.alliance.client.partner.model.FeePaymentRequest;
import com.vsoxp.alliance.client.partner.model.Money;
import com.vsoxp.alliance.client.partner.model.SaleRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** What the tour sends: unlike anything that another stop sends. */
final class Requests {

    static final LocalDate YESTERDAY = LocalDate.now(ZoneOffset.UTC).minusDays(1);

    private Requests() {}

    static FeePaymentRequest fee(String reference) {
        return new FeePaymentRequest()
                .money(dollars("500.00"))
                .paidOn(YESTERDAY)
                .reference(reference);
    }

    static ConsultantRequest consultant(String name) {
        return new ConsultantRequest()
                .name(name)
                .email(unique("person") + "@northwind.example")
                .certification(new Certification().course("VSO-XP Professional").certifiedOn(YESTERDAY));
    }

    static SaleRequest sale(UUID partner, int licenses) {
        return new SaleRequest()
                .partnerId(partner)
                .orderNumber(unique("SO"))
                .licenses(licenses)
                .product("VSO-XP")
                .listTotal(dollars("13986.00"))
                .netTotal(dollars("10489.50"))
                .soldOn(YESTERDAY);
    }

    static DealRequest deal(UUID partner) {
        return new DealRequest()
                .partnerId(partner)
                .customer(new DealCustomer().name(unique("Contoso")).country("DE"))
                .product("VSO-XP")
                .expectedLicenses(40)
                .expectedValue(dollars("39960.00"))
                .stage(DealStage.QUALIFIED)
                .expectedCloseOn(YESTERDAY.plusMonths(1));
    }

    private static Money dollars(String amount) {
        return new Money().amount(amount).currency("USD");
    }

    static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID();
    }
}

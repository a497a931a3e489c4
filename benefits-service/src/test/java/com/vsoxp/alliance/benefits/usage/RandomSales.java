package com.vsoxp.alliance.benefits.usage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.benefits.Sold;
import com.vsoxp.alliance.platform.id.Ids;
import com.vsoxp.alliance.platform.testing.Topics;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Sales, reversals whole and in part, and moves from one partner to another, at random; and what they come to, added up plainly
 * from what was told. The same seed gives the same history but for ids.
 */
final class RandomSales {

    private record Event(String type, UUID partner, ObjectNode body, UUID id) {}

    /** What is left of a sale; a net amount falls by what each reversal says. */
    private static final class Open {
        UUID id;
        UUID partner;
        LocalDate soldOn;
        int licenses;
        int left;
        long list;
        long net;
        long netLeft;
        final Map<UUID, Integer> reversals = new LinkedHashMap<>();
    }

    private static final LocalDate FIRST = LocalDate.parse("2025-11-01");
    private static final LocalDate ENROLLED = LocalDate.parse("2026-01-12");
    private static final int STEPS = 80;

    private final Random random;
    private final List<UUID> partners;
    private final Map<UUID, Long> sequences = new HashMap<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Open> sales = new ArrayList<>();

    RandomSales(long seed, List<UUID> partners) {
        this.random = new Random(seed);
        this.partners = partners;
        for (int i = 0; i < STEPS; i++) {
            int die = random.nextInt(10);
            if (die < 5 || sales.isEmpty()) {
                sell(partners.get(random.nextInt(partners.size())));
            } else if (die < 8) {
                reverse(any());
            } else {
                move(any());
            }
        }
    }

    /** Partner by partner: their streams are told in their order, and in none among each other. */
    void publish() {
        events.stream()
                .collect(Collectors.groupingBy(Event::partner))
                .values()
                .forEach(stream -> stream.forEach(RandomSales::publish));
    }

    /** Every third one once more. */
    void publishAgain() {
        for (int i = 0; i < events.size(); i += 3) {
            publish(events.get(i));
        }
    }

    /** Makes every partner sell once more, and tells of that. */
    void sellOneMoreToEach() {
        int told = events.size();
        partners.forEach(this::sell);
        events.subList(told, events.size()).forEach(RandomSales::publish);
    }

    /** By month and program: licenses, list, discount and net. */
    Map<String, String> sumsOf(UUID partner) {
        var sums = new TreeMap<String, long[]>();
        for (var sale : sales) {
            if (sale.partner.equals(partner) && sale.left > 0) {
                var list = sale.list * sale.left / sale.licenses;
                var sum = sums.computeIfAbsent(monthOf(sale), _ -> new long[3]);
                sum[0] += sale.left;
                sum[1] += list;
                sum[2] += sale.netLeft;
            }
        }
        var said = new TreeMap<String, String>();
        sums.forEach((month, sum) -> said.put(
                month, sum[0] + " " + dollars(sum[1]) + " " + dollars(sum[1] - sum[2]) + " " + dollars(sum[2])));
        return said;
    }

    private String monthOf(Open sale) {
        // The third was registered only.
        var enrolled = !sale.partner.equals(partners.get(2)) && !sale.soldOn.isBefore(ENROLLED);
        return sale.soldOn.toString().substring(0, 7) + " " + (enrolled ? "2.0" : null);
    }

    private void sell(UUID partner) {
        var sale = new Open();
        sale.id = Ids.next();
        sale.partner = partner;
        sale.soldOn = FIRST.plusDays(random.nextInt(180));
        sale.licenses = 1 + random.nextInt(20);
        sale.left = sale.licenses;
        sale.list = random.nextInt(2_000_000);
        sale.net = sale.list - random.nextLong(sale.list / 2 + 1);
        sale.netLeft = sale.net;
        sales.add(sale);
        tell(Sold.RECORDED, sale.partner, recorded(sale));
    }

    private void reverse(Open sale) {
        if (sale.left == 0) {
            return;
        }
        int back = random.nextBoolean() ? sale.left : 1 + random.nextInt(sale.left);
        var id = Ids.next();
        sale.reversals.put(id, back);
        long worth = worth(sale, sale.left, back);
        tell(Sold.REVERSED, sale.partner, reversal(sale, id, back, worth));
        sale.left -= back;
        sale.netLeft -= worth;
    }

    private void move(Open sale) {
        var from = sale.partner;
        var to = partners.get(random.nextInt(partners.size()));
        if (to.equals(from)) {
            return;
        }
        var gone = List.copyOf(sale.reversals.keySet());
        sale.partner = to;
        int left = sale.licenses;
        for (var reversal : sale.reversals.entrySet()) {
            long worth = worth(sale, left, reversal.getValue());
            tell(Sold.REVERSED, to, reversal(sale, reversal.getKey(), reversal.getValue(), worth));
            left -= reversal.getValue();
        }
        tell(Sold.RECORDED, to, recorded(sale));
        tell(Sold.MOVED, from, Sold.moved(from, 0, sale.id, to, sale.soldOn.toString(), gone));
    }

    /** As partner-service has it: in proportion, and all of it with the last license. */
    private static long worth(Open sale, int left, int back) {
        return sale.net * left / sale.licenses - sale.net * (left - back) / sale.licenses;
    }

    private ObjectNode recorded(Open sale) {
        return Sold.recorded(
                sale.partner,
                0,
                sale.id,
                sale.soldOn.toString(),
                sale.licenses,
                dollars(sale.list),
                dollars(sale.net),
                null);
    }

    private ObjectNode reversal(Open sale, UUID id, int licenses, long worth) {
        return Sold.reversal(sale.partner, 0, sale.id, id, sale.soldOn.toString(), licenses, dollars(worth));
    }

    private Open any() {
        return sales.get(random.nextInt(sales.size()));
    }

    private void tell(String type, UUID partner, ObjectNode body) {
        body.put("sequence", sequences.merge(partner, 1L, Long::sum));
        events.add(new Event(type, partner, body, Ids.next()));
    }

    private static void publish(Event event) {
        Topics.publish(Sold.SALES, event.type(), event.partner().toString(), event.body(), event.id());
    }

    private static String dollars(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}

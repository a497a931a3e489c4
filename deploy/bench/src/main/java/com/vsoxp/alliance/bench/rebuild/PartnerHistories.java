package com.vsoxp.alliance.bench.rebuild;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The histories of resellers, as the services tell them: registered, applied, admitted by eligibility, enrolled, and five sales.
 * All partners go through each step before any goes through the next, so that what belongs to one lies scattered over the topics.
 */
final class PartnerHistories implements AutoCloseable {

    /** Of each partner. */
    static final int EVENTS = 10;

    private static final int SALES = 5;
    private static final long HIGH_BITS = 0x019abf1000007000L;
    private static final long LOW_BITS = 0x8000000000000000L;

    private static final String REGISTERED = """
            {"partnerId":"%s","sequence":1,"partner":{"name":"Company %d","country":"DE","city":"Munich",\
            "businessTypes":["SYSTEMS_INTEGRATOR"],"services":["DELIVERY","SUPPORT"],"registeredAt":"%s"}}""";

    private static final String ENROLLMENT = """
            {"partnerId":"%s","sequence":%d,"enrollment":{"id":"%s","status":"%s","tier":%s,"appliedTier":"RESELLER",\
            "appliedOn":"%s","since":%s,"tierSince":%5$s,"termEndsOn":null,"endedOn":null,"programVersion":null,\
            "reason":null},"previous":null}""";

    private static final String QUALIFIED = """
            {"partnerId":"%s","sequence":1,"decisionId":"%s","enrollmentId":"%s","programVersion":"2.0","tier":"RESELLER",\
            "previousTier":null,"movement":"ADMISSION","outcome":"QUALIFIED","effectiveOn":"%s","requiresApproval":false}""";

    private static final String STANDING = """
            {"partnerId":"%s","sequence":2,"decisionId":"%s","enrollmentId":"%s","reason":"STANDING_MOVED","standing":\
            {"status":"GOOD","tier":"RESELLER","since":"%s","cureEndsOn":null,"unmet":[],"nextTransitionOn":null,\
            "lossForeseen":null}}""";

    private static final String SALE = """
            {"partnerId":"%s","sequence":%d,"sale":{"id":"%s","orderNumber":"SO-%d","product":"VSO-XP","licenses":%d,\
            "listTotal":{"amount":"%d.00","currency":"USD"},"netTotal":{"amount":"%d.00","currency":"USD"},\
            "soldOn":"%s","recordedAt":"%s","share":null}}""";

    private final KafkaProducer<String, byte[]> producer;
    private final SplittableRandom random = new SplittableRandom(42);
    private final int partners;
    private final Instant begin = Instant.now().minus(200, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

    PartnerHistories(String bootstrapServers, int partners) {
        this.partners = partners;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", "20", "batch.size", "262144"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** The id of partner number n, from 1 on. */
    static UUID id(int n) {
        return new UUID(HIGH_BITS, LOW_BITS | n);
    }

    /** Tells all of it, and returns when the broker has it. */
    void tell() {
        for (int n = 1; n <= partners; n++) {
            UUID partner = id(n);
            Instant at = joined(n);
            String day = day(at);
            tell(
                    "alliance.partners",
                    "alliance.partner.registered",
                    partner,
                    1,
                    at,
                    REGISTERED.formatted(partner, n, at));
            enrollment(partner, 2, "applied", "APPLIED", "null", day, "null", at.plusSeconds(60));
            tell(
                    "alliance.eligibility",
                    "alliance.tier.qualified",
                    partner,
                    1,
                    at.plusSeconds(61),
                    QUALIFIED.formatted(partner, randomId(at), enrollmentOf(partner), day));
            tell(
                    "alliance.eligibility",
                    "alliance.standing.changed",
                    partner,
                    2,
                    at.plusSeconds(61),
                    STANDING.formatted(partner, randomId(at), enrollmentOf(partner), day));
            enrollment(partner, 3, "changed", "ACTIVE", "\"RESELLER\"", day, '"' + day + '"', at.plusSeconds(62));
        }
        for (int sale = 1; sale <= SALES; sale++) {
            for (int n = 1; n <= partners; n++) {
                sale(n, sale);
            }
        }
        producer.flush();
    }

    private void enrollment(
            UUID partner, int sequence, String what, String status, String tier, String day, String since, Instant at) {
        tell(
                "alliance.partners",
                "alliance.enrollment." + what,
                partner,
                sequence,
                at,
                ENROLLMENT.formatted(partner, sequence, enrollmentOf(partner), status, tier, day, since));
    }

    private void sale(int n, int sequence) {
        Instant at = joined(n).plus(sequence * 7L, ChronoUnit.DAYS);
        int licenses = 1 + random.nextInt(3);
        UUID partner = id(n);
        tell(
                "alliance.sales",
                "alliance.sale.recorded",
                partner,
                sequence,
                at,
                SALE.formatted(
                        partner, sequence, randomId(at), n, licenses, licenses * 999, licenses * 749, day(at), at));
    }

    private void tell(String topic, String type, UUID partner, int sequence, Instant at, String body) {
        ProducerRecord<String, byte[]> event =
                new ProducerRecord<>(topic, partner.toString(), body.getBytes(StandardCharsets.UTF_8));
        header(event, "ce_specversion", "1.0");
        header(event, "ce_id", randomId(at).toString());
        header(event, "ce_type", type);
        header(event, "ce_source", topic.endsWith("eligibility") ? "eligibility-service" : "partner-service");
        header(event, "ce_time", at.toString());
        header(event, "ce_subject", partner.toString());
        header(event, "ce_dataschema", "https://alliance.vso-xp.example/events/" + type + ".json");
        header(event, "ce_sequence", Integer.toString(sequence));
        header(event, "content-type", "application/json");
        header(
                event,
                "traceparent",
                "00-%016x%016x-00f067aa0ba902b7-00".formatted(random.nextLong() | 1, random.nextLong()));
        producer.send(event);
    }

    /** Over a hundred days, in the order of the ids. */
    private Instant joined(int n) {
        return begin.plusSeconds(n * 8_640_000L / partners);
    }

    private static UUID enrollmentOf(UUID partner) {
        return new UUID(partner.getMostSignificantBits() + 1, partner.getLeastSignificantBits());
    }

    private static String day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    }

    /** Version 7, as the services make them: of one time and random. */
    private UUID randomId(Instant at) {
        long high = at.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
        return new UUID(high, random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L);
    }

    private static void header(ProducerRecord<String, byte[]> event, String name, String value) {
        event.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}

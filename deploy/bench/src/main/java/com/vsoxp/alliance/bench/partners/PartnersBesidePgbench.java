package com.vsoxp.alliance.bench.partners;

import com.vsoxp.alliance.bench.OwnAlliance;
import com.vsoxp.alliance.bench.load.Crowd;
import com.vsoxp.alliance.bench.meter.Cpu;
import com.vsoxp.alliance.bench.meter.Pgbench;
import com.vsoxp.alliance.local.AllianceService;
import com.vsoxp.alliance.local.LocalAlliance;
import com.vsoxp.alliance.local.key.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How much CPU a call to the partner service takes, in the service and in PostgreSQL together, with 10,000, 100,000 and
 * 1,000,000 partners; and beside it, turn by turn, what pgbench takes in PostgreSQL to read one of the same partners by primary
 * key. The other three services rest.
 *
 * <p>Arguments: the repository, how many rounds to measure.
 */
public final class PartnersBesidePgbench {

    private static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);
    private static final int CLIENTS = 2;
    private static final Duration WARM_UP = Duration.ofMillis(2_500);
    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Duration PGBENCH_TURN = Duration.ofSeconds(1);

    private static final String YARDSTICK = """
            \\set n random(1, %d)
            select id, profile, status, tier, registered_at, updated_at, version from partner
            where id = ('0198' || lpad(to_hex(:n::bigint), 8, '0') || '70008000000000000000')::uuid;
            """;

    private final LocalAlliance alliance;
    private final Pgbench pgbench;
    private final GrowthTable growth = new GrowthTable(SIZES);

    private PartnersBesidePgbench(LocalAlliance alliance, Path state) throws IOException, InterruptedException {
        this.alliance = alliance;
        this.pgbench = new Pgbench(alliance.infrastructure().postgres().port(), "partner", state);
    }

    public static void main(String[] args) throws Exception {
        OwnAlliance.use(Path.of(args[0]), settings -> settings.telling(System.out::println), (alliance, folder) -> {
            List.of(AllianceService.ELIGIBILITY, AllianceService.BENEFITS, AllianceService.DIRECTORY)
                    .forEach(alliance::stop);
            new PartnersBesidePgbench(alliance, folder).run(Integer.parseInt(args[1]));
            return null;
        });
    }

    private void run(int rounds) throws Exception {
        PartnerTable table = new PartnerTable(alliance.infrastructure().postgres());
        table.growTo(SIZES.getFirst());
        Calls calls = new Calls(
                alliance.url(AllianceService.PARTNER), alliance.tokens().token(Role.CRM), table.commonWords());
        try (Crowd crowd = new Crowd(alliance.url(AllianceService.PARTNER), CLIENTS)) {
            int before = 0;
            for (int size : SIZES) {
                table.growTo(size);
                List<Call> all = calls.to(before, size);
                for (Call call : all) {
                    crowd.call(before == 0 ? WARM_UP : TURN, call.request(), 200);
                }
                for (int round = 0; round < rounds; round++) {
                    measure(size, all, crowd);
                }
                before = size;
            }
        }
        growth.print();
    }

    private void measure(int size, List<Call> calls, Crowd crowd) throws Exception {
        Duration before = database();
        long read =
                pgbench.run(YARDSTICK.formatted(size), CLIENTS, PGBENCH_TURN).transactions();
        growth.addYardstick(size, database().minus(before), read);
        for (Call call : calls) {
            before = database().plus(service());
            long answered = crowd.call(TURN, call.request(), 200);
            growth.add(call.name(), size, database().plus(service()).minus(before), answered);
        }
    }

    private Duration service() {
        return Cpu.of(alliance.pid(AllianceService.PARTNER));
    }

    private Duration database() {
        return Cpu.of(alliance.infrastructure().postgres().pid());
    }

    // Gigabytes that nobody asks for again; after a failure they stay, for whoever asks why.
}

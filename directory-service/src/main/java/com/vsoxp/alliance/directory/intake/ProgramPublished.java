package com.vsoxp.alliance.directory.intake;

import com.vsoxp.alliance.directory.tier.ProgramTiers;
import com.vsoxp.alliance.directory.tier.Tier;
import com.vsoxp.alliance.platform.inbox.PoisonEventException;
import com.vsoxp.alliance.platform.inbox.ReceivedEvent;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** The payload of {@code alliance.program.published}, as far as this service reads it. */
record ProgramPublished(Program program) {

    record Program(String version, LocalDate effectiveFrom, String timeZone, List<Level> tiers) {}

    record Level(String code, String name, Integer rank, String description, List<String> succeeds) {

        Tier tier() {
            demand(code != null && name != null && rank != null, "a tier needs a code, a name and a rank");
            Keepable.demand(code, name, description);
            return new Tier(code, name, rank, description, succeeds == null ? List.of() : succeeds);
        }
    }

    /** @throws PoisonEventException if it is not a program that listings can be ordered by */
    ProgramTiers tiersSaidBy(ReceivedEvent event) {
        demand(
                program != null && program.version != null && program.effectiveFrom != null && program.timeZone != null,
                "a published program needs a version, a first day and a time zone");
        demand(program.tiers != null && !program.tiers.isEmpty(), "a published program needs tiers");
        Keepable.demand(program.version);
        List<Tier> tiers = program.tiers.stream().map(Level::tier).toList();
        demand(
                tiers.stream().map(Tier::code).distinct().count() == tiers.size(),
                "a published program has each tier once");
        return new ProgramTiers(program.version, program.effectiveFrom, zone(), event.time(), tiers);
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(program.timeZone);
        } catch (DateTimeException unknown) {
            throw new PoisonEventException("the program's time zone is unknown: " + program.timeZone, unknown);
        }
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new PoisonEventException(otherwise);
        }
    }
}

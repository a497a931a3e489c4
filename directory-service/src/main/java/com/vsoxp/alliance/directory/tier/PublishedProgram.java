package com.vsoxp.alliance.directory.tier;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A version of the program as far as tiers are concerned. The first one, 2.0, is there from the start. */
@Entity
@Table(name = "published_program")
public class PublishedProgram extends PanacheEntityBase {

    @Id
    public String version;

    public LocalDate effectiveFrom;

    public String timeZone;

    public Instant publishedAt;

    @ElementCollection
    @CollectionTable(name = "program_tier", joinColumns = @JoinColumn(name = "program_version"))
    public List<Row> tiers = new ArrayList<>();

    /** One of its tiers. */
    @Embeddable
    public record Row(String code, String name, int rank, String description, List<String> succeeds) {

        static Row of(Tier tier) {
            return new Row(tier.code(), tier.name(), tier.rank(), tier.description(), tier.succeeds());
        }

        Tier tier() {
            return new Tier(code, name, rank, description, succeeds);
        }
    }

    static PublishedProgram of(ProgramTiers program) {
        PublishedProgram row = new PublishedProgram();
        row.version = program.version();
        row.effectiveFrom = program.effectiveFrom();
        row.timeZone = program.timeZone().getId();
        row.publishedAt = program.publishedAt();
        program.tiers().stream().map(Row::of).forEach(row.tiers::add);
        return row;
    }

    static List<String> versions() {
        return find("select version from PublishedProgram")
                .project(String.class)
                .list();
    }

    static ProgramTiers tiersOf(String version) {
        PublishedProgram row = findById(version);
        return new ProgramTiers(
                row.version,
                row.effectiveFrom,
                ZoneId.of(row.timeZone),
                row.publishedAt,
                row.tiers.stream().map(Row::tier).toList());
    }
}

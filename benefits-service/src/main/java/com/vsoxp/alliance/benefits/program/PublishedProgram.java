package com.vsoxp.alliance.benefits.program;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A version of the program as far as benefits are concerned; once published it never changes. */
@Entity
@Table(name = "published_program")
public class PublishedProgram extends PanacheEntityBase {

    @Id
    public String version;

    public String timeZone;

    /** Its first day, in its time zone; null for one that was learnt before this was kept. */
    public LocalDate effectiveFrom;

    public Instant publishedAt;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "program_benefit", joinColumns = @JoinColumn(name = "program_version"))
    @OrderBy("position")
    public List<Cell> cells = new ArrayList<>();

    /** One cell of the benefit table. */
    @Embeddable
    public static class Cell {

        public short position;

        public String code;

        public String title;

        public String tier;

        @Column(name = "benefit_value")
        public BenefitValue value;
    }

    static PublishedProgram of(BenefitMatrix matrix, Instant publishedAt) {
        var program = new PublishedProgram();
        program.version = matrix.version();
        program.timeZone = matrix.timeZone().getId();
        program.effectiveFrom = matrix.effectiveFrom();
        program.publishedAt = publishedAt;
        short position = 0;
        for (var benefit : matrix.benefits()) {
            for (var value : benefit.values().entrySet()) {
                var cell = new Cell();
                cell.position = position;
                cell.code = benefit.code();
                cell.title = benefit.title();
                cell.tier = value.getKey();
                cell.value = value.getValue();
                program.cells.add(cell);
            }
            position++;
        }
        return program;
    }

    /** The tables of those versions that are known, by version. */
    public static Map<String, BenefitMatrix> matricesOf(Collection<String> versions) {
        if (versions.isEmpty()) {
            return Map.of();
        }
        return PublishedProgram.<PublishedProgram>list(
                        "select distinct p from PublishedProgram p left join fetch p.cells where p.version in ?1",
                        versions)
                .stream()
                .collect(toMap(program -> program.version, PublishedProgram::matrix));
    }

    /** What all versions say of their days, read as columns: they are few. */
    static List<ProgramDay.Version> versions() {
        return PublishedProgram.<PublishedProgram>streamAll()
                .map(program ->
                        new ProgramDay.Version(ZoneId.of(program.timeZone), program.effectiveFrom, program.publishedAt))
                .toList();
    }

    private BenefitMatrix matrix() {
        var benefits = new LinkedHashMap<String, BenefitMatrix.Benefit>();
        for (var cell : cells) {
            benefits.computeIfAbsent(
                            cell.code, code -> new BenefitMatrix.Benefit(code, cell.title, new LinkedHashMap<>()))
                    .values()
                    .put(cell.tier, cell.value);
        }
        return new BenefitMatrix(version, ZoneId.of(timeZone), effectiveFrom, List.copyOf(benefits.values()));
    }
}

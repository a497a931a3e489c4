package com.vsoxp.alliance.eligibility.document.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.vsoxp.alliance.eligibility.document.BundledProgram;
import com.vsoxp.alliance.eligibility.document.ExampleProgram;
import com.vsoxp.alliance.eligibility.document.ProgramArbitraries;
import com.vsoxp.alliance.eligibility.document.ProgramText;
import com.vsoxp.alliance.eligibility.program.Program;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ProgramDiffTest {

    private static final List<String> LISTS = List.of("tiers", "requirements", "benefits");

    @Property(tries = 200)
    void aVersionChangesNothingOfItself(@ForAll("programs") Program program) {
        assertThat(ProgramDiff.between(program, program).changes()).isEmpty();
    }

    @Property
    void theChangesMadeInTheOneGiveTheOther(@ForAll("programs") Program from, @ForAll("programs") Program to) {
        ProgramDiff diff = ProgramDiff.between(from, to);
        ObjectNode made = (ObjectNode) ProgramText.tree(from);

        diff.program().forEach(change -> make(change, made));
        LISTS.forEach(list -> make(changes(diff, list), (ArrayNode) made.get(list)));
        diff.policies().forEach(change -> make(change, (ObjectNode) made.get("policies")));

        assertThat(inAnyOrder(made.put("version", to.version()))).isEqualTo(inAnyOrder(ProgramText.tree(to)));
    }

    @Property(tries = 200)
    void everyChangeSaysItself(@ForAll("programs") Program from, @ForAll("programs") Program to) {
        assertThat(ProgramDiff.between(from, to).changes())
                .allSatisfy(change -> assertThat(change.words()).isNotBlank());
    }

    @Example
    void aHigherTargetIsToldByRowTierAndPlace() {
        Program changed = BundledProgram.with(
                "PREMIER: { level: REQUIRED, target: 15 }", "PREMIER: { level: REQUIRED, target: 20 }");

        Change change = onlyChange(changed);

        assertThat(change.code()).isEqualTo("LICENSE_SALES");
        assertThat(change.tier()).isEqualTo("PREMIER");
        assertThat(change.field()).isEqualTo("/levels/PREMIER/target");
        assertThat(change.from().intValue()).isEqualTo(15);
        assertThat(change.to().intValue()).isEqualTo(20);
        assertThat(change.words())
                .isEqualTo("Premier Partner, License sales generated annually: 20 licenses instead of 15 licenses");
    }

    @Example
    void graceWindowBenefitAndPolicyAreToldInWords() {
        assertThat(onlyChange(BundledProgram.with("grace: P12M", "grace: P6M")).words())
                .isEqualTo("Reseller Partner, License sales generated annually: 5 licenses, after a grace of 6 months"
                        + " instead of 5 licenses, after a grace of 12 months");
        assertThat(onlyChange(BundledProgram.with(
                                "of: LICENSE_SALE\n      window: ROLLING_12_MONTHS",
                                "of: LICENSE_SALE\n      window: CALENDAR_YEAR"))
                        .words())
                .isEqualTo("License sales generated annually: Every license sale in the calendar year, added up"
                        + " instead of Every license sale in the last 12 months, added up");
        assertThat(onlyChange(BundledProgram.with("RESELLER: { percent: 25 }", "RESELLER: { percent: 27.5 }"))
                        .words())
                .isEqualTo("Reseller Partner, Discount on licenses: 27.5% instead of 25%");
        assertThat(onlyChange(BundledProgram.with("curePeriod: P90D", "curePeriod: P60D"))
                        .words())
                .isEqualTo("Policy: A tier that is not met any more is kept for 60 days."
                        + " instead of A tier that is not met any more is kept for 90 days.");
    }

    @Example
    void tiersAndRowsThatCameAndWentAreTold() {
        ProgramDiff diff = ProgramDiff.between(BundledProgram.VERSION_2, ExampleProgram.GROWTH);

        assertThat(diff.tiers())
                .extracting(Change::words)
                .contains("Tier Gold Partner is new", "Tier Premier Partner is gone");
        assertThat(diff.requirements())
                .extracting(Change::words)
                .contains("Requirement Growth points is new", "Requirement License sales generated annually is gone");
    }

    private static Change onlyChange(Program changed) {
        List<Change> changes =
                ProgramDiff.between(BundledProgram.VERSION_2, changed).changes().toList();
        assertThat(changes).hasSize(1);
        return changes.getFirst();
    }

    private static List<Change> changes(ProgramDiff diff, String list) {
        return switch (list) {
            case "tiers" -> diff.tiers();
            case "requirements" -> diff.requirements();
            default -> diff.benefits();
        };
    }

    private static void make(List<Change> changes, ArrayNode rows) {
        for (Change change : changes) {
            int at = indexOf(change.code(), rows);
            if (!change.field().isEmpty()) {
                make(change, (ObjectNode) rows.get(at));
            } else if (change.to() == null) {
                rows.remove(at);
            } else {
                rows.add(change.to());
            }
        }
    }

    private static void make(Change change, ObjectNode row) {
        int last = change.field().lastIndexOf('/');
        ObjectNode in = (ObjectNode) row.at(change.field().substring(0, last));
        String name = change.field().substring(last + 1);
        assertThat(in.get(name)).isEqualTo(change.from());
        if (change.to() == null) {
            in.remove(name);
        } else {
            in.set(name, change.to());
        }
    }

    private static int indexOf(String code, ArrayNode rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).path("code").asText().equals(code)) {
                return i;
            }
        }
        return -1;
    }

    private static JsonNode inAnyOrder(JsonNode program) {
        ObjectNode sorted = program.deepCopy();
        for (String list : LISTS) {
            TreeMap<String, JsonNode> rows = new TreeMap<>();
            program.get(list).forEach(row -> rows.put(row.get("code").asText(), row));
            sorted.set(list, JsonNodeFactory.instance.arrayNode().addAll(rows.values()));
        }
        return sorted;
    }

    @Provide
    Arbitrary<Program> programs() {
        return ProgramArbitraries.programs();
    }
}

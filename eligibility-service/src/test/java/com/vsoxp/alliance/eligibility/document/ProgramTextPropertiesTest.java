package com.vsoxp.alliance.eligibility.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.eligibility.document.ProgramView.Status;
import com.vsoxp.alliance.eligibility.program.Program;
import java.time.LocalDate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A program, its JSON and its YAML are the same thing. */
class ProgramTextPropertiesTest {

    @Property
    void whatIsWrittenAsJsonReadsBackTheSame(@ForAll("programs") Program program) {
        assertThat(ProgramReader.readKept(ProgramText.json(program, Status.DRAFT)))
                .isEqualTo(program);
    }

    @Property
    void whatIsWrittenAsYamlReadsBackTheSame(@ForAll("programs") Program program) {
        assertThat(ProgramReader.readYaml(ProgramText.yaml(program, Status.DRAFT)))
                .isEqualTo(program);
    }

    @Property(tries = 200)
    void theDigestDependsOnNothingButWhatTheProgramDoes(@ForAll("programs") Program program) {
        Program readBack = ProgramReader.readYaml(ProgramText.yaml(program, null));

        assertThat(ProgramText.digest(readBack.effectiveFrom(LocalDate.of(2031, 5, 1))))
                .isEqualTo(ProgramText.digest(program));
    }

    @Property(tries = 200)
    void anyProgramCanBeShownAsAPage(@ForAll("programs") Program program) {
        assertThat(ProgramPage.of(program, Status.DRAFT)).contains("a draft", "Partner benefits");
    }

    @Provide
    Arbitrary<Program> programs() {
        return ProgramArbitraries.programs();
    }
}

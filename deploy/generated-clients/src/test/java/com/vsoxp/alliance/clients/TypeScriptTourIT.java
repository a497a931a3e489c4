package com.vsoxp.alliance.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.caoccao.javet.exceptions.JavetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The tour as an integrator takes it in TypeScript: {@code src/test/typescript/tour.ts}, compiled and run by Node.js. */
class TypeScriptTourIT {

    private static final String COMPILE = """
            const ts = require('./compiler/typescript.js');
            const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: problem => { throw problem.messageText; } };
            const config = ts.getParsedCommandLineOfConfigFile('%s', {}, host);
            const program = ts.createProgram(config.fileNames, config.options);
            const problems = [...ts.getPreEmitDiagnostics(program), ...program.emit().diagnostics];
            globalThis.problems = ts.formatDiagnostics(problems, {
                getCurrentDirectory: () => process.cwd(), getCanonicalFileName: name => name, getNewLine: () => '\\n' });
            """;
    private static final String BOARD = """
            process.setSourceMapsEnabled(true);
            globalThis.tour = require('./src/test/typescript/tour.js');
            globalThis.alliance = { url: '%s', crm: '%s', manager: '%s', stranger: '%s' };
            """;

    private static NodeInside node;

    @BeforeAll
    static void compile() throws JavetException {
        assumeTrue(
                NodeInside.isThere(), "There is no Node.js for this platform on Maven Central: no tour in TypeScript");
        Path target = Path.of("target").toAbsolutePath();
        node = NodeInside.start(target.resolve("typescript"), target.resolve("node"));
        node.run(COMPILE.formatted(Path.of("src/test/typescript/tsconfig.json").toAbsolutePath()));
        assertThat(node.text("problems")).isEmpty();
    }

    @AfterAll
    static void end() throws JavetException {
        if (node != null) {
            node.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyStopOfTheTour() throws JavetException {
        node.run(BOARD.formatted(
                RunningServices.url(), RunningServices.crm(), RunningServices.manager(), RunningServices.stranger()));
        return stops().stream()
                .map(stop -> dynamicTest(stop, () -> assertThat(node.failureOf("tour." + stop + "(alliance)"))
                        .isEmpty()));
    }

    @Test
    void bothToursStopAtTheSamePlaces() throws JavetException {
        node.run("globalThis.tour = require('./src/test/typescript/tour.js');");
        assertThat(stops())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(JavaTourIT.class.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Test.class))
                        .map(Method::getName)
                        .toList());
    }

    private static List<String> stops() throws JavetException {
        return List.of(node.text("Object.keys(tour).join()").split(","));
    }
}

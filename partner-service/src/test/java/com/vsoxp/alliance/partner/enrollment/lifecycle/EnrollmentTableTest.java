package com.vsoxp.alliance.partner.enrollment.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.vsoxp.alliance.partner.enrollment.lifecycle.EnrollmentState.Active;
import com.vsoxp.alliance.partner.enrollment.lifecycle.EnrollmentState.Applied;
import com.vsoxp.alliance.partner.enrollment.lifecycle.EnrollmentState.Suspended;
import com.vsoxp.alliance.partner.enrollment.lifecycle.Move.Qualify;
import com.vsoxp.alliance.partner.enrollment.term.RenewalWindow;
import com.vsoxp.alliance.partner.enrollment.term.Term;
import com.vsoxp.alliance.platform.testing.RepositoryRoot;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Draws the table of {@code docs/enrollment.md} from the code: every permitted state, with every permitted move. */
class EnrollmentTableTest {

    private static final LocalDate JOINED = LocalDate.of(2026, 1, 12);
    /** In the window of renewal of who joined that day. */
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 24);

    private static final Qualification LOWER = new Qualification("RESELLER", "2.0");
    private static final Qualification HIGHER = new Qualification("PREMIER", "2.0");
    private static final String BEGIN = "<!-- table: drawn from the code -->\n";
    private static final String END = "<!-- end of table -->\n";

    @Test
    void theTableInTheDocsIsTheOneOfTheCode() throws IOException {
        Path page = RepositoryRoot.path().resolve("docs/enrollment.md");
        String text = Files.readString(page);
        String before = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
        String after = text.substring(text.indexOf(END));
        String drawn = before + table() + after;
        if (Boolean.getBoolean("contract.update")) {
            Files.writeString(page, drawn);
            return;
        }
        assertThat(text).as("%s; -Dcontract.update=true rewrites it", page).isEqualTo(drawn);
    }

    private static String table() {
        List<EnrollmentState> states = variants(EnrollmentState.class);
        String head = states.stream().map(EnrollmentTableTest::name).collect(Collectors.joining(" | ", "| | ", " |\n"));
        String rule = "| --- ".repeat(states.size() + 1) + "|\n";
        return head
                + rule
                + variants(Move.class).stream().map(move -> row(move, states)).collect(Collectors.joining());
    }

    private static String row(Move move, List<EnrollmentState> states) {
        return states.stream()
                .map(state -> cell(state, move))
                .collect(Collectors.joining(" | ", "| **" + name(move) + "** | ", " |\n"));
    }

    private static String cell(EnrollmentState from, Move move) {
        try {
            EnrollmentState to = Lifecycle.after(from, move, TODAY);
            return to.equals(from) ? "stays" : name(to);
        } catch (ImpossibleMoveException e) {
            assertThat(e.status()).isEqualTo(from.status());
            return "409";
        }
    }

    private static String name(EnrollmentState state) {
        boolean waits =
                switch (state) {
                    case Applied(Qualification pending) -> pending != null;
                    case Active(Membership _, Qualification pending, String _) -> pending != null;
                    case Suspended(Membership _, Qualification pending, String _) -> pending != null;
                    case EnrollmentState.Terminated _, EnrollmentState.Rejected _, EnrollmentState.Withdrawn _ -> false;
                };
        return state.status() + (waits ? " (a tier waits)" : "");
    }

    private static String name(Move move) {
        String name = move.getClass().getSimpleName();
        return move instanceof Qualify found
                ? name + (found.requiresApproval() ? ", to be approved" : ", at once")
                : name;
    }

    /** One of each record that the sealed type permits, or several where what it holds makes a difference. */
    private static <T> List<T> variants(Class<T> sealed) {
        return Stream.of(sealed.getPermittedSubclasses())
                .flatMap(type -> variantsOf(type).stream())
                .map(sealed::cast)
                .toList();
    }

    private static List<Object> variantsOf(Class<?> type) {
        List<List<Object>> arguments = List.of(List.of());
        for (RecordComponent component : type.getRecordComponents()) {
            arguments = arguments.stream()
                    .flatMap(before -> values(type, component).map(value -> with(before, value)))
                    .toList();
        }
        return arguments.stream().map(values -> make(type, values)).toList();
    }

    private static Stream<Object> values(Class<?> owner, RecordComponent component) {
        Class<?> type = component.getType();
        if (type == Qualification.class) {
            return owner == Qualify.class ? Stream.of(HIGHER) : Stream.of(null, HIGHER);
        }
        if (type == boolean.class) {
            return Stream.of(false, true);
        }
        if (type == String.class) {
            return Stream.of("because");
        }
        if (type == LocalDate.class) {
            return Stream.of(JOINED);
        }
        if (type == Membership.class) {
            return Stream.of(new Membership(LOWER, JOINED, JOINED, Term.from(JOINED)));
        }
        if (type == RenewalWindow.class) {
            return Stream.of(new RenewalWindow(60, 30));
        }
        throw new AssertionError("What does " + component + " hold?");
    }

    private static List<Object> with(List<Object> before, Object value) {
        List<Object> longer = new ArrayList<>(before);
        longer.add(value);
        return longer;
    }

    private static Object make(Class<?> type, List<Object> values) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}

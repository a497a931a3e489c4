package com.vsoxp.alliance.local.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aFreePortIsNoneThatAnOutgoingConnectionMayTakeBeforeItIsListenedOn() throws Exception {
        try (var lent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(IntStream.range(0, 100).map(i -> Ports.free()))
                    .allMatch(port -> port >= 20_000 && port < lent.getLocalPort());
        }
    }

    @Test
    void noPortIsGivenTwice() {
        assertThat(IntStream.range(0, 100).map(i -> Ports.resolve(0, "a test")).boxed())
                .doesNotHaveDuplicates();
    }

    @Test
    void aPortThatIsListenedOnIsPassedOver() throws Exception {
        int next = Ports.free() + 1;
        try (var other = new ServerSocket(next, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.free()).isNotEqualTo(other.getLocalPort());
        }
    }
}

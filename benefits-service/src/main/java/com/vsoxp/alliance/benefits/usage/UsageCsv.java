package com.vsoxp.alliance.benefits.usage;

import com.vsoxp.alliance.platform.money.Money;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of usage as RFC 4180 has them. */
final class UsageCsv {

    static final byte[] HEADER =
            bytes("partnerId,period,benefit,program,quantity,currency,list,discount,net,beyond\r\n");

    private UsageCsv() {}

    static byte[] row(UsageLine line) {
        return bytes(Stream.of(
                        line.partnerId().toString(),
                        line.period(),
                        line.benefit(),
                        line.program() == null ? "" : line.program(),
                        Long.toString(line.quantity()),
                        line.currency(),
                        amount(line.list()),
                        amount(line.discount()),
                        amount(line.net()),
                        amount(line.beyond()))
                .map(UsageCsv::field)
                .collect(Collectors.joining(",", "", "\r\n")));
    }

    private static String amount(Money money) {
        return money == null ? "" : money.amount().toPlainString();
    }

    private static String field(String text) {
        return text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                ? text
                : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

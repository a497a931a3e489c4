package com.vsoxp.alliance.benefits.logo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class MarkupTest {

    @Property
    void whateverANameHoldsTheBadgeIsOneImageThatSaysIt(@ForAll String name) throws Exception {
        var standing = new LogoStanding("token", name, "PREMIER", LogoStatus.REVOKED, null);

        var image = DocumentBuilderFactory.newNSInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Badge.of(standing))));

        assertThat(image.getElementsByTagName("*").getLength()).isEqualTo(8);
    }

    @Test
    void markupInANameIsText() {
        assertThat(Markup.escape("<script>alert('&\"')</script>"))
                .isEqualTo("&lt;script&gt;alert(&#39;&amp;&quot;&#39;)&lt;/script&gt;");
    }

    @Test
    void aNameIsCutBetweenCharacters() {
        assertThat(Markup.shortened("abcdef", 6)).isEqualTo("abcdef");
        assertThat(Markup.shortened("abcdefg", 6)).isEqualTo("abcde…");
        assertThat(Markup.shortened("\uD83D\uDE00".repeat(7), 6)).isEqualTo("\uD83D\uDE00".repeat(5) + "…");
    }
}

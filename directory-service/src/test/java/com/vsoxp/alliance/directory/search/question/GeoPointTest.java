package com.vsoxp.alliance.directory.search.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeoPointTest {

    @Test
    void aPlaceIsReadAsLatitudeAndLongitude() {
        assertThat(GeoPoint.parse("48.1372, 11.5761")).contains(new GeoPoint(48.1372, 11.5761));
        assertThat(GeoPoint.parse("-33,151.2")).contains(new GeoPoint(-33, 151.2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "48", "48,", "91,0", "0,181", "a,b", "48.1;11.5", "1e3,0", "NaN,0", "48.1,11.5,3"})
    void whatIsNoPlaceOnEarthIsNotRead(String text) {
        assertThat(GeoPoint.parse(text)).isEmpty();
    }

    @Property
    void theStraightLineGivesTheWayBack(@ForAll @DoubleRange(min = 0, max = 20_015) double km) {
        assertThat(GeoPoint.surfaceOf(GeoPoint.chordOf(km))).isCloseTo(km, within(0.06));
    }
}

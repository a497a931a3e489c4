package com.vsoxp.alliance.directory.search.question;

import java.util.Optional;
import java.util.regex.Pattern;

/** A place on earth in degrees, north and east positive. */
public record GeoPoint(double latitude, double longitude) {

    /** The earth's mean radius, the same as in the listings' positions. */
    private static final double EARTH_KM = 6371;

    private static final Pattern PAIR =
            Pattern.compile("(-?\\d{1,3}(?:\\.\\d{1,12})?)\\s*,\\s*(-?\\d{1,3}(?:\\.\\d{1,12})?)");

    /** Reads {@code 48.137,11.576}; empty if the text is not of that form or lies outside the globe. */
    public static Optional<GeoPoint> parse(String text) {
        var pair = PAIR.matcher(text.strip());
        return pair.matches()
                ? Optional.of(new GeoPoint(Double.parseDouble(pair.group(1)), Double.parseDouble(pair.group(2))))
                        .filter(GeoPoint::isOnEarth)
                : Optional.empty();
    }

    /** Its point in space in kilometers from the earth's center, as a literal of PostgreSQL's cube. */
    public String cube() {
        var north = Math.toRadians(latitude);
        var east = Math.toRadians(longitude);
        return "(%s, %s, %s)"
                .formatted(
                        EARTH_KM * Math.cos(north) * Math.cos(east),
                        EARTH_KM * Math.cos(north) * Math.sin(east),
                        EARTH_KM * Math.sin(north));
    }

    /** The straight line through the earth between two places that lie so far apart on its surface. */
    public static double chordOf(double surfaceKm) {
        return 2 * EARTH_KM * Math.sin(Math.min(surfaceKm / (2 * EARTH_KM), Math.PI / 2));
    }

    /** The way on the surface between two places with such a straight line between them, to 100 meters. */
    public static double surfaceOf(double chordKm) {
        var km = 2 * EARTH_KM * Math.asin(Math.min(1, chordKm / (2 * EARTH_KM)));
        return Math.round(km * 10) / 10.0;
    }

    private boolean isOnEarth() {
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    }
}

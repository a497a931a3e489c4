package com.vsoxp.alliance.directory.asset;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The files of the site, read once. */
@ApplicationScoped
public class Assets {

    private static final Pattern HASHED = Pattern.compile("([a-z-]+)\\.[\\w-]+(\\.[a-z]+)");

    private final Asset stylesheet = Asset.read("directory.css", "text/css;charset=UTF-8");
    private final Asset icon = Asset.read("mark.svg", "image/svg+xml");

    private final Asset component = Asset.read("partner-directory.js", "text/javascript;charset=UTF-8");

    /** The web component that shows the directory in the pages of others. */
    public Asset component() {
        return component;
    }

    /** How pages look. */
    public Asset stylesheet() {
        return stylesheet;
    }

    /** What stands for the site in a browser's tabs. */
    public Asset icon() {
        return icon;
    }

    /** The file of that name, whatever content the name speaks of: replicas of two releases may serve one page. */
    Optional<Asset> find(String hashedName) {
        var plain = plain("/assets/" + hashedName);
        return List.of(stylesheet, icon).stream()
                .filter(asset -> plain(asset.href()).equals(plain))
                .findFirst();
    }

    private static String plain(String href) {
        return HASHED.matcher(href.substring(href.lastIndexOf('/') + 1)).replaceFirst("$1$2");
    }
}

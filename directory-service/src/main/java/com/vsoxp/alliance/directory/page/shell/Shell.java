package com.vsoxp.alliance.directory.page.shell;

/**
 * What every page has around its content.
 *
 * @param title of the tab and in lists of search engines
 * @param description for search engines and previews
 * @param canonical the one address of the page; null, if it is one of many that show the same
 * @param forSearchEngines whether they may list it
 * @param kind what it is to Open Graph: {@code website} or {@code profile}
 */
public record Shell(
        String siteName,
        String title,
        String description,
        String canonical,
        boolean forSearchEngines,
        String kind,
        String stylesheet,
        String icon) {}

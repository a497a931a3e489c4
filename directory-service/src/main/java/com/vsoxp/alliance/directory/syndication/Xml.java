package com.vsoxp.alliance.directory.syndication;

import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a document of XML; texts are escaped, and characters that XML has no way to write are left out. */
final class Xml {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newInstance();
    private static final Pattern UNSPEAKABLE =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final XMLStreamWriter out;

    /** What is written. */
    interface Content {
        void write(Xml xml) throws XMLStreamException;
    }

    private Xml(XMLStreamWriter out) {
        this.out = out;
    }

    static byte[] document(Content content) {
        var bytes = new ByteArrayOutputStream();
        try {
            var out = FACTORY.createXMLStreamWriter(bytes, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            content.write(new Xml(out));
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A document cannot be written as XML", e);
        }
        return bytes.toByteArray();
    }

    /** An element; attributes are names and values in turn, and those without a value are left out. */
    Xml element(String name, Content content, String... attributes) throws XMLStreamException {
        out.writeStartElement(name);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                out.writeAttribute(attributes[i], speakable(attributes[i + 1]));
            }
        }
        content.write(this);
        out.writeEndElement();
        return this;
    }

    /** An element that holds a text; none, if there is no text. */
    Xml text(String name, String text, String... attributes) throws XMLStreamException {
        return text == null ? this : element(name, xml -> xml.out.writeCharacters(speakable(text)), attributes);
    }

    /** An element without content. */
    Xml empty(String name, String... attributes) throws XMLStreamException {
        return element(name, xml -> {}, attributes);
    }

    private static String speakable(String text) {
        return UNSPEAKABLE.matcher(text).replaceAll("");
    }
}

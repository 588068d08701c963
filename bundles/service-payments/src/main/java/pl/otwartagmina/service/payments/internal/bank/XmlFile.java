package pl.otwartagmina.service.payments.internal.bank;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An XML file from outside, read element by element. A document type is refused before anything of it is looked at, so
 * there are no entities to be resolved or to grow; and what goes deeper than a message can is refused too.
 */
final class XmlFile {
    private static final int DEEPEST = 40;
    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader reader;

    private XmlFile(XMLStreamReader reader) {
        this.reader = reader;
    }

    static XmlFile open(byte[] file) throws BankFileRefused {
        try {
            return new XmlFile(FACTORY.createXMLStreamReader(new ByteArrayInputStream(file)));
        } catch (XMLStreamException bad) {
            throw new BankFileRefused(BankFileRefused.Reason.BAD_XML, bad);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, space) -> {
            throw new XMLStreamException("Nothing is fetched");
        });
        return factory;
    }

    String encoding() {
        return Optional.ofNullable(reader.getEncoding()).orElse("UTF-8");
    }

    /** Goes on to where the next element begins or ends; empty at the end of the file. */
    Optional<Tag> next() throws BankFileRefused {
        try {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        return Optional.of(new Tag(reader.getLocalName(), true));
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        return Optional.of(new Tag(reader.getLocalName(), false));
                    }
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw new BankFileRefused(BankFileRefused.Reason.BAD_XML);
                    default -> {
                        // space and comments
                    }
                }
            }
            return Optional.empty();
        } catch (XMLStreamException bad) {
            throw new BankFileRefused(BankFileRefused.Reason.BAD_XML, bad);
        }
    }

    /** Where an element begins or ends. */
    record Tag(String name, boolean begins) {}

    /** The namespace of the element where the reader stands. */
    String namespace() {
        return Optional.ofNullable(reader.getNamespaceURI()).orElse("");
    }

    int line() {
        return reader.getLocation().getLineNumber();
    }

    /** The element that has just begun, to its end. */
    XmlElement element() throws BankFileRefused {
        try {
            return element(0);
        } catch (XMLStreamException bad) {
            throw new BankFileRefused(BankFileRefused.Reason.BAD_XML, bad);
        }
    }

    private XmlElement element(int depth) throws XMLStreamException, BankFileRefused {
        if (depth > DEEPEST) {
            throw new BankFileRefused(BankFileRefused.Reason.BAD_XML);
        }
        XmlElement element = new XmlElement(reader.getLocalName(), line());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.attribute(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> element.add(element(depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> element.add(reader.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    return element;
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new BankFileRefused(BankFileRefused.Reason.BAD_XML);
                default -> {
                    // comments
                }
            }
        }
    }
}

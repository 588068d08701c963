package pl.otwartagmina.integration.logingov.internal.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads XML of strangers: no DOCTYPE, nothing from outside, nothing large; and text that reads as it was signed. */
public final class SecureXml {
    /** In bytes; an assertion of login.gov.pl has about ten thousand. */
    public static final int LARGEST = 256 * 1024;

    private static final int DEEPEST = 60;
    private static final int MOST_ATTRIBUTES = 60;

    private SecureXml() {}

    /** @throws Rejected if it is no XML, or XML that asks for trouble */
    public static Document parse(byte[] xml) throws Rejected {
        if (xml.length > LARGEST) {
            throw new Rejected("XML of " + xml.length + " bytes");
        }
        try {
            return builder().parse(new ByteArrayInputStream(xml));
        } catch (SAXException malformed) {
            throw new Rejected("no XML, or XML with a DOCTYPE or too deep", malformed);
        } catch (IOException malformed) {
            throw new Rejected("XML in an encoding that is none", malformed);
        }
    }

    /** Our own XML: a template with {@code %s} for values, which are escaped. */
    public static Document fill(String template, Object... values) {
        Object[] escaped = Arrays.stream(values)
                .map(value -> escape(String.valueOf(value)))
                .toArray();
        try {
            return parse(template.formatted(escaped)
                    .strip()
                    .replaceAll(">\\s+<", "><")
                    .getBytes(StandardCharsets.UTF_8));
        } catch (Rejected impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The node as text, without a declaration. */
    public static String text(Node node) {
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter text = new StringWriter();
            transformer.transform(new DOMSource(node), new StreamResult(text));
            return text.toString();
        } catch (TransformerException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Child elements of this name. */
    public static List<Element> children(Element parent, String namespace, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && is(element, namespace, name)) {
                found.add(element);
            }
        }
        return found;
    }

    /** @throws Rejected if there are several */
    public static Optional<Element> child(Element parent, String namespace, String name) throws Rejected {
        List<Element> found = children(parent, namespace, name);
        if (found.size() > 1) {
            throw new Rejected("several " + name + " in " + parent.getLocalName());
        }
        return found.stream().findFirst();
    }

    /** The child of this name, or the child of the child, and so on. */
    public static Element only(Element parent, String namespace, String... path) throws Rejected {
        Element here = parent;
        for (String name : path) {
            String above = here.getLocalName();
            here = child(here, namespace, name).orElseThrow(() -> new Rejected("no " + name + " in " + above));
        }
        return here;
    }

    /** @throws Rejected unless the element has exactly one child element, and it has this name */
    public static Element sole(Element parent, String namespace, String name) throws Rejected {
        Element child = only(parent, namespace, name);
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element && node != child) {
                throw new Rejected("more than " + name + " in " + parent.getLocalName());
            }
        }
        return child;
    }

    public static boolean is(Element element, String namespace, String name) {
        return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    /**
     * The text of an element that has nothing but text. Comments are not part of what is signed, so that a text with one
     * inside could be read as two.
     */
    public static String content(Element element) throws Rejected {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() != Node.TEXT_NODE) {
                throw new Rejected("more than text in " + element.getLocalName());
            }
        }
        return element.getTextContent().strip();
    }

    private static DocumentBuilder builder() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setAttribute("jdk.xml.maxElementDepth", Integer.toString(DEEPEST));
            factory.setAttribute("jdk.xml.elementAttributeLimit", Integer.toString(MOST_ATTRIBUTES));
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setNamespaceAware(true);
            factory.setCoalescing(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String escape(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** The parser's own one writes to the standard error stream. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}

package pl.otwartagmina.integration.logingov.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
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
import org.xml.sax.SAXException;

/** Reading and writing XML, for the simulator and for those who bend what it writes. */
public final class Dom {
    public static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
    public static final String SAMLP = "urn:oasis:names:tc:SAML:2.0:protocol";
    public static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    public static final String XENC = "http://www.w3.org/2001/04/xmlenc#";

    private Dom() {}

    public static Document parse(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException | SAXException | IOException unreadable) {
            throw new IllegalArgumentException(new String(xml, StandardCharsets.UTF_8), unreadable);
        }
    }

    public static Document parse(String xml) {
        return parse(xml.strip().replaceAll(">\\s+<", "><").getBytes(StandardCharsets.UTF_8));
    }

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

    /** The first element of this name, here or below. */
    public static Element find(Node within, String namespace, String name) {
        if (within instanceof Element here
                && namespace.equals(here.getNamespaceURI())
                && name.equals(here.getLocalName())) {
            return here;
        }
        Node found = within instanceof Document document
                ? document.getElementsByTagNameNS(namespace, name).item(0)
                : ((Element) within).getElementsByTagNameNS(namespace, name).item(0);
        if (found == null) {
            throw new IllegalArgumentException("no " + name + " in " + text(within));
        }
        return (Element) found;
    }

    /** A copy of the element below another one, maybe of another document. */
    public static Element append(Element parent, Element child) {
        Node copy = parent.getOwnerDocument().importNode(child, true);
        return (Element) parent.appendChild(copy);
    }
}

package pl.otwartagmina.documents.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.otwartagmina.api.document.PrintedDocument;

class XhtmlPrinterTest {
    private static final Locale POLISH = Locale.forLanguageTag("pl");
    private static final String LETTERS = "ąćęłńóśźż ĄĆĘŁŃÓŚŹŻ ґєіїщ ҐЄІЇЩ №„”–";
    private static final String DOT =
            "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private final XhtmlPrinter printer = new XhtmlPrinter();

    private PDDocument print(Locale language, String body) throws IOException {
        return Loader.loadPDF(printer.print(new PrintedDocument("Moje <dane> & reszta", language, body)));
    }

    private static String text(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf);
    }

    @Test
    void polish_and_ukrainian_letters_can_be_read_and_searched() throws IOException {
        try (PDDocument pdf = print(POLISH, "<h1>Żółć</h1><p>" + LETTERS + " <b>" + LETTERS + "</b></p>")) {
            assertThat(text(pdf)).contains("Żółć", LETTERS + " " + LETTERS);
        }
    }

    @Test
    void a_screen_reader_knows_title_language_and_structure() throws IOException {
        try (PDDocument pdf = print(
                POLISH,
                "<h1>A</h1><table><thead><tr><th scope=\"col\">B</th></tr></thead>"
                        + "<tbody><tr><td>C</td></tr></tbody></table>")) {
            var catalog = pdf.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("pl");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getStructureTreeRoot().getKids()).isNotEmpty();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Moje <dane> & reszta");
            assertThat(new String(catalog.getMetadata().toByteArray(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("pdfuaid");
        }
    }

    @Test
    void all_fonts_are_in_the_file_and_none_comes_from_the_machine() throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        try (PDDocument pdf = print(
                POLISH,
                "<h1>Żaba</h1><p>Zwykły <i>pochyły</i> <code>kod</code></p>"
                        + "<p style=\"font-family: Arial, monospace\">Inny krój</p>")) {
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
            assertThat(fonts).isNotEmpty().allMatch(PDFont::isEmbedded);
            assertThat(fonts).extracting(PDFont::getName).allMatch(name -> name.contains("SourceSans3"));
            assertThat(text(pdf)).contains("kod", "Inny krój");
        }
    }

    @Test
    void pages_are_numbered_in_the_language_of_the_document() throws IOException {
        String three = "<p>1</p><p class=\"new-page\">2</p><p class=\"new-page\">3</p>";
        try (PDDocument polish = print(POLISH, three);
                PDDocument ukrainian = print(Locale.forLanguageTag("uk"), three);
                PDDocument english = print(Locale.ENGLISH, three);
                PDDocument german = print(Locale.GERMAN, three)) {
            assertThat(text(polish)).contains("strona 1 z 3", "strona 3 z 3");
            assertThat(text(ukrainian)).contains("сторінка 2 з 3");
            assertThat(text(english)).contains("page 2 of 3");
            assertThat(text(german)).contains("strona 2 z 3");
        }
    }

    @Test
    void nothing_is_fetched_from_the_net_or_the_disk(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.css"), "p::before { content: 'TAJNE' }");
        AtomicInteger calls = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            calls.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        String outside = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        try (PDDocument pdf = print(
                POLISH,
                "<p>Tekst</p><img alt=\"x\" src=\"" + outside + "a.png\"/><link rel=\"stylesheet\" href=\"" + outside
                        + "b.css\"/><link rel=\"stylesheet\" href=\"" + secret.toUri() + "\"/><style>@import url('"
                        + secret.toUri() + "'); @import url('" + outside
                        + "c.css'); @font-face { font-family: Q; src: url('" + outside
                        + "d.ttf') } b { font-family: Q; background-image: url('" + outside
                        + "e.png') }</style><b>B</b><object type=\"text/plain\" data=\"" + secret.toUri()
                        + "\"/><a download=\"x\" data-content-type=\"text/plain\" href=\"" + secret.toUri()
                        + "\">C</a>")) {
            assertThat(text(pdf)).contains("Tekst").doesNotContain("TAJNE");
            assertThat(pdf.getDocumentCatalog().getNames()).isNull();
        } finally {
            server.stop(0);
        }
        assertThat(calls).hasValue(0);
    }

    @Test
    void what_came_with_the_document_is_shown() throws IOException {
        try (PDDocument pdf = print(POLISH, "<p><img alt=\"Kropka\" src=\"" + DOT + "\"/></p>")) {
            assertThat(pdf.getPage(0).getResources().getXObjectNames()).isNotEmpty();
        }
    }

    @Test
    void entities_and_broken_markup_are_refused() {
        assertThatThrownBy(() -> print(POLISH, "<p>")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> print(POLISH, "<p>&file;</p>")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> print(POLISH, "<!DOCTYPE p [<!ENTITY a \"b\">]><p/>"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void words_of_people_are_no_markup() throws IOException {
        String typed = "<script>alert('ą')</script> & \"x\"\u0000\uFFFE";
        try (PDDocument pdf = print(POLISH, "<p>" + PrintedDocument.text(typed) + "</p>")) {
            assertThat(text(pdf)).contains("<script>alert('ą')</script> & \"x\"");
        }
    }

    @Test
    void the_look_can_be_checked_by_eye() throws IOException {
        File picture = new File("target/sample.png");
        String row =
                "<tr><td>Podatek od nieruchomości, rata 3 z 4</td><td>15.09.2026</td><td class=\"amount\">131,00 zł</td></tr>";
        try (PDDocument pdf = print(
                POLISH,
                "<h1>Moje dane</h1><p class=\"lead\">Gmina Modrzewiny, 22.11.2026</p><h2>Konto</h2>"
                        + "<table class=\"pairs\"><tbody><tr><th scope=\"row\">Imię i nazwisko</th><td>Halina Wiśniewska</td></tr>"
                        + "<tr><th scope=\"row\">E-mail</th><td>halina@poczta.pl</td></tr></tbody></table><h2>Zobowiązania</h2>"
                        + "<table><thead><tr><th>Co</th><th>Termin</th><th class=\"amount\">Kwota</th></tr></thead><tbody>"
                        + row.repeat(60) + "</tbody></table>")) {
            ImageIO.write(new PDFRenderer(pdf).renderImageWithDPI(0, 80), "png", picture);

            assertThat(pdf.getNumberOfPages()).isBetween(2, 3);
            assertThat(text(pdf).split("Termin", -1)).as("heads on each page").hasSize(pdf.getNumberOfPages() + 1);
        }
        assertThat(picture).isNotEmpty();
    }
}

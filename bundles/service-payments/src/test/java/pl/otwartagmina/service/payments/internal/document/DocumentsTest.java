package pl.otwartagmina.service.payments.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pl.otwartagmina.api.document.PdfPrinter;
import pl.otwartagmina.api.document.PrintedDocument;
import pl.otwartagmina.api.value.Money;
import pl.otwartagmina.api.value.Nip;
import pl.otwartagmina.service.payments.internal.CivilInterest;
import pl.otwartagmina.service.payments.internal.InterestRates;
import pl.otwartagmina.service.payments.internal.SampleDues;
import pl.otwartagmina.service.payments.internal.TaxInterest;
import pl.otwartagmina.service.payments.internal.TestTexts;
import pl.otwartagmina.service.payments.internal.settlement.Derivation;
import pl.otwartagmina.service.payments.internal.slip.Receipt;
import pl.otwartagmina.service.payments.internal.slip.TransferSlip;

/** Prints with the portal's printer; the pictures of the pages are left in target/, to be looked at. */
class DocumentsTest {
    private static final TestTexts TEXTS = new TestTexts();
    private static final LocalDate DUE = LocalDate.of(2025, 3, 17);
    private static final LocalDate PAID = LocalDate.of(2026, 4, 15);
    private static PdfPrinter printer = document -> new byte[0];

    @BeforeAll
    static void start() throws ReflectiveOperationException {
        printer = DocumentsBundle.printer();
    }

    @Test
    void the_code_on_the_printed_slip_can_be_scanned() throws Exception {
        TransferSlip slip = slip("131.00");
        try (PDDocument pdf = print(slips(TestTexts.POLISH, slip), "slip")) {
            BufferedImage page = new PDFRenderer(pdf).renderImageWithDPI(0, 150);
            assertThat(scan(page)).isEqualTo(slip.code().orElseThrow().text());
        }
    }

    @Test
    void a_slip_is_read_label_by_label_with_running_words() throws IOException {
        try (PDDocument pdf = print(slips(TestTexts.POLISH, slip("131.00")), "slip")) {
            assertThat(text(pdf))
                    .containsSubsequence(
                            "Odcinek dla banku",
                            "Nazwa odbiorcy",
                            "Gmina Modrzewiny, ul. Lipowa 1, 00-999 Modrzewiny",
                            "Nr rachunku odbiorcy",
                            "34 9999 9999 1234 5678 9012 3456",
                            "Kwota",
                            "131,00",
                            "Kwota słownie",
                            "sto trzydzieści jeden złotych 00/100",
                            "Nazwa zleceniodawcy",
                            "Żółcisława Łęcka",
                            "Tytułem",
                            "240000021/NIER/2026/R3 Podatek od nieruchomości",
                            "Odcinek dla wpłacającego",
                            "240000021/NIER/2026/R3 Podatek od nieruchomości");
        }
    }

    @Test
    void the_form_stays_polish_whatever_the_reader_speaks() throws IOException {
        try (PDDocument pdf = print(slips(TestTexts.UKRAINIAN, slip("131.00")), "slip-uk")) {
            assertThat(text(pdf)).contains("Бланк переказу", "Nazwa odbiorcy", "Tytułem");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("uk");
        }
    }

    @Test
    void several_slips_have_a_page_each_and_a_large_amount_has_no_code() throws Exception {
        TransferSlip large = slip("123456789.99");
        try (PDDocument pdf = print(slips(TestTexts.POLISH, slip("131.00"), large), "slips")) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            assertThat(pdf.getPage(1).getResources().getXObjectNames()).isEmpty();
            assertThat(text(pdf)).contains("123456789,99", "Przepisz dane do bankowości");
        }
    }

    @Test
    void the_longest_slip_stays_on_its_page() throws IOException {
        TransferSlip longest = new TransferSlip(
                Optional.empty(),
                "Zakład Gospodarki Komunalnej i Mieszkaniowej w Nowym Brzegu Wielkopolskim",
                "ul. Księdza Prymasa Stefana Wyszyńskiego 123A, 00-999 Nowy Brzeg",
                SampleDues.GMINA,
                Money.of("777777777.77"),
                "WIELKA ŁÓDŹ ".repeat(11),
                "Wspólnota Mieszkaniowa Wschowska Wieża przy Wielkiej Wodzie w Wąwolnicy Górnej",
                "ul. Wojewody Wacława Wąsowskiego 123 m. 45, 99-999 Wąwolnica");
        try (PDDocument pdf = print(slips(TestTexts.POLISH, longest), "slip-longest")) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void the_reckoning_of_interest_shows_every_line_the_sum_and_the_law() throws IOException {
        Derivation derivation = Derivation.of(new TaxInterest(InterestRates.builtIn()), Money.of("670"), DUE, PAID)
                .orElseThrow();
        try (PDDocument pdf = print(
                new DerivationPage(TEXTS).of(derivation, "Podatek rolny, rata 1 z 4", "karta 31", TestTexts.POLISH),
                "derivation")) {
            assertThat(text(pdf))
                    .containsSubsequence(
                            "18.03.2025–07.05.2025 51 14,5% 13,5744",
                            "05.03.2026–15.04.2026 42 10,5% 8,0951",
                            "Razem 394 89,0641",
                            "do pełnych złotych: 89,00",
                            "art. 63 § 1");
        }
    }

    @Test
    void every_outcome_has_words_in_every_language() throws IOException {
        TaxInterest tax = new TaxInterest(InterestRates.builtIn());
        CivilInterest civil = new CivilInterest(InterestRates.civil());
        List<Derivation> all = List.of(
                Derivation.of(tax, Money.of("670"), DUE, PAID).orElseThrow(),
                Derivation.of(tax, Money.of("1"), DUE, PAID).orElseThrow(),
                Derivation.of(tax, Money.of("670"), DUE, DUE).orElseThrow(),
                Derivation.of(civil, Money.of("670"), DUE, PAID).orElseThrow(),
                Derivation.of(civil, Money.of("670"), DUE, DUE).orElseThrow());
        for (Locale language : TestTexts.LANGUAGES) {
            for (Derivation derivation : all) {
                assertThat(new DerivationPage(TEXTS)
                                .of(derivation, "x", "", language)
                                .body())
                        .contains(derivation.law() == Derivation.Law.TAX ? "63 § 1" : "481 § 1");
            }
        }
    }

    @Test
    void a_receipt_tells_what_was_paid_to_the_grosz() throws IOException {
        Receipt receipt = new Receipt(
                "OG-2026-004711",
                "PayU",
                Instant.parse("2026-11-22T10:11:12Z"),
                "Gmina Modrzewiny",
                "ul. Lipowa 1, 00-999 Modrzewiny",
                Optional.of(new Nip("8567346215")),
                SampleDues.GMINA,
                "Żółcisława Łęcka",
                "Jan <Nowak>",
                List.of(new Receipt.Line(
                        "Podatek od nieruchomości, rata 3 z 4",
                        "karta 240000021",
                        Money.of("16"),
                        Money.of("35.18"),
                        Money.of("264.82"))),
                Money.of("12"));
        assertThat(receipt.total()).isEqualTo(Money.of("328"));
        try (PDDocument pdf = print(new ReceiptPage(TEXTS).of(receipt, TestTexts.POLISH), "receipt")) {
            assertThat(text(pdf))
                    .containsSubsequence(
                            "Potwierdzenie wpłaty OG-2026-004711",
                            "22.11.2026, 11:11",
                            "Jan <Nowak>",
                            "Gmina Modrzewiny, ul. Lipowa 1, 00-999 Modrzewiny",
                            "NIP",
                            "8567346215",
                            "34 9999 9999 1234 5678 9012 3456",
                            "264,82",
                            "35,18",
                            "16,00",
                            "316,00",
                            "Nadpłata",
                            "12,00",
                            "328,00");
        }
    }

    private static TransferSlip slip(String amount) {
        return new TransferSlip(
                Optional.of(new Nip("8567346215")),
                "Gmina Modrzewiny",
                "ul. Lipowa 1, 00-999 Modrzewiny",
                SampleDues.GMINA,
                Money.of(amount),
                "240000021/NIER/2026/R3 Podatek od nieruchomości",
                "Żółcisława Łęcka",
                "ul. Długa 7 m. 12, 00-999 Modrzewiny");
    }

    private static PrintedDocument slips(Locale language, TransferSlip... slips) {
        return new SlipPage(TEXTS).of(List.of(slips), language);
    }

    /** The document as others read it: tagged, with all its fonts; and a picture of its first page. */
    private static PDDocument print(PrintedDocument document, String name) throws IOException {
        PDDocument pdf = Loader.loadPDF(printer.print(document));
        ImageIO.write(new PDFRenderer(pdf).renderImageWithDPI(0, 90), "png", new File("target/" + name + ".png"));
        List<PDFont> fonts = new ArrayList<>();
        for (PDPage page : pdf.getPages()) {
            for (COSName font : page.getResources().getFontNames()) {
                fonts.add(page.getResources().getFont(font));
            }
        }
        assertThat(fonts).isNotEmpty().allMatch(PDFont::isEmbedded);
        assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        return pdf;
    }

    /** In one line, all spaces alike. */
    private static String text(PDDocument pdf) throws IOException {
        return new PDFTextStripper().getText(pdf).replaceAll("[\\s\\p{Z}]+", " ");
    }

    private static String scan(BufferedImage page) throws Exception {
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        BinaryBitmap dots = new BinaryBitmap(
                new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels)));
        try {
            return new QRCodeReader().decode(dots).getText();
        } catch (NotFoundException none) {
            throw new AssertionError("There is no code on the page", none);
        }
    }
}

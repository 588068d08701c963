package pl.otwartagmina.service.payments.internal.document;

/** The measures of the transfer form. */
final class SlipStyle {
    static final String CSS =
            """
            @page { size: A4; margin: 12mm 18mm 16mm; }
            h1 { font-size: 18pt; }
            .code { float: right; width: 40mm; height: 40mm; margin: 0 0 1mm 6mm; }
            .slip { clear: both; margin-top: 4mm; padding: 3mm 5mm 1.5mm; border: 0.4mm solid #14507a; }
            .row { display: table; width: 164mm; border-spacing: 0; }
            .row .field, .row h2, .row .form { display: table-cell; }
            .slip h2 { padding: 0; border: 0; font-size: 11pt; }
            .slip .form { text-align: right; color: #54616c; font-size: 9pt; }
            .slip .field { margin: 0; padding: 0 0 1.5mm; }
            .slip .label { display: block; font-size: 8pt; line-height: 1.25; color: #54616c; }
            .slip .value { display: block; width: 158.5mm; min-height: 5mm; padding: 0.9mm 1.5mm 1.1mm;
              border: 0.25mm solid #54616c; font-size: 10.5pt; line-height: 1.25; word-wrap: break-word; }
            .two .value { min-height: 9.2mm; }
            .boxes { display: block; padding: 1.3mm 0 1mm; }
            .box { padding: 0.8mm 2mm; margin-right: 0.2mm; border: 0.25mm solid #54616c;
              font-size: 13pt; line-height: 1.25; }
            .row .narrow { width: 20mm; }
            .row .narrow .value { width: 12.5mm; }
            .row .sum { width: 46mm; }
            .row .sum .value { width: 38.5mm; }
            .row .rest .value { width: 92.5mm; }
            .row .third { width: 66mm; }
            .row .third .value { width: 60.5mm; }
            .row .empty .value { min-height: 8.5mm; }
            """;

    private SlipStyle() {}
}

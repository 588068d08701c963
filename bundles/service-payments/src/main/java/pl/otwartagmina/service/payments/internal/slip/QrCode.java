package pl.otwartagmina.service.payments.internal.slip;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A 2D code as a picture: error correction L, as the recommendation of ZBP wants, and a quiet zone of four dots; dark on
 * white whatever the colours of the page, because cameras need it so.
 */
public final class QrCode {
    private static final int QUIET_ZONE = 4;

    /** Enough for a printer of 600 dots an inch. */
    private static final int PIXELS_PER_DOT = 12;

    private static final int WHITE = 0xffffff;

    private final BitMatrix dots;

    private QrCode(BitMatrix dots) {
        this.dots = dots;
    }

    /** The picture of the code. */
    public static QrCode of(ZbpCode code) {
        try {
            return new QrCode(new QRCodeWriter()
                    .encode(
                            code.text(),
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.L,
                                    EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8,
                                    EncodeHintType.MARGIN, QUIET_ZONE)));
        } catch (WriterException impossible) {
            throw new IllegalStateException("160 characters fit into every 2D code", impossible);
        }
    }

    /** For screens: the address of an SVG picture, sharp at any size. */
    public String svgAddress() {
        return "data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(svg().getBytes(StandardCharsets.UTF_8));
    }

    /** For documents: the address of a PNG picture. */
    public String pngAddress() {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png());
    }

    /** The picture as an SVG element. */
    String svg() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < dots.getHeight(); y++) {
            for (int x = 0; x < dots.getWidth(); x++) {
                if (dots.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns='http://www.w3.org/2000/svg' shape-rendering='crispEdges' viewBox='0 0 " + dots.getWidth()
                + " " + dots.getHeight() + "'><rect width='100%' height='100%' fill='#fff'/><path d='" + path
                + "'/></svg>";
    }

    private byte[] png() {
        BufferedImage picture = new BufferedImage(
                dots.getWidth() * PIXELS_PER_DOT, dots.getHeight() * PIXELS_PER_DOT, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, dots.get(x / PIXELS_PER_DOT, y / PIXELS_PER_DOT) ? 0 : WHITE);
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }
}

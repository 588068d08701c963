package pl.otwartagmina.identity.internal;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture made anew from the middle of the one that was sent: a square JPEG in which there is nothing else, neither where
 * and when it was taken nor anything that was hidden in the file.
 */
public final class Picture {
    /** Pixels of its sides. */
    public static final int SIDE = 256;

    /** Bytes that may be sent. */
    public static final int LONGEST = 5 * 1024 * 1024;

    /** Pixels that are read, as many as a good phone makes; a small file can hold far more. */
    private static final long MOST_PIXELS = 64_000_000;

    /** How much larger than the result an image is read, so that it is still smooth once it is small. */
    private static final int FINENESS = 4;

    private static final float QUALITY = 0.88f;

    private Picture() {}

    /** What was sent cannot be a picture of somebody. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }

        Unreadable(Exception cause) {
            super(cause);
        }
    }

    /** Makes it from a PNG or JPEG image. */
    public static byte[] of(byte[] sent) throws Unreadable {
        Scan.Type type = Scan.Type.of(sent)
                .filter(one -> one != Scan.Type.PDF)
                .orElseThrow(() -> new Unreadable("neither PNG nor JPEG"));
        if (sent.length > LONGEST) {
            throw new Unreadable("too long");
        }
        ImageReader reader = ImageIO.getImageReadersByMIMEType(type.mediaType()).next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            reader.setInput(input, true, true);
            return jpeg(upright(middle(reader), Orientation.of(sent)));
        } catch (IOException | RuntimeException damaged) {
            // the decoders answer to damage with whatever comes to them
            throw new Unreadable(damaged);
        } finally {
            reader.dispose();
        }
    }

    /** The square in the middle, read no finer than need be. */
    private static BufferedImage middle(ImageReader reader) throws IOException, Unreadable {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new Unreadable("too many pixels");
        }
        int side = Math.min(width, height);
        ImageReadParam middle = reader.getDefaultReadParam();
        middle.setSourceRegion(new Rectangle((width - side) / 2, (height - side) / 2, side, side));
        int step = Math.max(1, side / (FINENESS * SIDE));
        middle.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, middle);
    }

    /** Halved until it is nearly small enough: one step alone would leave out most of the pixels. */
    private static BufferedImage upright(BufferedImage read, Orientation orientation) {
        BufferedImage image = read;
        while (image.getWidth() >= 2 * SIDE) {
            image = draw(image, image.getWidth() / 2, new AffineTransform());
        }
        return draw(image, SIDE, orientation.ofSquare(SIDE));
    }

    private static BufferedImage draw(BufferedImage image, int side, AffineTransform transform) {
        BufferedImage drawn = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = drawn.createGraphics();
        try {
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            canvas.setColor(Color.WHITE);
            canvas.fillRect(0, 0, side, side);
            canvas.transform(transform);
            canvas.drawImage(image, 0, 0, side, side, null);
            return drawn;
        } finally {
            canvas.dispose();
        }
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByMIMEType("image/jpeg").next();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(file)) {
            writer.setOutput(output);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }
}

package pl.otwartagmina.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureTest {
    private static final String SECRET = "GPS 52.23N 21.01E";
    private static final int NEAR = 20;

    /** Red on the left, blue on the right, as the pixels lie in the file. */
    static byte[] image(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 2, height);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(width / 2, 0, width - width / 2, height);
        canvas.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, file);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return file.toByteArray();
    }

    private static byte[] withNotes(byte[] jpeg, int orientation) {
        byte[] secret = SECRET.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer notes = ByteBuffer.allocate(2 + 6 + 8 + 2 + 12 + 4 + secret.length)
                .putShort((short) (2 + 6 + 8 + 2 + 12 + 4 + secret.length))
                .put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put(secret);
        return ByteBuffer.allocate(jpeg.length + 2 + notes.capacity())
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFE1)
                .put(notes.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static BufferedImage made(byte[] sent) throws Exception {
        byte[] picture = Picture.of(sent);
        assertThat(new String(picture, StandardCharsets.ISO_8859_1)).doesNotContain(SECRET, "Exif");
        assertThat(Scan.Type.of(picture)).contains(Scan.Type.JPEG);
        return ImageIO.read(new ByteArrayInputStream(picture));
    }

    private static String at(BufferedImage image, int x, int y) {
        Color colour = new Color(image.getRGB(x, y));
        return colour.getRed() > 200 && colour.getBlue() < 60
                ? "red"
                : colour.getBlue() > 200 && colour.getRed() < 60 ? "blue" : "other";
    }

    @ParameterizedTest
    @CsvSource({"png,40,40", "jpeg,3000,2000", "png,2000,3000", "png,10,300", "jpeg,256,256"})
    void whatever_was_sent_becomes_a_square(String format, int width, int height) throws Exception {
        BufferedImage picture = made(image(format, width, height));

        assertThat(picture.getWidth()).isEqualTo(Picture.SIDE);
        assertThat(picture.getHeight()).isEqualTo(Picture.SIDE);
        assertThat(at(picture, NEAR, 128)).isEqualTo("red");
        assertThat(at(picture, Picture.SIDE - NEAR, 128)).isEqualTo("blue");
    }

    @ParameterizedTest
    @CsvSource({"1,left", "2,right", "3,right", "4,left", "5,top", "6,top", "7,bottom", "8,bottom", "9,left", "0,left"})
    void it_stands_upright_and_says_nothing_of_where_it_was_taken(int orientation, String red) throws Exception {
        BufferedImage picture = made(withNotes(image("jpeg", 900, 700), orientation));

        int far = Picture.SIDE - NEAR;
        assertThat(at(picture, NEAR, 128)).isEqualTo(colour(red.equals("left"), red.equals("right")));
        assertThat(at(picture, far, 128)).isEqualTo(colour(red.equals("right"), red.equals("left")));
        assertThat(at(picture, 128, NEAR)).isEqualTo(colour(red.equals("top"), red.equals("bottom")));
        assertThat(at(picture, 128, far)).isEqualTo(colour(red.equals("bottom"), red.equals("top")));
    }

    /** In the middle of a side that is half red and half blue it is neither for sure. */
    private static String colour(boolean red, boolean blue) {
        return red ? "red" : blue ? "blue" : "other";
    }

    @Test
    void what_shines_through_is_white() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB), "png", file);

        assertThat(new Color(made(file.toByteArray()).getRGB(128, 128))).isEqualTo(Color.WHITE);
    }

    @Test
    void what_is_no_picture_is_refused() {
        byte[] jpeg = image("jpeg", 300, 300);

        for (byte[] no : new byte[][] {
            {},
            "GIF89a".getBytes(StandardCharsets.US_ASCII),
            "%PDF-1.7".getBytes(StandardCharsets.US_ASCII),
            Arrays.copyOf(jpeg, 20),
            Arrays.copyOf(image("png", 300, 300), 40),
            Arrays.copyOf(jpeg, Picture.LONGEST + 1)
        }) {
            assertThatThrownBy(() -> Picture.of(no)).isInstanceOf(Picture.Unreadable.class);
        }
    }

    @Test
    void a_small_file_with_too_many_pixels_is_not_unpacked() {
        byte[] bomb = image("png", 10, 10);
        // IHDR: width and height stand behind the signature, the length and the type of the first chunk
        ByteBuffer.wrap(bomb).putInt(16, 50_000).putInt(20, 50_000);

        assertThatThrownBy(() -> Picture.of(bomb)).isInstanceOf(Picture.Unreadable.class);
    }
}

package pl.otwartagmina.identity.internal;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How the camera was held (Exif 2.32, tag 0x0112, 1 to 8): the one thing of the notes in a photograph that has to be heeded
 * before they are left out.
 */
record Orientation(int value) {
    static final Orientation UPRIGHT = new Orientation(1);

    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int START_OF_IMAGE = 0xFFD8;
    private static final int NOTES = 0xFFE1;
    private static final int PIXELS = 0xFFDA;
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    /** Of an image; upright if it does not say. */
    static Orientation of(byte[] image) {
        ByteBuffer file = ByteBuffer.wrap(image);
        if (file.remaining() < 4 || Short.toUnsignedInt(file.getShort()) != START_OF_IMAGE) {
            return UPRIGHT;
        }
        while (file.remaining() >= 4) {
            int marker = Short.toUnsignedInt(file.getShort());
            int length = Short.toUnsignedInt(file.getShort()) - Short.BYTES;
            if (marker == PIXELS || length < 0 || length > file.remaining()) {
                return UPRIGHT;
            }
            ByteBuffer segment = file.slice(file.position(), length);
            if (marker == NOTES && isExif(segment)) {
                return ofNotes(segment.slice(EXIF.length, length - EXIF.length));
            }
            file.position(file.position() + length);
        }
        return UPRIGHT;
    }

    private static boolean isExif(ByteBuffer segment) {
        byte[] beginning = new byte[EXIF.length];
        if (segment.remaining() < beginning.length) {
            return false;
        }
        segment.get(0, beginning);
        return Arrays.equals(beginning, EXIF);
    }

    /** A TIFF header and its first directory; whatever does not fit in is taken for nothing. */
    private static Orientation ofNotes(ByteBuffer notes) {
        if (notes.remaining() < 8) {
            return UPRIGHT;
        }
        notes.order(notes.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = notes.getInt(4);
        if (directory < 0 || directory > notes.limit() - Short.BYTES) {
            return UPRIGHT;
        }
        int count = Short.toUnsignedInt(notes.getShort(directory));
        for (int i = 0; i < count; i++) {
            int entry = directory + Short.BYTES + i * ENTRY;
            if (entry > notes.limit() - ENTRY) {
                return UPRIGHT;
            }
            if (Short.toUnsignedInt(notes.getShort(entry)) == TAG) {
                int value = Short.toUnsignedInt(notes.getShort(entry + 8));
                return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** What turns a square image of this side upright. */
    AffineTransform ofSquare(int side) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, side, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, side, side);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, side);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, side, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, side, side);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, side);
            default -> new AffineTransform();
        };
    }
}

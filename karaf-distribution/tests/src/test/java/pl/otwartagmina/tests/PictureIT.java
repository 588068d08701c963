package pl.otwartagmina.tests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** The picture by which somebody wants to be seen. */
@RunningPortal
class PictureIT {
    @AtBothWidths
    void a_picture_takes_the_place_of_initials_in_all_windows_until_it_is_taken_away(
            int width, Browser browser, PortalProcess portal) throws IOException {
        String address = portal.newResident();
        Visitor visitor = browser.visitor(width).opens("/logowanie");
        AccountsIT.signIn(visitor, address, AccountsIT.PASSWORD);
        visitor.opens("/e/identity");
        Locator avatar = visitor.page().locator(".og-top .og-avatar");
        assertThat(avatar).hasText("HW");

        send(visitor, "ja.png", "no picture".getBytes(StandardCharsets.US_ASCII));
        assertThat(visitor.page().getByText("Tego zdjęcia nie da się odczytać.").first())
                .isVisible();
        send(visitor, "ja.png", sunset());

        Locator image = visitor.page().locator(".og-top img.og-avatar");
        assertThat(image).isVisible();
        assertThat(image).hasJSProperty("naturalWidth", 256);
        assertThat(visitor.page().getByText("Tego zdjęcia nie da się odczytać."))
                .isHidden();
        PrivacyIT.judge(visitor);
        PrivacyIT.picture(visitor, "picture-" + width);
        visitor.opens("/");
        assertThat(image).hasJSProperty("naturalWidth", 256);

        visitor.opens("/e/identity");
        visitor.named(AriaRole.BUTTON, "Usuń zdjęcie").click();
        assertThat(avatar).hasText("HW");
    }

    private static void send(Visitor visitor, String name, byte[] content) {
        visitor.page()
                .locator(".og-file input[type=file]")
                .setInputFiles(new FilePayload(name, "application/octet-stream", content));
    }

    private static byte[] sunset() throws IOException {
        BufferedImage image = new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setPaint(new GradientPaint(0, 0, Color.ORANGE, 0, 800, new Color(40, 20, 90)));
        canvas.fillRect(0, 0, 1200, 800);
        canvas.dispose();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, "png", file);
        return file.toByteArray();
    }
}

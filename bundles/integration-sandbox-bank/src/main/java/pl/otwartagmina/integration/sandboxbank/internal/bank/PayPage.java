package pl.otwartagmina.integration.sandboxbank.internal.bank;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import pl.otwartagmina.api.gmina.Office;

/** The page on which an order is paid; works without scripts. */
final class PayPage {
    private static final List<String> NAMES = List.of("Polski", "Українська", "English");

    private final Office office;

    PayPage(Office office) {
        this.office = office;
    }

    /**
     * The page of an order that can be paid.
     *
     * @param form what was chosen before
     * @param fault key of the text that says what is wrong with it, empty if nothing is
     */
    String open(Entry order, PayForm form, String fault, Words words) {
        String amount = words.amount(order.amount());
        Document page = frame(
                words, (fault.isEmpty() ? "" : words.text("fault.title") + " – ") + words.text("title", amount), true);
        Element main = page.body().appendElement("main");
        main.appendElement("h1").text(words.text("title", amount));
        if (!fault.isEmpty()) {
            Element summary = main.appendElement("div").addClass("fault").attr("role", "alert");
            summary.appendElement("a")
                    .attr("href", form.isBlik() ? "#code" : "#way-blik")
                    .text(words.text(fault));
        }
        summary(main, order, words);
        Element fields = main.appendElement("form")
                .attr("method", "post")
                .attr("action", "?lang=" + words.language())
                .attr("novalidate", true);
        ways(fields, form, words);
        code(fields, form, fault, words);
        Element buttons = fields.appendElement("div").addClass("buttons");
        button(buttons, "pay", "primary", words.text("pay", amount));
        button(buttons, "reject", "secondary", words.text("reject"));
        trial(fields, form.trial(), words);
        return page.outerHtml();
    }

    /** The page of an order that cannot be paid any more. */
    String settled(Entry order, Words words) {
        Document page = frame(words, words.text("settled.title"), true);
        Element main = page.body().appendElement("main");
        main.appendElement("h1").text(words.text("settled.title"));
        main.appendElement("p")
                .text(words.text(order.state() == Entry.State.CONFIRMED ? "settled.paid" : "settled.failed"));
        summary(main, order, words);
        main.appendElement("p")
                .appendElement("a")
                .addClass("button primary")
                .attr("href", order.back().toString())
                .text(words.text("back"));
        return page.outerHtml();
    }

    /** The page at an address that is none of an order. */
    String unknown(Words words) {
        Document page = frame(words, words.text("unknown.title"), false);
        Element main = page.body().appendElement("main");
        main.appendElement("h1").text(words.text("unknown.title"));
        main.appendElement("p").text(words.text("unknown.text"));
        return page.outerHtml();
    }

    private static Document frame(Words words, String title, boolean languages) {
        Document page = Document.createShell("");
        page.outputSettings().prettyPrint(false);
        page.prependChild(new org.jsoup.nodes.DocumentType("html", "", ""));
        page.select("html").attr("lang", words.language());
        page.title(title + " – " + words.text("bank"));
        page.head()
                .appendElement("meta")
                .attr("name", "viewport")
                .attr("content", "width=device-width, initial-scale=1");
        page.head().appendElement("link").attr("rel", "stylesheet").attr("href", "../style.css");
        page.body()
                .appendElement("p")
                .addClass("simulation")
                .attr("role", "note")
                .text(words.text("simulation"));
        Element header = page.body().appendElement("header");
        header.appendElement("span").addClass("bank").text(words.text("bank"));
        if (languages) {
            Element nav = header.appendElement("nav").attr("aria-label", words.text("languages"));
            for (int place = 0; place < NAMES.size(); place++) {
                String language = Words.LANGUAGES.get(place);
                Element link = nav.appendElement("a")
                        .attr("href", "?lang=" + language)
                        .attr("lang", language)
                        .attr("hreflang", language)
                        .text(NAMES.get(place));
                if (language.equals(words.language())) {
                    link.attr("aria-current", "true");
                }
            }
        }
        return page;
    }

    private void summary(Element main, Entry order, Words words) {
        Element list = main.appendElement("section")
                .addClass("card")
                .attr("aria-label", words.text("summary"))
                .appendElement("dl");
        line(list, words.text("recipient"), office.name(Locale.forLanguageTag(words.language())));
        line(list, words.text("for"), order.title());
        if (order.shares().size() > 1) {
            order.shares().forEach(share -> line(list, share.title(), words.amount(share.amount())));
        }
        line(list, words.text("amount"), words.amount(order.amount())).addClass("total");
        line(list, words.text("number"), order.reference());
        line(list, words.text("until"), words.moment(order.expires()));
    }

    private static Element line(Element list, String name, String value) {
        Element line = list.appendElement("div");
        line.appendElement("dt").text(name);
        line.appendElement("dd").text(value);
        return line;
    }

    private static void ways(Element fields, PayForm form, Words words) {
        Element set = fields.appendElement("fieldset");
        set.appendElement("legend").text(words.text("way"));
        Element ways = set.appendElement("div").addClass("ways");
        way(ways, "blik", "BLIK", form);
        PayForm.BANKS.forEach(bank -> way(ways, bank, words.text("bank." + bank), form));
    }

    private static void way(Element ways, String id, String name, PayForm form) {
        Element label = ways.appendElement("label").addClass("way");
        Element radio = label.appendElement("input")
                .attr("type", "radio")
                .attr("name", "way")
                .attr("id", "way-" + id)
                .attr("value", id);
        if (form.way().equals(id)) {
            radio.attr("checked", true);
        }
        label.appendElement("span").text(name);
    }

    private static void code(Element fields, PayForm form, String fault, Words words) {
        Element field = fields.appendElement("div").addClass("code");
        field.appendElement("label").attr("for", "code").text(words.text("code"));
        Element input = field.appendElement("input")
                .attr("id", "code")
                .attr("name", "code")
                .attr("inputmode", "numeric")
                .attr("autocomplete", "one-time-code")
                .attr("maxlength", "7")
                .attr("aria-describedby", "code-hint")
                .attr("value", form.code());
        field.appendElement("p").attr("id", "code-hint").addClass("hint").text(words.text("code.hint"));
        if (fault.startsWith("fault.code")) {
            input.attr("aria-invalid", "true").attr("aria-describedby", "code-hint code-fault");
            field.appendElement("p").attr("id", "code-fault").addClass("wrong").text(words.text(fault));
        }
    }

    private static void button(Element buttons, String act, String look, String text) {
        buttons.appendElement("button")
                .addClass("button " + look)
                .attr("name", "act")
                .attr("value", act)
                .text(text);
    }

    private static void trial(Element fields, Trial trial, Words words) {
        Element details = fields.appendElement("details").addClass("card");
        if (!trial.equals(Trial.NONE)) {
            details.attr("open", true);
        }
        details.appendElement("summary").text(words.text("trial"));
        details.appendElement("p").addClass("hint").text(words.text("trial.text"));
        select(details, "delay", PayForm.DELAYS, trial.delaySeconds(), words);
        select(details, "copies", PayForm.COPIES, trial.copies(), words);
        select(details, "failures", PayForm.FAILURES, trial.askFailures(), words);
        check(details, "lost", trial.lost(), words);
        check(details, "shuffled", trial.shuffled(), words);
    }

    private static void select(Element details, String name, List<Integer> choices, int chosen, Words words) {
        details.appendElement("label").attr("for", name).text(words.text("trial." + name));
        Element select = details.appendElement("select").attr("id", name).attr("name", name);
        for (int choice : choices) {
            Element option = select.appendElement("option")
                    .attr("value", Integer.toString(choice))
                    .text(words.text("trial." + name + "." + choice));
            if (choice == chosen) {
                option.attr("selected", true);
            }
        }
    }

    private static void check(Element details, String name, boolean checked, Words words) {
        Element label = details.appendElement("label").addClass("check");
        Element box = label.appendElement("input")
                .attr("type", "checkbox")
                .attr("name", name)
                .attr("value", "yes");
        if (checked) {
            box.attr("checked", true);
        }
        label.appendElement("span").text(words.text("trial." + name));
    }
}

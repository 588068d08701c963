package pl.otwartagmina.api.ui;

/** What a colour means; each has its icon, because colour alone says nothing to many. */
public enum Tone {
    NEUTRAL("neutral", "circle-dot"),
    INFO("info", "clock"),
    SUCCESS("success", "circle-check"),
    WARNING("warning", "circle-alert"),
    DANGER("danger", "triangle-alert");

    private final String cssName;
    private final String icon;

    Tone(String cssName, String icon) {
        this.cssName = cssName;
        this.icon = icon;
    }

    String cssName() {
        return cssName;
    }

    String icon() {
        return icon;
    }
}

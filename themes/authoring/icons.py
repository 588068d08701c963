#!/usr/bin/env python3
"""Writes base/src/main/resources/OG-THEME/icons.css from the SVG files of the npm package lucide-static.

    npm pack lucide-static && tar xf lucide-static-*.tgz
    python3 themes/authoring/icons.py package/icons

Needed only to add an icon: the build takes the written file as it is.
"""
import pathlib
import re
import sys
import urllib.parse

NAMES = """
a-large-small accessibility activity archive arrow-down arrow-left arrow-right arrow-up ban banknote bell bell-off
bell-ring book-open building building-2 bus calculator calendar calendar-check calendar-days camera car chart-column
chart-line check chevron-down chevron-left chevron-right chevron-up circle-alert circle-check circle-dot circle-help
circle-minus circle-x clipboard-check clipboard-list clock coins construction contrast copy credit-card database
download droplet droplets ellipsis ellipsis-vertical external-link eye eye-off file-check file-pen file-plus file-text
files filter flag folder folder-open gauge gavel globe graduation-cap handshake history home hourglass house
id-card image inbox info key-round lamp landmark languages layers layout-grid leaf lightbulb link list-checks
loader-circle locate-fixed lock lock-keyhole log-in log-out mail map map-pin megaphone menu message-circle
message-square-text minus monitor newspaper package paperclip pencil percent phone piggy-bank plug plus power printer
puzzle qr-code receipt recycle refresh-cw rss save scale school search send server settings share-2 shield
shield-check siren sliders-horizontal smartphone square-check stamp star store tag theater thermometer thumbs-up
ticket tractor traffic-cone trash-2 tree-pine trees triangle-alert truck undo-2 unplug upload user user-check users
vote wallet waves wifi-off wrench x zap
""".split()

ALIASES = {"trash": "trash-2", "refresh": "refresh-cw", "funnel": "filter"}

# drawn by the style sheets themselves, in place of the glyphs of Vaadin's icon font
INNER = ["calendar", "check", "chevron-down", "chevron-right", "circle-alert", "circle-check", "clock", "eye",
         "eye-off", "external-link", "file-text", "info", "minus", "puzzle", "refresh-cw", "triangle-alert", "upload",
         "wifi-off", "x"]


def data_url(svg: str) -> str:
    shapes = re.sub(r"\s+", " ", re.search(r"<svg[^>]*>(.*)</svg>", svg, re.S).group(1)).strip().replace(" />", "/>")
    shapes = shapes.replace("> <", "><")
    drawn = ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='black' "
             "stroke-width='1.5' stroke-linecap='round' stroke-linejoin='round'>" + shapes.replace('"', "'") + "</svg>")
    return 'url("data:image/svg+xml,' + urllib.parse.quote(drawn, safe=" ='/:,.-+()") + '")'


def main(icons: pathlib.Path) -> None:
    def url(name: str) -> str:
        return data_url((icons / f"{name}.svg").read_text())

    lines = [
        "/* Lucide icons (ISC licence, LICENSE-lucide.txt) as masks, 1.5 px stroke. Written by themes/authoring/icons.py. */",
        ":root {", *(f"  --og-icon-{name}: {url(name)};" for name in INNER), "}",
        ".og-icon {", "  --og-icon: var(--og-icon-puzzle);", "  display: inline-block;", "  flex: none;",
        "  width: 1.25em;", "  height: 1.25em;", "  vertical-align: -0.25em;", "  background: currentColor;",
        "  -webkit-mask: var(--og-icon) center / contain no-repeat;", "  mask: var(--og-icon) center / contain no-repeat;", "}",
    ]
    for name in sorted(NAMES + list(ALIASES)):
        drawn = ALIASES.get(name, name)
        value = f"var(--og-icon-{drawn})" if drawn in INNER else url(drawn)
        lines.append(f'.og-icon[data-icon="{name}"] {{ --og-icon: {value}; }}')
    lines += ["@media (forced-colors: active) {",
              "  .og-icon { forced-color-adjust: none; background: CanvasText; }",
              "  a .og-icon { background: LinkText; }",
              "  button .og-icon, vaadin-button .og-icon { background: ButtonText; }", "}"]
    target = pathlib.Path(__file__).parent.parent / "base/src/main/resources/OG-THEME/icons.css"
    target.write_text("\n".join(lines) + "\n")
    print(f"{target}: {len(NAMES)} icons, {target.stat().st_size} bytes")


main(pathlib.Path(sys.argv[1]))

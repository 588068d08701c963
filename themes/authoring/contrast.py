#!/usr/bin/env python3
"""Prints the contrast of every pair of colours that the portal puts together, for each gmina and for high contrast.

    python3 themes/authoring/contrast.py

Ends with 1 if body text is below 7:1, other text below 4.5:1, or a line that carries meaning below 3:1 (WCAG 2.1).
"""
import pathlib
import re
import sys

THEMES = pathlib.Path(__file__).parent.parent
BODY, TEXT, SHAPE = 7.0, 4.5, 3.0
PAIRS = [
    ("text", "surface", BODY), ("text", "background", BODY), ("text", "selected", BODY), ("text", "neutral-soft", BODY),
    ("text", "info-soft", BODY), ("text", "success-soft", BODY), ("text", "warning-soft", BODY),
    ("text", "danger-soft", BODY), ("on-primary", "primary", BODY), ("on-primary", "primary-strong", BODY),
    ("primary", "surface", TEXT), ("primary", "background", TEXT), ("primary", "primary-soft", TEXT),
    ("primary-strong", "primary-soft", TEXT), ("primary-strong", "surface", TEXT),
    ("muted", "surface", TEXT), ("muted", "background", TEXT), ("muted", "selected", TEXT),
    ("muted", "neutral-soft", TEXT), ("info", "info-soft", TEXT), ("success", "success-soft", TEXT),
    ("success", "surface", TEXT), ("warning", "warning-soft", TEXT), ("danger", "danger-soft", TEXT),
    ("danger", "surface", TEXT), ("danger", "primary-soft", TEXT), ("on-danger", "danger", TEXT), ("surface", "text", TEXT),
    ("field-line", "surface", SHAPE), ("field-line", "background", SHAPE), ("accent", "surface", SHAPE),
    ("focus", "surface", SHAPE), ("focus", "background", SHAPE),
]


def declared(path: pathlib.Path, selector: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for block in re.findall(re.escape(selector) + r"\s*\{(.*?)\}", path.read_text(), re.S):
        found.update(re.findall(r"--og-([a-z-]+):\s*([^;]+);", block))
    return found


def rgb(value: str, tokens: dict[str, str]) -> tuple[float, ...]:
    value = value.strip()
    if value.startswith("#"):
        return tuple(int(value[i:i + 2], 16) for i in (1, 3, 5))
    if variable := re.fullmatch(r"var\(--og-([a-z-]+)\)", value):
        return rgb(tokens[variable.group(1)], tokens)
    if mixed := re.fullmatch(r"color-mix\(in srgb, (.+?) (\d+)%, (.+)\)", value):
        share = int(mixed.group(2)) / 100
        return tuple(share * a + (1 - share) * b
                     for a, b in zip(rgb(mixed.group(1), tokens), rgb(mixed.group(3), tokens)))
    raise ValueError(value)


def luminance(colour: tuple[float, ...]) -> float:
    red, green, blue = (c / 3294.6 if c <= 10.314 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def main() -> int:
    base = THEMES / "base/src/main/resources/OG-THEME"
    common = declared(base / "tokens.css", ":root")
    palettes = {}
    for theme in sorted(THEMES.glob("*/src/main/resources/OG-THEME/theme.css")):
        palettes[theme.parents[4].name] = common | declared(theme, ":root")
    palettes["high contrast"] = common | declared(base / "contrast.css", ":root[data-contrast='high']")
    failed = 0
    print(f"{'':32}{'needs':>6}" + "".join(f"{name:>16}" for name in palettes))
    for front, back, needed in PAIRS:
        line = f"{front + ' on ' + back:32}{needed:6.1f}"
        for tokens in palettes.values():
            reached = ratio(rgb(tokens[front], tokens), rgb(tokens[back], tokens))
            failed += reached < needed
            line += f"{reached:15.2f}{' ' if reached >= needed else '!'}"
        print(line)
    print(f"{failed} below what is needed" if failed else "all reach what is needed")
    return 1 if failed else 0


sys.exit(main())

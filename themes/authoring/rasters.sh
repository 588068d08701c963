#!/bin/sh
# Draws the icons of the web app manifest from each gmina's crest. Needs rsvg-convert (Debian: librsvg2-bin).
set -eu
cd "$(dirname "$0")/.."
for gmina in modrzewiny nowy-brzeg; do
  folder=$gmina/src/main/resources/OG-THEME
  ground=$(sed -n 's/^color.background=//p' "$folder/theme.properties")
  inner=$(sed -e '1d' -e '$d' "$folder/crest.svg")
  draw() { # file, size, scale of the crest in 512, corner radius
    width=$(echo "80 * $3" | bc -l)
    height=$(echo "94 * $3" | bc -l)
    printf '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" rx="%s" fill="%s"/><g transform="translate(%s %s) scale(%s)">%s</g></svg>' \
      "$4" "$ground" "$(echo "(512 - $width) / 2" | bc -l)" "$(echo "(512 - $height) / 2" | bc -l)" "$3" "$inner" |
      rsvg-convert -w "$2" -h "$2" -o "$folder/$1"
  }
  draw icon-192.png 192 4.4 96
  draw icon-512.png 512 4.4 96
  draw icon-maskable-512.png 512 3.4 0
done

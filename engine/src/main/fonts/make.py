#!/usr/bin/env python3
"""Makes the fonts that are not shipped as they come, from the files of npm's @expo-google-fonts packages (SIL OFL 1.1).

Usage: make.py FOLDER-WITH-THE-TTF-FILES TARGET-FOLDER       needs: pip install fonttools

Each keeps the characters of its own script; Latin is Inter's. FFmpeg's drawtext shapes every text as Latin, so the rules
by which marks find their place are also said to be those of Latin.
"""
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = {
    # Hangul only: Hanja are in Noto Sans SC.
    "NotoSansKR": ["1100-11FF", "3130-318F", "3200-321E", "3260-327F", "A960-A97F", "AC00-D7A3", "D7B0-D7FF", "20A9"],
    "NotoSansHebrew": ["0590-05FF", "FB1D-FB4F", "20AA"],
    # Letters, and their joined forms by code point, which drawtext's shaping doesn't reach otherwise.
    "NotoSansArabic": ["0600-06FF", "FB50-FDFF", "FE70-FEFC"],
    "NotoSansThai": ["0E00-0E7F"],
}


def characters(ranges):
    found = {0x20}
    for text in ranges:
        first, _, last = text.partition("-")
        found |= set(range(int(first, 16), int(last or first, 16) + 1))
    return found


def as_latin(font, own):
    for tag in ("GPOS", "GSUB"):
        if tag not in font:
            continue
        records = font[tag].table.ScriptList.ScriptRecord
        script = next((r.Script for r in records if r.ScriptTag == own), None)
        if script is None:
            continue
        for record in records:
            record.Script = script
    return font


def main(source, target):
    for name, ranges in FONTS.items():
        file = next(Path(source).rglob(f"{name}_600SemiBold.ttf"))
        font = TTFont(file)
        options = subset.Options()
        options.layout_features = ["*"] if name == "NotoSansThai" else ["mark", "mkmk", "ccmp"]
        options.hinting = False
        options.notdef_outline = True
        options.name_IDs = ["*"]
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=characters(ranges))
        subsetter.subset(font)
        own = {"NotoSansHebrew": "hebr", "NotoSansThai": "thai", "NotoSansArabic": "arab"}.get(name)
        if own:
            as_latin(font, own)
        font.save(Path(target) / f"{name}.ttf")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])

#!/usr/bin/env python3
"""Writes the tables of Sources/CCodePages anew: code-pages.py, from the top of the repository.

The tables are those of the WHATWG Encoding Standard, which is how browsers read these encodings, put together from the
codecs of Python (gb18030, cp950) and glibc (iconv, BIG5-HKSCS of 2008) and from the differences listed here. They are
in the repository because neither is on every machine that runs the program: Debian has glibc's in a package of their
own from release 13 on.
"""

import subprocess
from pathlib import Path

TARGET = Path("Sources/CCodePages")

# What GB18030-2022 has in place of the private-use characters of 2000 and 2005, and the one code that the standard
# leaves to private use and that deployed text has as a space.
GB18030_SINCE_2005 = {
    0xA3A0: 0x3000, 0xA8BC: 0x1E3F,
    0xA6D9: 0xFE10, 0xA6DA: 0xFE12, 0xA6DB: 0xFE11, 0xA6DC: 0xFE13, 0xA6DD: 0xFE14, 0xA6DE: 0xFE15, 0xA6DF: 0xFE16,
    0xA6EC: 0xFE17, 0xA6ED: 0xFE18, 0xA6F3: 0xFE19,
    0xFE59: 0x9FB4, 0xFE61: 0x9FB5, 0xFE66: 0x9FB6, 0xFE67: 0x9FB7, 0xFE6D: 0x9FB8, 0xFE7E: 0x9FB9, 0xFE90: 0x9FBA,
    0xFEA0: 0x9FBB,
}
# The four-byte code that changed places with A8BC.
GB18030_FOUR_BYTES_SINCE_2005 = {7457: 0xE7C7}

# Codes of Hong Kong's supplement that name a character which Big5 has elsewhere: dropped from it in 2004, and still read.
BIG5_DUPLICATES = """
8E69 7BB8 8E6F 7C06 8E7E 7CCE 8EAB 7DD2 8EB4 7E1D 8ECD 8005 8ED0 8028 8F57 83C1 8F69 84A8 8F6E 840F 8FCB 89A6 8FCC 89A9
8FFE 8D77 906D 90FD 907A 92B9 90DC 975C 90F1 97FF 91BF 9F16 9244 8503 92AF 5159 92B0 515B 92B1 515D 92B2 515E 92C8 936E
92D1 7479 9447 6D67 94CA 799B 95D9 9097 9644 975D 96ED 701E 96FC 5B28 9B76 7201 9B78 77D7 9B7B 7E87 9BC6 99D6 9BDE 91D4
9BEC 60DE 9BF6 6FB6 9C42 8F36 9C53 4FBB 9C62 71DF 9C68 9104 9C6B 9DF0 9C77 83CF 9CBC 5C10 9CBD 79E3 9CD0 5A67 9D57 8F0B
9D5A 7B51 9DC4 62D0 9EA9 6062 9EEF 75F9 9EFD 6C4A 9F60 9B2E 9F66 9F17 9FCB 50ED 9FD8 5F0C A063 880F A077 62CE A0D5 7468
A0DF 7162 A0E4 7250 C6CF 5EF4 C6D3 65E0 C6D5 7676 C6D7 96B6 C6DE 3003 C6DF 4EDD FA5F 5029 FA66 507D FABD 5305 FAC5 5344
FAD5 537F FB48 5605 FBB8 5A77 FBF3 5E75 FBF9 5ED0 FC4F 5F58 FC6C 60A4 FCB9 6490 FCE2 6674 FCF1 675E FDB7 6C9C FDB8 6E1D
FDBB 6E2F FDF1 716E FE52 732A FE6F 745C FEAA 74E9 FEDD 7809
"""


def gb18030_two_bytes():
    """The character of lead 81..FE and trail 40..FF, row by row; 0 where there is none."""
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0x100):
            if trail in (0x7F, 0xFF):
                yield 0
            else:
                code = lead << 8 | trail
                yield GB18030_SINCE_2005.get(code) or ord(bytes((lead, trail)).decode("gb18030"))


def gb18030_ranges():
    """The numbers of four-byte codes at which a run of consecutive characters begins, and its first character."""
    expected = None
    for number in range(39420):
        first, second, third, fourth = number // 12600, number // 1260 % 10, number // 10 % 126, number % 10
        code = bytes((0x81 + first, 0x30 + second, 0x81 + third, 0x30 + fourth))
        character = GB18030_FOUR_BYTES_SINCE_2005.get(number) or ord(code.decode("gb18030"))
        if character != expected:
            yield number, character
        expected = character + 1


def hong_kong(code):
    """The characters of a code in BIG5-HKSCS; empty where there are none."""
    result = subprocess.run(["iconv", "-f", "BIG5-HKSCS", "-t", "UTF-8"], input=code, capture_output=True)
    return result.stdout.decode() if result.returncode == 0 else ""


def big5():
    """The character of lead 87..FE and trail 40..7E, A1..FE, row by row; a second one in the upper 16 bits; 0: none."""
    duplicates = BIG5_DUPLICATES.split()
    duplicates = dict(zip((bytes.fromhex(code) for code in duplicates[::2]), duplicates[1::2]))
    for lead in range(0x87, 0xFF):
        for trail in (*range(0x40, 0x7F), *range(0xA1, 0xFF)):
            code = bytes((lead, trail))
            if code in duplicates:
                yield int(duplicates[code], 16)
            elif b"\xA3\xC0" <= code <= b"\xA3\xE0":
                # Pictures of the control characters, delete as the last.
                yield 0x2421 if code == b"\xA3\xE0" else 0x2400 + trail - 0xC0
            elif b"\xA1\x40" <= code < b"\xC6\xA1" or b"\xC9\x40" <= code < b"\xF9\xFE":
                yield ord(code.decode("cp950", "ignore") or "\0")
            else:
                characters = hong_kong(code)
                values = [ord(character) for character in characters] + [0, 0]
                yield values[0] | values[1] << 16


def write(name, about, *tables):
    """A C file of tables, each given as its type, its name and its values in hexadecimal."""
    with open(TARGET / name, "w") as out:
        out.write(f"// {about}\n// Written by scripts/code-pages.py.\n\n#include \"CCodePages.h\"\n")
        for kind, table, values in tables:
            out.write(f"\nconst {kind} {table}[{len(values)}] = {{\n")
            line = " "
            for value in values:
                text = f" {value:#x}," if value else " 0,"
                if len(line) + len(text) > 110:
                    out.write(line + "\n")
                    line = " "
                line += text
            out.write(line + "\n};\n")


ranges = list(gb18030_ranges())
write(
    "gb18030.c", "GB18030-2022 as in the WHATWG Encoding Standard.",
    ("uint16_t", "gb18030_two_bytes", list(gb18030_two_bytes())),
    ("uint16_t", "gb18030_range_numbers", [number for number, _ in ranges]),
    ("uint16_t", "gb18030_range_characters", [character for _, character in ranges]),
)
write(
    "big5.c", "Big5 with Hong Kong's supplement of 2008, as in the WHATWG Encoding Standard.",
    ("uint32_t", "big5_characters", list(big5())),
)
print(f"{len(ranges)} ranges")

"""Character classes that the rules share, written as the inside of a regular expression's brackets."""

HAN = r"\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Chinese characters, with 〇."""
BLANK = r" \t\r\v\f\x1c-\x1f\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""What shows as a blank; a line feed never stands inside a line."""
INVISIBLE = (
    r"\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    r"\U000e0001\U000e0020-\U000e007f\x01-\x08\x0e-\x1b\x7f"
)
"""Characters that show as nothing: zero-width blanks, joiners, marks of direction, tags, control characters."""
STOP = "。！？!?…"
"""Characters that end a sentence."""
NUMERAL = "〇零一二三四五六七八九十百千两"
"""Chinese numerals as headings use them."""

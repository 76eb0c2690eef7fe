"""English for foreign readers: what the head of a document says of it, shown where a reader asks for English."""

from __future__ import annotations

from collections.abc import Mapping

from build_pages.model.record import Kind, Record

KIND: Mapping[Kind, str] = {
    "speech": "Speech", "report": "Government work report", "digest": "Report, digest", "resolution": "Resolution",
    "decision": "Decision", "communique": "Communiqué", "plan": "Plan", "editorial": "Editorial",
    "explainer": "Explainer", "news": "Meeting report", "notice": "Notice", "other": "Other",
}  # fmt: skip
COMPLETENESS = {"full": "full text", "digest": "digest", "excerpt": "excerpt"}
LABELS = {
    "报告人": "Delivered by", "讲话人": "Speaker", "发布": "Issued by", "场合": "Occasion", "日期": "Date",
    "刊载": "Published in", "收到的文本": "Received", "对照": "Comparisons",
}  # fmt: skip
"""The names of facts in the head of a document ▸ English."""


def describe_in_english(record: Record) -> dict[str, object]:
    """``kicker``, ``labels`` and ``warning`` of a document's head."""
    cautions = (
        (record.completeness == "digest", "A digest, not the full text: what is not here may still have been said."),
        (record.begins_mid_text, "The beginning is missing."),
        (record.transcription == "machine", "Machine-read: check wording and figures against the page before quoting."),
    )
    return {
        "kicker": f"{KIND[record.kind]} · {COMPLETENESS[record.completeness]}",
        "labels": LABELS,
        "warning": " ".join(words for applies, words in cautions if applies),
    }

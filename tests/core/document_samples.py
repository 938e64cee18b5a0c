"""A text of our own, long enough to fill columns, from which files of many formats are made.

Here: its headings, paragraphs, a list, a quotation, a table, notes. Not here: how they are written
(``pdf_writer`` and others beside it). Nothing in it is a fact about the world.
"""

from __future__ import annotations

from dataclasses import dataclass

TITLE = "The bridge at Norham and what it was said to cost"
AUTHOR = "Ida Marlow"

PARAGRAPHS = (
    "When the county council of Norham voted last spring to close the old bridge over the River "
    "Tellin, the treasurer told reporters that repairs would cost no more than 4.2 million pounds. "
    "Eleven months later the official estimate stands at 9.7 million, and nobody at the council "
    "seems able to explain how the first figure came about.",
    "The bridge, a steel truss of 212 metres, was opened in 1931 and carried about 14,300 vehicles "
    "a day before it was closed. Inspectors found corrosion in 38 of its 96 main joints. “We could "
    "not take responsibility for a single further winter,” said Harriet Lowe, the engineer who "
    "signed the report, in a hearing on 14 March.",
    "Opponents of the closure dispute that account. They point to an earlier inspection, dated "
    "June 2019, which rated the structure as satisfactory and recommended nothing but a new coat "
    "of paint. According to the Residents’ Association, traffic through the village of Upper "
    "Tellin has more than doubled since the detour was introduced, from 2,100 to 4,800 vehicles a "
    "day, and the number of recorded accidents rose from three to eleven.",
    "The council’s own traffic office, however, gives different numbers. Its counters registered "
    "3,950 vehicles on an average weekday in October, and only seven accidents in the whole of the "
    "year, two of which happened before the closure. Asked about the discrepancy, a spokeswoman "
    "said that the association had counted vehicles in both directions twice.",
    "Financially the affair has become a test of the regional government’s promise to pay for "
    "half of all infrastructure renewals. In a letter of 3 September the ministry confirmed a "
    "contribution of 2.5 million pounds, which is rather less than half of either estimate. The "
    "minister later told parliament that the remainder would be “found in the course of the "
    "regular budget negotiations”, a formula that opposition members described as evasive.",
    "Independent specialists are more cautious. Professor Anselm Okafor, who teaches structural "
    "engineering at the technical university in Marbury, has examined the documents. He considers "
    "the first estimate unrealistic, because it left out scaffolding, environmental protection and "
    "the disposal of lead paint, which together account for roughly a third of comparable "
    "projects. “The arithmetic was never complicated,” he remarked; “it was simply incomplete.”",
    "Whether the bridge will reopen at all is now uncertain. A replacement of concrete would cost "
    "an estimated 21 million pounds and could be finished, at the earliest, in four years. The "
    "council intends to decide in January. Until then, pedestrians and cyclists may use a narrow "
    "temporary crossing two kilometres upstream, which the army put up within nine days.",
    "Shopkeepers on both banks complain of heavy losses. A survey by the chamber of commerce, "
    "answered by 64 of 150 members, found that turnover had fallen by 23 per cent on average; four "
    "businesses have closed for good. Economists warn against reading too much into a survey in "
    "which fewer than half of those asked took part, and in which the hardest hit may well have "
    "been the readiest to answer.",
)
HEADINGS = ("What the inspectors found", "Who is to pay", "What comes next")
QUOTE = (
    "We were promised a bridge within a year and a bill that we could afford. What we have is a "
    "hole in the road, a hole in the budget, and a committee that meets every other Thursday to "
    "look into both of them."
)
ITEMS = (
    "The first estimate of 4.2 million pounds covered steel and labour only.",
    "The second estimate of 9.7 million pounds includes scaffolding and paint.",
    "The ministry has confirmed 2.5 million pounds and nothing beyond that sum.",
)
TABLE = (
    ("Item", "First estimate", "Second estimate"),
    ("Steel and labour", "4.2 million", "5.1 million"),
    ("Scaffolding", "none", "1.9 million"),
    ("Lead paint", "none", "2.7 million"),
)
NOTES = (
    "Minutes of the council, 14 March, page 7.",
    "The association has since withdrawn the figure for one of the roads.",
)
CAPTION = "Figure 1: The old bridge seen from the northern bank."
HEADER = "Norham Review"
FOREIGN = {
    "ar": "قال المجلس البلدي إن إصلاح الجسر القديم سيكلف أربعة ملايين جنيه فقط. وبعد أحد عشر شهرا "
    "بلغ التقدير الرسمي تسعة ملايين، ولا يستطيع أحد أن يشرح كيف جاء الرقم الأول.",
    "zh": "郡议会去年春天投票决定关闭旧桥，财务主管告诉记者，维修费用不会超过四百万英镑。"
    "十一个月后，官方估计为九百七十万英镑，议会里似乎没有人能够解释第一个数字是怎么来的。",
    "de": "Der Kreistag beschloss im vergangenen Frühjahr, die alte Brücke zu sperren; die "
    "Kämmerin sagte, die Instandsetzung koste höchstens vier Millionen. Elf Monate später "
    "liegt die Schätzung bei über neun Millionen, und niemand kann erklären, weshalb.",
}


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text is set: columns, hyphens, alignment, what runs along the edges."""

    name: str
    columns: int = 1
    hyphens: bool = False
    justified: bool = False
    running: bool = False
    notes: bool = False
    table: bool = False
    repeats: int = 2  # times the paragraphs are set


def body(layout: Layout) -> list[tuple[str, str]]:
    """The text as (kind, words) in reading order: what a reader should give back."""
    found = [("title", TITLE)]
    for turn in range(layout.repeats):
        for n, paragraph in enumerate(PARAGRAPHS):
            if n in (1, 4, 6):
                found.append(("heading", HEADINGS[(1, 4, 6).index(n)]))
            found.append(("paragraph", paragraph))
            if n == 2 and turn == 0:
                found.append(("quote", QUOTE))
            if n == 5 and turn == 0:
                found += [("item", one) for one in ITEMS]
            if n == 3 and turn == 0 and layout.table:
                found.append(("table", "\n".join("\t".join(row) for row in TABLE)))
    return found

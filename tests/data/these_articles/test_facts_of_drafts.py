"""Tests what is said of the figures, names and dates of drafts about these articles."""

import sqlite3

import pytest

from istanbul_talks.check.facts.fact_check import FactCheck
from istanbul_talks.check.findings import FindingKind, Verdict

GIVEN, OTHERWISE, DISPUTED, MISPRINTED, NOT_HERE = (
    Verdict.GIVEN,
    Verdict.OTHERWISE,
    Verdict.DISPUTED,
    Verdict.MISPRINTED,
    Verdict.NOT_HERE,
)


@pytest.fixture(scope="module")
def facts(connection: sqlite3.Connection) -> FactCheck:
    return FactCheck(connection)


def check(facts: FactCheck, draft: str, kind: FindingKind) -> list[tuple[str, Verdict]]:
    """Return the passages of a kind that something is said of, and what."""
    found = facts.find(draft, [])
    return [(draft[one.start : one.end], one.verdict) for one in found if one.kind == kind]


FIGURES = {
    "Russia demanded that Ukraine limit its military to 80,000 soldiers.": [("80,000 soldiers", OTHERWISE)],
    "Russia demanded that Ukraine limit its military to 85,000 soldiers.": [("85,000 soldiers", DISPUTED)],
    "Russia demanded that Ukraine limit its military to eighty-five thousand troops.": [
        ("eighty-five thousand troops", DISPUTED)
    ],
    "Russia demanded a limit of 85,000 soldiers for Ukraine's army, Zelensky said 50,000 troops.": [
        ("85,000 soldiers", GIVEN),
        ("50,000 troops", GIVEN),
    ],
    "Zelensky said that Russia demanded a reduction to 50,000 troops; the drafts had 85,000 soldiers.": [
        ("50,000 troops", GIVEN),
        ("85,000 soldiers", GIVEN),
    ],
    "The sides agreed on an exchange of prisoners, 1,000-for-100.": [("1,000-for-100", OTHERWISE)],
    "They agreed on a prisoner exchange in a 1,000-for-500 formula.": [("1,000-for-500 formula", OTHERWISE)],
    "The range of Ukrainian missiles was limited to 60 km (25 mi).": [
        ("60 km", OTHERWISE),
        ("25 mi", GIVEN),
    ],
    "The range of Ukrainian missiles was limited to 40 km.": [("40 km", GIVEN)],
    "The draft protocols allowed Ukraine 342 tanks and 591 artillery systems.": [
        ("342 tanks", GIVEN),
        ("591 artillery systems", OTHERWISE),
    ],
    "The sides agreed on a 1,000-for-1,000 exchange formula.": [("1,000-for-1,000 exchange formula", GIVEN)],
    "The sides announced a prisoner exchange in a 500-for-500 formula.": [
        ("500-for-500 formula", OTHERWISE),
    ],
    "Kyiv and its allies urged Moscow to accept an unconditional ceasefire of at most 30 days.": [
        ("at most 30 days", OTHERWISE)
    ],
    "Kyiv and its allies urged Moscow to accept an unconditional ceasefire of at least 30 days.": [
        ("at least 30 days", GIVEN)
    ],
    "They met for the first time in less than three years of war.": [("less than three years", OTHERWISE)],
    "Russia's army controls around a fifth of the country.": [("around a fifth of the country", GIVEN)],
    "Russia's army controls about 20 percent of the country.": [("about 20 percent of the country", GIVEN)],
    "Russia's army controls about 30 percent of the country.": [
        ("about 30 percent of the country", OTHERWISE)
    ],
    "The protocols would have capped the military at 85,000 soldiers, 324 tanks and 519 artillery systems.": [
        ("85,000 soldiers", DISPUTED),
        ("324 tanks", OTHERWISE),
        ("519 artillery systems", GIVEN),
    ],
    "Some 6 million people fled Ukraine after Russia invaded.": [
        ("Some 6 million people fled Ukraine", GIVEN)
    ],
    "The regiment has 3,000 soldiers.": [],
    "Ukraine has an army of 900,000 soldiers, the U.S. sent 31 Abrams tanks.": [],
    "One of the four experts is from the GRU, says Chapter 4, page 342, of 2,000 pages.": [
        ("four experts", GIVEN)
    ],
    "Umerov led Kyiv's team of two delegations. He has been minister for five years.": [],
    "Three people were killed and 15 wounded, 273 drones were shot down.": [],
    "Russia lost 20,000 soldiers near Bakhmut in 2023.": [],
    "Russia wanted an army of 85,000 soldiers; Zelensky has spoken of 50,000.": [
        ("85,000 soldiers", GIVEN),
        ("50,000", GIVEN),
    ],
    "Russia wanted an army of 85k (or 50k, if you believe Zelensky).": [("85k", GIVEN), ("50k", GIVEN)],
    "The allies called for a 30-hour ceasefire.": [("30-hour ceasefire", OTHERWISE)],
    "Kyiv sent four additional brigades to the front, and asked for a 30-hour truce.": [],
    "Moscow wants recognition of the annexation of Crimea and three more oblasts.": [
        ("three more oblasts", OTHERWISE)
    ],
    "The draft allowed Ukraine 432 tanks.": [("432 tanks", OTHERWISE)],
    "Ukraine was to keep 342 tanks and 159 artillery pieces.": [("159 artillery pieces", OTHERWISE)],
    "An army of between 50,000 and 85,000 soldiers was what Russia demanded.": [],
    "Kyiv called on Moscow to accept a 30-week ceasefire.": [("30-week ceasefire", OTHERWISE)],
    "No more than 340 tanks, Russia demanded.": [("No more than 340 tanks", OTHERWISE)],
    "Ukraine received 300 tanks and 150 artillery systems from Germany.": [],
    "The sides agreed on a 500-for-500 prisoner exchange.": [("500-for-500 prisoner exchange", OTHERWISE)],
    "The sides agreed a 1000-for-1000 prisoner exchange.": [("1000-for-1000 prisoner exchange", GIVEN)],
    "Russia sent Medinsky and seven lower-ranking officials.": [("seven lower-ranking officials", OTHERWISE)],
} | {
    f"Russia demanded that Ukraine limit its military to {number} soldiers.": [
        (f"{number} soldiers", verdict)
    ]
    for numbers, verdict in (
        (("85000", "85k", "85 000", "85.000", "85'000", "85’000"), DISPUTED),
        (("95000", "95k", "95 000", "95.000", "95'000", "95’000"), OTHERWISE),
    )
    for number in numbers
}


@pytest.mark.parametrize(("draft", "expected"), FIGURES.items())
def test_a_figure_is_held_against_those_of_the_same(
    facts: FactCheck, draft: str, expected: list[tuple[str, Verdict]]
) -> None:
    assert check(facts, draft, FindingKind.FIGURE) == expected


NAMES = {
    "The delegation is led by Vladimir Medinski, who met Zelenskiy in Zaporizhia.": [
        ("Medinski", NOT_HERE),
        ("Zelenskiy", NOT_HERE),
        ("Zaporizhia", NOT_HERE),
    ],
    "With him came Igor Kostykov.": [("Kostykov", MISPRINTED)],
    "With him came Sergei Fomin.": [("Sergei Fomin", NOT_HERE)],
    "Recep Tayip Erdogan, Vladimir Tutin and Yuri Ushakov met in Kiev.": [
        ("Tayip Erdogan", NOT_HERE),
        ("Tutin", NOT_HERE),
        ("Yuri Ushakov", NOT_HERE),
        ("Kiev", NOT_HERE),
    ],
    "Doku Umarov, Lilia Shevtsova, George Soros and Ivanka Trump; Vladimir Vladimirovich Putin.": [],
    "Negotiator Medinsky, Kremlinologists, Germanic and Turkic words. HOW PUTTIN TALKED": [],
    "Zelensky, Zelenskyy, Erdoğan and PUTIN; Kyiv’s and Zelensky's; Putins, Ukrainians, Putinism, Turks.": [],
    "Deputy Defence Minister Andrei Fomin came.": [("Andrei Fomin", DISPUTED)],
    "One article has Andrei Fomin, another Alexander Fomin. Fomin came. Alexander Fomin left.": [],
    "Oleg Fomin, deputy defence minister, came.": [("Oleg Fomin", NOT_HERE)],
    "Eric Trump, the president's son, came, and Oleg Medinsky, a baker.": [],
    "Johnston advised Kyiv against continuing. Secretary of State Rubino declined.": [
        ("Johnston", NOT_HERE),
        ("Rubino", NOT_HERE),
    ],
    "Boris Johnston advised Kyiv.": [("Johnston", NOT_HERE)],
    "I asked Johnston, a baker from Leeds. Mr Rubino, our neighbour, drove to Milan.": [],
    "Lyndon Johnston and Senator Rubino met the delegation. Rubino and Johnston declined.": [],
    "Mr Zelinsky waited. Mr Fomin came.": [("Zelinsky", NOT_HERE)],
    "Germans, Poles, Belarusians and Israelis heard Lyndon Johnson and Olena Zelenska. Zelenska left.": [],
}


@pytest.mark.parametrize(("draft", "expected"), NAMES.items())
def test_a_name_that_articles_spell_otherwise_is_told(
    facts: FactCheck, draft: str, expected: list[tuple[str, Verdict]]
) -> None:
    assert check(facts, draft, FindingKind.NAME) == expected


DAYS = {
    "On 16 May 2025 the negotiators met in Istanbul.": [("16 May 2025", GIVEN)],
    "On 17 May Ukrainian and Russian negotiators met in Istanbul to discuss a ceasefire.": [
        ("17 May", OTHERWISE)
    ],
    "The phone call between Trump and Putin took place on 20 May.": [("20 May", OTHERWISE)],
    "In autumn 2022 he signed a decree. In winter 2019 nothing happened.": [
        ("autumn 2022", GIVEN),
    ],
    "On May 15, Ukrainian and Russian negotiators met in Istanbul to discuss a ceasefire.": [
        ("May 15", OTHERWISE)
    ],
    "Peskov confirmed on 16 May that Putin would not travel to Istanbul.": [("16 May", OTHERWISE)],
    "On 15 May Zelensky arrived in Turkey. On 11 May Ushakov spoke.": [("15 May", GIVEN), ("11 May", GIVEN)],
    "On 2 June 2025 it rained. Putin was born on 7 October 1952. The second round was on 3 June 2025.": [],
    "Published on 27 November 2026. On 24 February 2022 Russia invaded Ukraine. I saw him on 1 May 2020.": [],
    "Putin proposed on Saturday, 10 May 2025, to talk on 15 May.": [
        ("Saturday, 10 May 2025", GIVEN),
        ("15 May", GIVEN),
    ],
    "Zelensky said on 11 May that he would wait for Putin in Turkey on 15 May.": [
        ("11 May", GIVEN),
        ("15 May", GIVEN),
    ],
    "In March 2022, they met; in late April 2022 the videoconferences ended.": [
        ("March 2022", GIVEN),
        ("late April 2022", GIVEN),
    ],
    "The proposed ceasefire was to begin on May 14.": [("May 14", OTHERWISE)],
    "The ceasefire was to begin on May 15.": [("May 15", OTHERWISE)],
    "The ceasefire was to begin on May 12.": [("May 12", GIVEN)],
    "Mass killings of civilians in Bucha were discovered in early May 2022.": [("early May 2022", OTHERWISE)],
    "Trump and Putin telephoned on Tuesday, 19 May 2025.": [("Tuesday, 19 May 2025", OTHERWISE)],
    "Trump and Putin telephoned on Monday, 19 May 2025.": [("Monday, 19 May 2025", GIVEN)],
    "3 June 2025\n\nOn Thursday, a year after 2024, nothing happened.": [],
    "On 2025-05-17, 17.05.2025, 17/05/2025, 5/17/2025 and 17.5.25 the negotiators discussed a ceasefire.": [
        (day, OTHERWISE) for day in ("2025-05-17", "17.05.2025", "17/05/2025", "5/17/2025", "17.5.25")
    ],
    "On 2025-05-16 the negotiators met in Istanbul to discuss a ceasefire; see <https://a.b/2025/05/17>.": [
        ("2025-05-16", GIVEN)
    ],
    "On 05/06/2025 the negotiators met in Istanbul to discuss a ceasefire, in release 17.5.25.1.": [
        ("05/06/2025", NOT_HERE)
    ],
    "The third round in Istanbul took place on 23 July and was over within 40 minutes.": [],
    "Lavrov proposed that the next round be held in Istanbul on June 2.": [],
    "Kyiv came under attack by 70 drones and nine missiles on 17 June.": [],
    "Mikhail said on 12/05/2025 and 5/12/2025 that the ceasefire was to begin; see 5.6.25.": [],
    "From our notebook: Ukrainian and\nRussian negotiators met to discuss in\nIstanbul on May\n9, as ever.": [
        ("May\n9", OTHERWISE)
    ],
    "Putin ties the new talks to the 2022 draft.": [],
    "Peskov confirms that Putin will not travel. Date: 2025-05-28.": [("2025-05-28", OTHERWISE)],
    "The negotiators met in Istanbul.\n\n5/24/2025. Russian delegation presents its demands.": [
        ("5/24/2025", OTHERWISE)
    ],
    "The negotiators met in Istanbul.\n\n11 May 2025. Putin ties the new talks to the 2022 draft.": [
        ("11 May 2025", GIVEN)
    ],
    "Peskov confirms that Putin will not travel. I saw him on 28 May 2025.\n\nIt was 28 May 2025.": [],
    "On the 17th of May Ukrainian and Russian negotiators met in Istanbul to discuss a ceasefire.": [
        ("17th of May", OTHERWISE)
    ],
    "On the twenty-first of May Ukrainian and Russian negotiators met in Istanbul to discuss a ceasefire.": [
        ("twenty-first of May", OTHERWISE)
    ],
    "On May sixteenth Ukrainian and Russian negotiators met in Istanbul.": [("May sixteenth", GIVEN)],
    "Crimea was annexed in 2015.": [("2015", OTHERWISE)],
    "Russia's army controls a fifth of the country, including the Crimean peninsula, annexed in 2014.": [
        ("2014", GIVEN)
    ],
    "Russia invaded Ukraine in 2021.": [("2021", OTHERWISE)],
    "In 2021 Zelensky signed a decree banning negotiations with Putin.": [("2021", OTHERWISE)],
    "In 2023 Zelensky called the annexation of Crimea illegal. In 2024 they did not meet in Istanbul.": [],
    "In 2019 Zelensky became president of Ukraine. The talks held in 2021 in Ankara changed nothing.": [],
    "In 2025 they spoke of the annexation of Crimea in 2014.": [("2014", GIVEN)],
    "Talks by videoconference went on until late May 2022.": [],
    "So one reads in “What Prospects Are There for Russia-Ukraine Peace Talks in Istanbul?” of May 12.": [
        ("May 12", GIVEN)
    ],
    "ISTANBUL, May 20 (Wire) -- Ukrainian and Russian negotiators met in Istanbul.": [],
    "Negotiators last met face-to-face in Istanbul in February 2022.": [("February 2022", OTHERWISE)],
}


@pytest.mark.parametrize(("draft", "expected"), DAYS.items())
def test_a_date_that_no_article_gives_is_told(
    facts: FactCheck, draft: str, expected: list[tuple[str, Verdict]]
) -> None:
    assert check(facts, draft, FindingKind.DAY) == expected


def test_nothing_in_the_articles_is_objected_to_but_what_another_disputes(
    connection: sqlite3.Connection, facts: FactCheck
) -> None:
    for (text,) in connection.execute("SELECT text FROM texts").fetchall():
        verdicts = {one.verdict for one in facts.find(text, [])}
        assert verdicts <= {GIVEN, DISPUTED, MISPRINTED}

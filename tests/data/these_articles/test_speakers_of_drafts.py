"""To whom a draft about these articles gives a quotation, and whether they give it to the same."""

import sqlite3

import pytest

from fixtures.draft_speakers import find_other
from istanbul_talks.check.matching.compared_tokens import load_rules
from istanbul_talks.check.speech.speakers import DraftSpeakers
from istanbul_talks.text.quotations import find_quotations

BEFORE = {
    "Zelensky said {}.": "Zelensky",
    "Zelensky told reporters: {}.": "Zelensky",
    "Putin told Zelensky that {}.": "Putin",
    "Putin insisted that {}.": "Putin",
    "Putin stated that {}, and nothing else.": "Putin",
    "Russian President Vladimir Putin said {}.": "Vladimir Putin",
    "Kremlin aide Yury Ushakov said Sunday that {}.": "Yury Ushakov",
    "The Kremlin said on May 15 that {}.": "Kremlin",
    "Putin has repeatedly said {}.": "Putin",
    "Putin on Sunday said {}.": "Putin",
    "Putin arrived in Istanbul and said {}.": "Putin",
    "Putin, speaking in Moscow, said {}.": "Putin",
    "Umerov, whom Zelensky had sent, said {}.": "Umerov",
    "Medinsky, the head of the Russian delegation, told journalists: {}": "Medinsky",
    "In an interview with Reuters, Zelensky said: {}": "Zelensky",
    "Asked about Putin, Zelensky said {}.": "Zelensky",
    "Zelensky said of Trump: {}": "Zelensky",
    "Zelensky said Putin {}.": "Zelensky",
    "Zelensky said he would come, but Kyiv called it {}.": "Kyiv",
    "According to Zelensky, {}.": "Zelensky",
    "As Putin said, {}": "Putin",
    "In Putin’s words, {}": "Putin",
    "Putin’s claim that {} was new.": "Putin",
    "The killings were described by Moscow as {}.": "Moscow",
    "Zelensky: {}": "Zelensky",
    "Zelensky on Sunday: {}": "Zelensky",
    "**Putin**: {}": "Putin",
    "Putin said:\n\n{}": "Putin",
    "Zelensky told journalists\nin Kyiv on Sunday:\n{}": "Zelensky",
    "Reuters reported that Russia sought {}.": "Reuters",
    "The Institute for the Study of War (ISW) said {}.": "Institute for the Study of War",
    "Erdoğan said {}.": "Erdoğan",
    "Volodymyr Zelenskiy said {}.": "Volodymyr Zelenskiy",
    "French President Emmanuel Macron said {}.": "Emmanuel Macron",
    "Kremlin officials said {}.": "Kremlin officials",
    "Ukraine’s Foreign Ministry said {}.": "Foreign Ministry",
    "MEDINSKY: {}": "MEDINSKY",
    "Medinsky was quoted as saying that {}.": "Medinsky",
    "What Putin called {} was new.": "Putin",
    "Zelensky, said Putin, does not understand {}.": "Putin",
    "The Kremlin’s Peskov called this {}.": "Peskov",
    "Lavrov’s deputy, Mikhail Galuzin, said: {}": "Mikhail Galuzin",
    "Asked whether Zelensky would come, Peskov said: {}": "Peskov",
    "Putin did not agree to the joint US-Ukrainian proposal and instead proposed {}.": "Putin",
    "Lavrov reiterated the demands for the demilitarisation of Ukraine, its {}.": "Lavrov",
    "Putin said that the talks must not only begin but also reflect {}.": "Putin",
    "Zelensky upped the stakes by saying he would be {}.": "Zelensky",
    "Erdogan hosted; Zelensky said {}.": "Zelensky",
    "It was Russia, Reuters reported, that sought {}.": "Reuters",
    "The Russian president said {}.": "Russian president",
    "The Moscow Times reported that {}.": "Moscow Times",
    "The Moscow Times: {}": "Moscow Times",
    "The Warsaw-based OSW wrote: {}": "OSW",
    "Moscow Times: {}": "Moscow Times",
    "It was Rubio who called this {}.": "Rubio",
    "It was the Kremlin’s Dmitry Peskov who said {}.": "Dmitry Peskov",
    "Putin’s answer was: {}": "Putin",
    "Putin’s words were {}.": "Putin",
    "Putin’s statement said {}.": "Putin",
    "The Kremlin’s statement reads: {}": "Kremlin",
    "A statement by Donald Trump reads: {}": "Donald Trump",
    "A statement by the Kremlin says {}.": "Kremlin",
    "Putin’s insistence that {} was new.": "Putin",
    "Putin is said to have said {}.": "Putin",
    "Putin’s spokesman, Dmitry Peskov, said Moscow would {}.": "Dmitry Peskov",
    "The French president, Emmanuel Macron, said {}.": "Emmanuel Macron",
    "Putin repeatedly and publicly said {}.": "Putin",
    "Zelensky blamed the European {}.": "Zelensky",
    "| Putin | {} |": "Putin",
    "| **Vladimir Putin** | 15 May |\n| Zelensky | {} |": "Zelensky",
    "Putin — {}": "Putin",
    "Zelensky – {}": "Zelensky",
    "Putin may say {}.": "Putin",
    "Putin said that it was {}, which he blamed on the West.": "Putin",
    "Putin said it was {}, which Peskov called wrong.": "Putin",
    "The plan that Putin called {} failed.": "Putin",
    "Putin, who said that he was {}, left.": "Putin",
    "Putin in a rare interview described it as {}.": "Putin",
    "The man was, as Putin once said, {}.": "Putin",
    "Two days before Putin said {}, the talks had ended.": "Putin",
    "Putin was asked about it and replied {}.": "Putin",
    "Putin left the room after saying {}.": "Putin",
    "Putin is on record as saying {}.": "Putin",
    "An agency quoted Putin as saying {}.": "Putin",
    "By calling it {}, Putin surprised his hosts.": "Putin",
    "Described by Putin as {}, it failed.": "Putin",
    "It was called {} by Putin.": "Putin",
    "What had been called {} by Putin failed.": "Putin",
    "A statement issued by Putin said {}.": "Putin",
    "Putin’s claim that it was {} was new.": "Putin",
    "Putin’s message was blunt: {}": "Putin",
    "Lavrov rejected Putin’s claim that it was {}.": "Putin",
    "Putin Says Talks Are {}": "Putin",
    "We met Macron. He smiled, and Macron left. Macron said {}.": "Macron",
}
BEHIND = {
    "{}, asserted Col. Medinsky.": "Medinsky",
    "{}, Gen. Medinsky insisted.": "Medinsky",
    "{}, V. Putin said.": "Putin",
    "{}, Vladimir V. Putin told journalists.": "Putin",
    "{}, Medinsky had gravely warned.": "Medinsky",
    "{}, Peskov is quoted as saying by Reuters.": "Peskov",
    "{} — so says Putin in a letter.": "Putin",
    "{} — Putin said in Moscow.": "Putin",
    "{}, Zelensky said.": "Zelensky",
    "{}, said Foreign Minister Sergey Lavrov.": "Sergey Lavrov",
    "{}, said Lavrov on Sunday.": "Lavrov",
    "{}, said the head of the Russian delegation, Vladimir Medinsky.": "Vladimir Medinsky",
    "{}, Peskov, the Kremlin spokesman, said on May 15.": "Peskov",
    "{}, Peskov told Reuters.": "Peskov",
    "{}, Putin stressed, and left the room.": "Putin",
    "{}, Zelensky said of Putin.": "Zelensky",
    "{}, according to Putin.": "Putin",
    "{}, said Kremlin officials.": "Kremlin officials",
    "{}, said Emmanuel Macron.": "Emmanuel Macron",
    "{}\n\n— Vladimir Putin": "Vladimir Putin",
    "{} (Putin).": "Putin",
    "{} - Medinsky, 15 May": "Medinsky",
    "{} was how Putin put it.": "Putin",
    "{}, a Kremlin official told Reuters.": "Kremlin official",
    "{}, as Putin has said.": "Putin",
    "{}, tweeted Trump.": "Trump",
    "{} was said by Trump.": "Trump",
    "{} were the words that were spoken by Trump.": "Trump",
    "{} were Putin’s words.": "Putin",
    "{} was Putin’s answer.": "Putin",
    "{}, read the Kremlin’s statement.": "Kremlin",
    "{}: that is how Putin sees it.": "Putin",
    "{}: with these words Zelensky rejected the draft.": "Zelensky",
    "| {} | Putin |": "Putin",
    "{}: Putin": "Putin",
    "{}\n\n-- Putin": "Putin",
    "{}. (Putin)": "Putin",
    "{}, read a statement by Putin.": "Putin",
    "{}, the chief of the General Staff, Igor Kostyukov, said.": "Igor Kostyukov",
}
NOBODY = (
    "{}, officials said. Putin was away.",
    "{}, officials said Putin.",
    "{} — it said Putin was away.",
    "He said {}.",
    "{}, he said of Putin.",
    "He told Putin that {}.",
    "Speaking about Zelensky, the minister said {}.",
    "Zelensky’s {} are many.",
    "Officials said {}.",
    "The ministry said {}.",
    "Putin’s aide said {}.",
    "Zelensky and Erdogan said {}.",
    "Putin was told {}.",
    "When asked about {}, Peskov said no.",
    "Russia took note of Kyiv’s proposal but wants {}.",
    "It was Medinsky, not Putin, who said {}.",
    "Neither Putin nor Zelensky said {}.",
    "For Putin, the talks should be {}.",
    "Zelensky rejected the {}.",
    "The draft says {}.",
    "{}, said one diplomat.",
    "Putin stayed home, the ministry said: {}",
    "Zelensky said he would come, while the hall was {}.",
    "After Zelensky said he would come, the Kremlin sent {}.",
    "Putin announced the delegation. {}",
    "One reads {} Zelensky went home.",
    "Rescuers said {}.",
    "Critics warned of {}.",
    "Macron said {}.",
    "Zelensky rejected what Russia sees as {}.",
    "| Words | {} |",
    "Putin never said {}.",
    "Putin did not say {}.",
    "Putin has yet to say {}.",
    "Neither the hosts nor Putin said {}.",
    "It was not Putin who said {}.",
    "Putin did not answer whether it was {}.",
    "The man who defeated Putin said {}.",
    "The text that Putin signed speaks of {}.",
    "Officials whom Putin met said {}.",
    "Putin wore a shirt that said {}.",
    "Putin quoted an official as saying {}.",
    "Putin’s critics call it {}.",
    "Putin’s proposal was rejected by some as {}.",
    "Zelensky called Putin’s proposal {}.",
    "Zelensky dismissed Putin’s claim as {}.",
    "The minister thanked Putin and said {}.",
    "Asked about {}, Peskov said no.",
    "It had been {} while Peskov said no.",
    "It had been {}, but Peskov said no.",
    "It was {} when Peskov said no.",
    "{}, said Putin and Zelensky.",
    "{}, he later said to Putin.",
    "The {}, Kyiv hopes, is over.",
)
CASES = [*BEFORE.items(), *BEHIND.items(), *((draft, "") for draft in NOBODY)]


def name_speakers(db: sqlite3.Connection, draft: str) -> list[str]:
    """Return to whom a draft gives each of its quotations."""
    quotations = find_quotations(draft, load_rules(db).quotations)
    speakers = DraftSpeakers(db, draft, quotations)
    return ["".join(each.words for each in speakers.list_speakers(span)[:1]) for span in quotations]


def test_a_quotation_is_given_to_the_name_beside_the_verb_and_to_nobody_else(
    connection: sqlite3.Connection,
) -> None:
    """Catch a swapped speaker that is overlooked, and a name that is taken for the speaker but is none."""
    found = {draft: name_speakers(connection, draft.format("“we are ready”")) for draft, _ in CASES}
    assert found == {draft: [speaker] for draft, speaker in CASES}


@pytest.mark.parametrize(
    "draft",
    [
        "“We are,” Zelensky said on Sunday in Istanbul. “Ready for it.”",
        "“We are,” Zelensky said, “ready for it”.",
        "Zelensky said he was “ready” and that he wanted “all of it”.",
        "“Are we?” Zelensky asked. “Ready for it!”",
    ],
)
def test_the_second_part_of_a_quotation_is_given_to_whom_the_first_is(
    connection: sqlite3.Connection, draft: str
) -> None:
    """Catch a part that is given to nobody since its speaker stands with another."""
    assert name_speakers(connection, draft) == ["Zelensky"] * 2


def test_any_word_beside_a_name_says_who_spoke(connection: sqlite3.Connection) -> None:
    """Catch a speaker whose verb is in no list, right behind a quotation that ends with a comma."""
    for behind in ("Putin boasted.", "boasted Putin.", "Putin shot back.", "Putin summed up."):
        assert name_speakers(connection, f"“We are ready,” {behind}") == ["Putin"]


def test_a_sentence_behind_says_who_spoke(connection: sqlite3.Connection) -> None:
    """Catch a name behind a quotation that is a sentence of its own."""
    for behind in ("So said Putin.", "(Putin)", "— Putin", "-- Putin"):
        assert name_speakers(connection, f"“We are ready.” {behind}") == ["Putin"]


def test_each_quotation_of_a_sentence_has_its_own_speaker(connection: sqlite3.Connection) -> None:
    """Catch a quotation that is given to the speaker of another."""
    drafts = (
        "Putin said “we are” and Zelensky replied “so are we”.",
        "While Putin said “we are”, Zelensky said “so are we”.",
        "“We are,” said Putin; “so are we,” said Zelensky.",
        "“We are,” Putin said, to which Zelensky replied: “So are we.”",
        "- Putin: “We are.”\n- Zelensky: “So are we.”",
    )
    assert [name_speakers(connection, draft) for draft in drafts] == [["Putin", "Zelensky"]] * len(drafts)


def find_other_of(db: sqlite3.Connection, draft: str, quote_id: str) -> str:
    """Return to whom a draft gives the words of a quote, by its id and put in for {}, if wrongly."""
    (words,) = db.execute("SELECT exact FROM quotes WHERE id = ?", [quote_id]).fetchone()
    return find_other(db, draft, words)


@pytest.mark.parametrize(
    ("quote_id", "drafts"),
    [
        (
            "what-prospects_4836-4872",
            {
                "Boris Johnson claimed that Arakhamia had told Kyiv: {}.": "Boris Johnson → Arakhamia",
                "Arakhamia claimed that Boris Johnson had told Kyiv: {}.": "",
                "Arakhamia said: {}.": "",
                "According to Reuters, Johnson told Kyiv: {}.": "Reuters → Johnson",
                "According to Arakhamia, Johnson told Kyiv: {}.": "",
                "According to The Moscow Times, Johnson told Kyiv: {}.": "",
                "{}, Johnson told Kyiv, Zelensky said.": "Zelensky → Johnson",
                "{}, Johnson told Kyiv, Arakhamia said.": "",
            },
        ),
        (
            "what-prospects_2119-2174",
            {
                "According to Reuters, Putin said: {}.": "",
                "Peskov said that Putin had said: {}.": "Peskov → Putin",
                "Peskov said that Lavrov had said: {}.": "Lavrov",
            },
        ),
        (
            "ceasefire-initiative_1814-1871",
            {
                "{}, Socor wrote.": "Socor",
                "Putin’s claim is old. {}, Socor wrote.": "",
                "{}, Putin said.": "",
            },
        ),
    ],
    ids=[
        "a chain has its order",
        "who passes on words may be another",
        "who reports and rejects words does not say them",
    ],
)
def test_who_reports_is_told_from_who_says(
    connection: sqlite3.Connection, quote_id: str, drafts: dict[str, str]
) -> None:
    """Catch who reports and who is reported that are turned round, or taken for each other."""
    assert {draft: find_other_of(connection, draft, quote_id) for draft in drafts} == drafts

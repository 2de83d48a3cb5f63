"""Organizations by kinds of evidence: abbreviations, common words, words of other languages, demonyms."""

from __future__ import annotations

import pytest

from translit.matching.compare import compare, compare_many
from translit.matching.phonetics.fold import fold
from translit.matching.places_orgs.abbreviations import beginnings, made_of
from translit.matching.places_orgs.parse import parse_thing

KINDS = {
    "words of syllables": [
        ("АГРОПРОМ", "Аграрно-промышленная компания", 1), ("Госстрой", "Государственный комитет строительства", 1),
        ("Narkomzem", "Народный комиссариат земледелия", 1), ("Минюст", "Ministry of Justice", 1),
        ("COLPETROL", "COLOMBIANA DE PETROLEOS S.A.", 1), ("INVERCOSTA", "INVERSIONES LA COSTA S.A.", 1),
        ("Укрнафта", "Українська нафта", 1), ("Minpromtorg", "Министерство промышленности и торговли", 1),
        ("Госстрой", "Государственный комитет спорта", 0), ("Минюст", "Ministry of Defence", 0),
        ("Narkomzem", "Народный комиссариат просвещения", 0), ("COLPETROL", "COLOMBIANA DE CARBONES S.A.", 0),
        ("INVERCOSTA", "INVERNADEROS PACHECO S.A.", 0), ("Укрнафта", "Український газ", 0),
        ("TRANSUR", "TRAPICHES DE ORIENTE LTDA", 0), ("Мосэнерго", "Московская обувная компания", 0),
    ],
    "acronyms beside other words, with letters of the legal form": [
        ("BRFC", "Baltic Regional Freight Company Ltd.", 1), ("COMASA", "Corporación Marítima S.A.", 1),
        ("VNK Bank", "Volga Neft Kredit Bank", 1), ("P.G.S.T. Ltd", "Persian Gulf Steel Trading Ltd", 1),
        ("GADISA", "GRUPO ADMINISTRADOR DISTRIBUIDOR S.A.", 1), ("BRFC", "Baltic Regional Timber Company Ltd.", 0),
        ("VNK Bank", "Volga Neft Stroi Bank", 0), ("S.M.T.", "SOUTHERN CEMENT GROUP", 0),
        ("P.G.S.T. Ltd", "Persian Carpet Weaving Ltd", 0), ("GADISA", "GALERIA DIEGO RIVERA", 0),
    ],
    "common words of business": [
        ("RAMIN CUTTING TOOLS", "VESTA CUTTING TOOLS", 0), ("hanover chemical", "kestrel chemicals india", 0),
        ("lanark imp. exp. co", "tigris imp. exp. co", 0), ("polman private trading", "deltex private trading", 0),
        ("Shanghai Yongda Polymers", "Shanghai Kelong Polymers", 0),
        ("Vostok Petrochemical Company", "Atrak Petrochemical Company", 0),
        ("RAMIN CUTTING TOOLS CO.", "RAMIN CUTTING TOOL COMPANY", 1), ("hanover chemical", "hanover chemicals ltd", 1),
        ("lanark imp. exp. co", "lanark import export", 1), ("Atrak Petrochemical Company", "Petroshimi Atrak", 1),
        ("Shanghai Yongda Polymers", "Shanghai Yong Da Polymer Co. Ltd", 1),
    ],
    "one common word for another, and no name beside one": [
        ("Credit Bank of Norway", "Union Bank of Norway", 0),
        ("Слуцкий сыродельный комбинат", "Слуцкий мясокомбинат", 0),
        ("Estonian Oil Company", "Estonian Railway", 0), ("packaging", "kestrel marine packaging", 0),
        ("Kuwait Insurance Company", "Kuwait Shipping Company", 0),
        ("Credit Bank of Norway", "Norwegian Credit Bank", 1),
        ("Слуцкий мясокомбинат", "Slutsk Meat Processing Plant", 1),
        ("Estonian Railway", "Эстонская железная дорога", 1), ("kestrel marine packaging", "Kestrel Marine Packing", 1),
        ("Kuwait Insurance Company", "Страховая компания Кувейта", 1),
    ],
    "acronyms of another length": [
        ("IAEA", "IEA", 0), ("AEG", "EG", 0), ("ESAE", "ESE", 0), ("TSSK", "CSK", 0), ("КГБ", "ГБ", 0),
        ("IAEA", "МАГАТЭ", 1), ("ФСБ", "FSB", 1), ("AEG", "A.E.G.", 1), ("ТССК", "TSSK", 1), ("КГБ", "КДБ", 1),
    ],
    "words of other languages": [
        ("Sanaye Havapeymai Iran", "Iran Aviation Industries", 1),
        ("Jabhat Tahrir Suriya", "Syrian Liberation Front", 1),
        ("Sazman Mokhaberat", "Communications Organization", 1), ("Harakat al-Muqawama", "Resistance Movement", 1),
        ("Karadeniz Denizcilik Sanayi", "Karadeniz Maritime Industry", 1),
        ("Yayasan Pendidikan Merdeka", "Merdeka Education Foundation", 1),
        ("Sherkat Haml va Naghl Arvand", "Arvand Transport Company", 1),
        ("Choson Muyok Hoesa", "Korea Trading Company", 1), ("Sazman Mokhaberat", "Organization of Prisons", 0),
        ("Sanaye Havapeymai Iran", "Iran Chemical Industries", 0), ("Harakat al-Muqawama", "Resistance Front", 0),
        ("Jabhat Tahrir Suriya", "Syrian Movement of Youth", 0),
        ("Karadeniz Denizcilik Sanayi", "Akdeniz Chemical Industry", 0),
        ("Yayasan Pendidikan Merdeka", "Bintang Health Foundation", 0),
    ],
    "demonyms": [
        ("Iranian Fisheries Company", "Fisheries Company of Iran", 1),
        ("Egyptian Steel Works", "Steel Works of Egypt", 1),
        ("Kuwaiti Relief Society", "Relief Society of Kuwait", 1),
        ("Venezolana de Cementos", "Cementos de Venezuela", 1),
        ("Thai Rubber Association", "Rubber Association of Thailand", 1),
        ("Iranian Fisheries Company", "Fisheries Company of Iraq", 0), ("Chilean Navy", "Chinese Navy", 0),
        ("Kuwaiti Relief Society", "Relief Society of Qatar", 0), ("Egyptian Steel Works", "Steel Works of Syria", 0),
        ("Thai Rubber Association", "Rubber Association of Taiwan", 0),
    ],
    "a place as a name and as an owner": [
        ("Bank Rossiya", "Bank of Russia", 0), ("Банк «Россия»", "Банк России", 0),
        ("Завод «Минск»", "Завод Минска", 0),
        ("Газета «Беларусь»", "Газета Беларуси", 0), ("Банк «Казахстан»", "Bank of Kazakhstan", 0),
        ("Bank Rossiya", "Банк «Россия»", 1), ("Bank of Russia", "Банк России", 1),
        ("Bank of Belarus", "Банк Беларуси", 1),
        ("Гостиница «Украина»", "Hotel Ukraine", 1), ("Bank Israel", "Bank of Israel", 1),
        ("Banque de France", "Bank of France", 1),
    ],
    "the Arabic article, written together and apart": [
        ("Alwatan Airlines", "Al-Watan Airlines", 1), ("ALSALIHI TRADING", "AL SALIHI TRADING", 1),
        ("Elnahda Bank", "El-Nahda Bank", 1), ("ALHUSSAM ISLAMIC FOUNDATION", "AL-HUSSAM ISLAMIC FOUNDATION", 1),
        ("Alburhan Relief Society", "Al-Burhan Relief Society", 1), ("Alwatan Airlines", "Al-Wafa Airlines", 0),
        ("ALSALIHI TRADING", "AL SABIRI TRADING", 0), ("Elnahda Bank", "El-Nasr Bank", 0),
        ("ALHUSSAM ISLAMIC FOUNDATION", "AL-BURHAN ISLAMIC FOUNDATION", 0),
        ("Alburhan Relief Society", "Al-Hilal Relief Society", 0),
    ],
    "words in Arabic script": [
        ("Islamic Resistance Movement", "حركة المقاومة الإسلامية", 1),
        ("National Oil Company", "شركة النفط الوطنية", 1),
        ("Committee of Islamic Call", "لجنة الدعوة الإسلامية", 1), ("Syrian Liberation Army", "جيش التحرير السوري", 1),
        ("Iran Communications Organization", "سازمان مخابرات ایران", 1),
        ("Islamic Resistance Movement", "حزب الدعوة الإسلامية", 0), ("National Oil Company", "شركة النقل الوطنية", 0),
        ("Committee of Islamic Call", "لجنة إحياء التراث", 0), ("Syrian Liberation Army", "جيش المجاهدين العراقي", 0),
        ("Iran Communications Organization", "سازمان صنایع ایران", 0),
    ],
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_kind(kind: str) -> None:
    rows = KINDS[kind]
    chances = compare_many([(a, b) for a, b, _ in rows], "organization")
    wrong = [(a, b, float(p)) for (a, b, same), p in zip(rows, chances, strict=True) if (p >= 0.5) != bool(same)]
    assert len(wrong) <= len(rows) // 10, wrong


def says(word: str, name: str) -> float:
    """What a word says that may be made of a name's words."""
    words = parse_thing(name, "organization")[0].words
    return made_of(fold(word), tuple(part for one in words for part in beginnings(one)))[0]


def test_longer_beginnings_say_more_and_another_order_nothing() -> None:
    name = "Северный речной порт"
    assert says("Севречпорт", name) > says("Севрепо", name) > says("СРП", name) > 0
    assert says("Портречсев", name) == 0
    assert says("Северный", name) == 0  # one word alone isn't made of two


def test_a_cut_word_in_another_language_says_less() -> None:
    assert says("Минфин", "Министерство финансов") > says("Минфин", "Finanzministerium") >= 0
    assert says("Минфин", "Министерство финансов") > says("Минфин", "Ministry of Finance") > 5


def test_a_word_that_is_left_beside_it_counts_against() -> None:
    name = "Северный речной порт"
    bare, more = compare_many([("Севречпорт", name), ("Севречпорт Кения", name)], "organization")
    assert bare > more


def test_the_explanation_names_it() -> None:
    found = compare("Севречпорт", "Северный речной порт", "organization")
    assert any("beginnings" in note for note in found.explanation.notes)

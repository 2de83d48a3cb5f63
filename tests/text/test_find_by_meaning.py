"""Names listed in other scripts only, in scripts without capitals: by what they mean and how they are read."""

from __future__ import annotations

import pytest

from tests.support import ids_found
from translit import Entity, Resolver
from translit.kinds import Kind


@pytest.fixture(scope="module")
def resolver() -> Resolver:
    names: dict[Kind, dict[str, list[str]]] = {
        "organization": {
            "kyoto": ["Kyoto University"], "pku": ["Peking University"], "bok": ["Bank of Korea"],
            "lg": ["LG Electronics"], "honda": ["Honda Motor"], "jmod": ["Ministry of Defense of Japan"],
            "baghdad": ["University of Baghdad"], "nbg": ["National Bank of Georgia"],
            "sci": ["Supreme Court of India"], "bot": ["Bank of Thailand"],
        },
        "person": {
            "hu": ["Hu Jintao", "Ху Цзиньтао"], "abe": ["Shinzo Abe"], "moon": ["Moon Jae-in"],
            "kim": ["Ким Чен Ир", "Kim Jong-il"], "wang": ["Wang Yi"], "macron": ["Emmanuel Macron"],
            "obama": ["Barack Obama"], "minh": ["Pham Minh Chinh"],
        },
        "place": {"dhaka": ["Dhaka"], "madurai": ["Madurai"]},
    }  # fmt: skip
    return Resolver([Entity(i, kind, some) for kind, rows in names.items() for i, some in rows.items()])


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("昨日、京都大学の研究者が発表した。", "ja", ["kyoto"]),
        ("他毕业于北京大学新闻系。", "zh", ["pku"]),
        ("어제 한국은행이 금리를 올렸다", "ko", ["bok"]),
        ("LG전자는 새 공장을 짓는다", "ko", []),  # the words of another script aren't read together
        ("ホンダ自動車は新車を出した。", "ja", ["honda"]),
        ("防衛省は発表した。", "ja", ["jmod"]),  # whose it is, the language says
        ("قالت جامعة بغداد إن الطلاب عادوا", "ar", ["baghdad"]),
        ("საქართველოს ეროვნული ბანკი დამოუკიდებელია", "ka", ["nbg"]),
        ("ეროვნული ბანკის პრეზიდენტმა თქვა", "ka", ["nbg"]),  # its president is no other bank
        ("सर्वोच्च न्यायालय में सुनवाई होगी", "hi", ["sci"]),
        ("ธนาคารแห่งประเทศไทยคงอัตราดอกเบี้ย", "th", ["bot"]),
    ],
)
def test_institutions_by_what_they_mean(
    resolver: Resolver, text: str, language: str | None, expected: list[str]
) -> None:
    assert ids_found(resolver, text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("昨日、大阪大学の研究者が発表した。", "ja"),
        ("他毕业于清华大学新闻系。", "zh"),
        ("어제 국민은행이 금리를 올렸다", "ko"),
        ("中国国防部发表声明。", "zh"),
        ("قالت جامعة دمشق إن الطلاب عادوا", "ar"),
        ("ბანკი დაკეტილი იყო", "ka"),
        ("पाकिस्तान के सर्वोच्च न्यायालय ने कहा", "hi"),
        ("ธนาคารแห่งประเทศญี่ปุ่น", "th"),
        ("大学や銀行が休みだった。", "ja"),
    ],
)
def test_institutions_of_others(resolver: Resolver, text: str, language: str) -> None:
    assert ids_found(resolver, text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("胡锦涛昨天抵达。", "zh", ["hu"]),
        ("安倍晋三首相は発言した。安倍氏は帰国した。", "ja", ["abe", "abe"]),
        ("문재인 대통령은 말했다. 김정일은 답하지 않았다.", "ko", ["moon", "kim"]),
        ("外交部长王毅表示欢迎。", "zh", ["wang"]),
        ("法国总统马克龙说，马克龙的朋友没有来。", "zh", ["macron", "macron"]),
        ("贝拉克·奥巴马和米歇尔到访。奥巴马表示感谢。", "zh", ["obama", "obama"]),
        ("ঢাকায় বৃষ্টি হয়েছে", None, ["dhaka"]),
        ("மதுரையில் மழை பெய்தது", None, ["madurai"]),
    ],
)
def test_persons_by_how_they_are_read(resolver: Resolver, text: str, language: str | None, expected: list[str]) -> None:
    assert ids_found(resolver, text, language) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("胡适昨天抵达。", "zh"),
        ("大家一起到王一家里去。", "zh"),  # two characters may well be words
        ("该文件的名称已经更改。", "zh"),  # which nobody reads as Vietnamese
        ("安倍晴明は平安時代の陰陽師。", "ja"),
        ("安部公房の小説を読んだ。", "ja"),
        ("문재철 씨는 김정호와 만났다", "ko"),
        ("默默无闻的克制", "zh"),
        ("观众马克西姆走了", "zh"),
    ],
)
def test_other_strings_are_nobodys_name(resolver: Resolver, text: str, language: str) -> None:
    assert ids_found(resolver, text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("胡锦涛路很长，胡锦涛没有来。", "zh", ["hu"]),
        ("安倍晋三賞が贈られた。", "ja", []),
        ("京都大学通りは混んでいた。京都大学は広い。", "ja", ["kyoto"]),
        ("ברחוב ברק אובמה היו פקקים", "he", []),
        ("ברק אובמה הגיע ברחוב", "he", ["obama"]),
        ("شارع باراك أوباما مزدحم", "ar", []),
        ("قال باراك أوباما ذلك", "ar", ["obama"]),
        ("ბარაკ ობამას ქუჩა დაკეტილია", "ka", []),
        ("बराक ओबामा मार्ग बंद है", "hi", []),
        ("बराक ओबामा ने कहा", "hi", ["obama"]),
        ("மதுரை வீதியில் தண்ணீர் தேங்கியது", None, []),
    ],
)
def test_streets_and_prizes(resolver: Resolver, text: str, language: str | None, expected: list[str]) -> None:
    assert ids_found(resolver, text, language) == expected

"""Names in scripts without capitals: as they are listed, as the tables have them, and by sound; words are no names."""

from __future__ import annotations

import pytest

from tests.support import ids_found
from translit import Entity, Resolver
from translit.text.caseless.particles import variants

LATIN = [
    Entity("put", "person", ["Vladimir Putin", "Владимир Путин"]),
    Entity("luk", "person", ["Alexander Lukashenko", "Аляксандр Лукашэнка"]),
    Entity("mac", "person", ["Emmanuel Macron"]),
    Entity("russia", "place", ["Russia", "Россия"]),
    Entity("ukraine", "place", ["Ukraine"]),
    Entity("minsk", "place", ["Minsk"]),
    Entity("berlin", "place", ["Berlin"]),
    Entity("nato", "organization", ["NATO"]),
]
OWN = [
    Entity("xi", "person", ["习近平"]),
    Entity("pu", "person", ["弗拉基米尔·普京"]),
    Entity("tan", "person", ["田中太郎"]),
    Entity("sha", "person", ["สมชาย ใจดี"]),
    Entity("has", "person", ["محمد علي الحسن"]),
    Entity("coh", "person", ["יוסי כהן"]),
    Entity("ber", "person", ["გიორგი ბერიძე"]),
    Entity("russia", "place", ["俄罗斯"]),
    Entity("radio", "organization", ["오늘의 방송"]),
]


@pytest.fixture(scope="module")
def latin() -> Resolver:
    return Resolver(LATIN)


@pytest.fixture(scope="module")
def own() -> Resolver:
    return Resolver(OWN)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("قال فلاديمير بوتين إن العلاقات قوية. وبوتين في مينسك.", "ar", ["put", "put", "minsk"]),
        ("بين روسيا وأوكرانيا", "ar", ["russia", "ukraine"]),
        ("ولادیمیر پوتین گفت. پوتین به مینسک رفت.", "fa", ["put", "put", "minsk"]),
        ("ולדימיר פוטין נפגש עם אלכסנדר לוקשנקו בברלין. לפוטין לא היו הערות.", "he", ["put", "luk", "berlin", "put"]),
        ("ვლადიმერ პუტინი მინსკში ჩავიდა. პუტინმა თქვა.", "ka", ["put", "minsk", "put"]),
        ("알렉산드르 루카셴코는 민스크에서 말했다. 루카셴코의 답이다.", "ko", ["luk", "minsk", "luk"]),
        ("エマニュエル・マクロン大統領はベルリンで話した。マクロン氏は答えた。", "ja", ["mac", "berlin", "mac"]),
        ("व्लादिमीर पुतिन ने बर्लिन में कहा। पुतिन ने धन्यवाद दिया।", "hi", ["put", "berlin", "put"]),
        ("俄罗斯和乌克兰代表在柏林会谈，北约没有参加。", "zh", ["russia", "ukraine", "berlin", "nato"]),
        ("เขาเดินทางจากรัสเซียไปเบอร์ลิน", "th", ["russia", "berlin"]),
    ],
)
def test_names_listed_in_other_scripts(latin: Resolver, text: str, language: str, expected: list[str]) -> None:
    assert ids_found(latin, text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("习近平和弗拉基米尔·普京通话，普京表示感谢。", "zh", ["xi", "pu", "pu"]),
        ("田中太郎氏は証人がいなかったと書いた。", "ja", ["tan"]),
        ("เมื่อวานสมชาย ใจดีเขียนว่าไม่มีพยาน", "th", ["sha"]),
        ("وكتب محمد علي الحسن أن الشهود حضروا", "ar", ["has"]),
        ("אתמול יוסי כהן כתב שהעדים לא נשמעו", "he", ["coh"]),
        ("გიორგი ბერიძემ დაწერა, რომ მოწმეები არ იყვნენ", "ka", ["ber"]),
        ("어제 오늘의 방송은 쉬었다", "ko", ["radio"]),
        ("白俄罗斯法院作出判决", "zh", []),
        ("俄罗斯法院作出判决", "zh", ["russia"]),
    ],
)
def test_names_listed_in_the_script(own: Resolver, text: str, language: str, expected: list[str]) -> None:
    assert ids_found(own, text, language) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ارتفعت أسعار الخبز في الأسواق هذا الشهر وقال تاجر إن الطقس أثر على المحصول",
        "قیمت نان در بازار بالا رفت و مردم منتظر تصمیم دولت هستند",
        "מחירי הלחם עלו החודש בשווקים וסוחר אמר כי מזג האוויר פגע ביבול",
        "პურის ფასი ამ თვეში გაიზარდა და ხალხი გადაწყვეტილებას ელოდება",
        "이번 달 시장에서 빵값이 올랐다 상인은 날씨가 나빴다고 말했다",
        "今月パンの値段が上がった。店主は天気が悪かったと話した。",
        "本月市场上的面包涨价了。一位商人说天气影响了收成。",
        "इस महीने बाजार में रोटी महंगी हो गई और लोग इंतजार कर रहे हैं",
        "เดือนนี้ขนมปังในตลาดแพงขึ้น พ่อค้าบอกว่าอากาศไม่ดี",
        "محمد بوتفليقة والمغرب",
    ],
)
def test_words_are_no_names(latin: Resolver, own: Resolver, text: str) -> None:
    assert latin.find(text) == own.find(text) == []


@pytest.mark.parametrize(
    ("word", "language", "expected", "never"),
    [
        ("وبوتين", "ar", "بوتين", "تين"),
        ("والصين", "ar", "صين", "ين"),
        ("לפוטין", "he", "פוטין", "וטין"),
        ("პუტინმა", "ka", "პუტინი", "პუტი"),
        ("პუტინიც", "ka", "პუტინი", "პუტი"),
        ("თბილისსაც", "ka", "თბილისი", "თბილ"),
        ("თბილისში", "ka", "თბილისი", "თბილ"),
        ("푸틴에게", "ko", "푸틴", "푸"),
        ("北京", "zh", "北京", "京"),
        ("पुतिन", "hi", "पुतिन", "पुति"),
    ],
)
def test_particles_are_taken_off(word: str, language: str, expected: str, never: str) -> None:
    found = [one.text for one in variants(word, language)]
    assert expected in found and never not in found


def test_mentions_leave_particles_out_and_keep_endings(latin: Resolver) -> None:
    def written(text: str) -> list[str]:
        return [mention.text for mention in latin.find(text)]

    assert written("알렉산드르 루카셴코는") == ["알렉산드르 루카셴코"]
    assert written("بين روسيا وأوكرانيا") == ["روسيا", "أوكرانيا"]
    assert written("ვლადიმერ პუტინმა") == ["ვლადიმერ პუტინმა"]
    assert written("Putin и 俄罗斯") == ["Putin", "俄罗斯"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("وقال أحمد الحسن ذلك.", "ar", []),
        ("وقال محمد علي الحسن ذلك.", "ar", ["has"]),
        ("وصلت سارة الحسن أمس.", "ar", []),
        ("דונאלד כהן אמר את זה.", "he", []),
        ("יוסי כהן אמר את זה.", "he", ["coh"]),
        ("ბრიჯიტ ბერიძემ თქვა.", "ka", []),
        ("ვიქტორ ბერიძემ თქვა.", "ka", []),
        ("გიორგი ბერიძემ თქვა.", "ka", ["ber"]),
        ("გუშინ ბერიძემ თქვა.", "ka", ["ber"]),
        ("პრეზიდენტმა ბერიძემ თქვა.", "ka", ["ber"]),
    ],
)
def test_another_given_name_is_a_strangers(own: Resolver, text: str, language: str, expected: list[str]) -> None:
    assert ids_found(own, text, language) == expected

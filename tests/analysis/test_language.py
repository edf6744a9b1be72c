"""Which language a text is in."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.analysis.language import detect, detect_paragraph

ENGLISH = (
    "The council will close the old swimming hall after two years of repairs that cost more than it had planned. "
    "The mayor said the money was needed for schools."
)
LANGUAGES = {
    "de": "Der Stadtrat schließt das alte Hallenbad nach zwei Jahren, weil die Reparatur teurer wurde als geplant. "
    "Das Geld werde für Schulen gebraucht, sagte die Bürgermeisterin.",
    "fr": "Le conseil municipal fermera la vieille piscine dans deux ans, car les travaux coûtent trop cher. "
    "L'argent servira aux écoles, a déclaré le maire.",
    "es": "El ayuntamiento cerrará la vieja piscina dentro de dos años porque las obras costaron más de lo previsto. "
    "El dinero hace falta en las escuelas, dijo la alcaldesa.",
    "nl": "De gemeenteraad sluit het oude zwembad over twee jaar, omdat de reparatie duurder werd dan gedacht. "
    "Het geld is nodig voor de scholen, zei de burgemeester, of voor het nieuwe museum.",
    "da": "Byrådet lukker den gamle svømmehal om to år, fordi reparationen blev dyrere end ventet. "
    "Der er brug for pengene på skolerne, sagde borgmesteren, og over for byen er det svært.",
    "ru": "Городской совет закроет старый бассейн через два года, потому что ремонт оказался дороже, чем ожидали. "
    "Деньги нужны школам, сказала мэр.",
    "uk": "Міська рада закриє старий басейн через два роки, бо ремонт виявився дорожчим, ніж очікували. "
    "Гроші потрібні школам, сказала міська голова.",
    "ar": "سيغلق مجلس المدينة المسبح القديم بعد عامين لأن الإصلاحات كلفت أكثر مما كان متوقعا، "
    "وقالت رئيسة البلدية إن المدارس بحاجة إلى المال.",
    "ja": "市議会は二年後に古いプールを閉鎖する。修理費が予想を上回ったためだ。",
    "zh": "市议会将在两年后关闭旧游泳馆，因为维修费用超出预期。市长说学校需要这笔钱。",
    "ko": "시의회는 수리비가 예상보다 많이 들어 2년 뒤 낡은 수영장을 닫기로 했다.",
    "el": "Το δημοτικό συμβούλιο θα κλείσει το παλιό κολυμβητήριο σε δύο χρόνια.",
    "he": "מועצת העיר תסגור את הבריכה הישנה בעוד שנתיים.",
    "th": "สภาเมืองจะปิดสระว่ายน้ำเก่าในอีกสองปี",
}


@pytest.mark.parametrize(("code", "text"), LANGUAGES.items(), ids=LANGUAGES)
def test_other_languages(code: str, text: str) -> None:
    assert detect(text) == code
    found = detect_paragraph(text)
    assert found is not None
    assert found[0] == code
    assert 0.5 < found[1] <= 1


@pytest.mark.parametrize("text", [ENGLISH, "Mayor Ines Holt said that the hall will close.", ENGLISH * 50])
def test_english(text: str) -> None:
    assert detect(text) == "en"


def test_english_needs_no_profiles() -> None:
    code = (
        "import sys; from newslint.analysis.language import detect; detect(sys.argv[1]);"
        "print('langdetect' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code, ENGLISH], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


@pytest.mark.parametrize(
    "text", ["", " \n", "1984, 2.4 %", "https://", "NATO", "Ines Holt", "🙂 🙂 🙂", "Paris est fini.", "\udc80"]
)
def test_too_little_to_tell(text: str) -> None:
    assert detect(text) is None
    assert detect_paragraph(text) is None


def test_an_english_article_that_begins_in_another_language() -> None:
    assert detect(LANGUAGES["fr"] * 3 + "\n\n" + "\n\n".join([ENGLISH] * 12)) == "en"


def test_a_french_article_that_quotes_english() -> None:
    assert detect("\n\n".join([LANGUAGES["fr"]] * 12) + "\n\n" + ENGLISH) == "fr"


@given(st.text(max_size=400))
def test_the_same_text_gets_the_same_answer(text: str) -> None:
    assert detect_paragraph(text) == detect_paragraph(text)

"""Lines that are nothing but a date, with or without a place: "Published 3 May 2021", "Paris, 4 June 2020"."""

import re

from newslint.analysis import lazy

_LONGEST = 100
_PLACE_WORDS = 4

_MONTHS = frozenset(
    (
        "january february march april may june july august september october november december "
        "jan feb mar apr jun jul aug sep sept oct nov dec "
        "januar jänner februar märz mai juni juli oktober dezember okt dez "
        "janvier février mars avril juin juillet août septembre octobre novembre décembre "
        "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre "
        "gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre "
        "janeiro fevereiro março maio junho julho setembro outubro novembro dezembro "
        "januari februari maart mei augustus augusti marts maj desember "
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia "
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
    ).split()
)
_WEEKDAYS = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
        "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag "
        "lundi mardi mercredi jeudi vendredi samedi dimanche "
        "lunes martes miércoles jueves viernes sábado domingo "
        "lunedì martedì mercoledì giovedì venerdì sabato domenica "
        "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira "
        "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
        "måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag "
        "poniedziałek wtorek środa czwartek piątek sobota niedziela "
        "понедельник вторник среда четверг пятница суббота воскресенье"
    ).split()
)
_PUBLISHED = frozenset(
    (
        "published posted updated modified created issued veröffentlicht aktualisiert stand publié publie publicado "
        "actualizado pubblicato aggiornato atualizado gepubliceerd bijgewerkt publicerad uppdaterad publiceret "
        "opdateret publisert oppdatert opublikowano aktualizacja опубликовано обновлено"
    ).split()
)
_BESIDE = frozenset(
    (
        "first last on at the of and a.m p.m am pm noon midnight gmt utc bst cet cest et est edt ct cst cdt mt mst mdt "
        "pt pst pdt ist local time date um uhr den vom am mis à jour le de del las el a il alle ore em às op om uur kl "
        "klo h г года в"
    ).split()
)
_WORDS = _MONTHS | _WEEKDAYS | _PUBLISHED | _BESIDE
_DIGIT = re.compile(r"\d")
_NUMBER = lazy.pattern(r"\d{1,2}(?:st|nd|rd|th|er|º|ª)?|(?P<year>(?:1[5-9]|20)\d\d)")
_CLOCK = lazy.pattern(r"\d{1,2}(?:[:.h]\d\d(?:[:.]\d\d)?)?(?:am|pm|h|z)?")
_NUMERIC_DATE = lazy.pattern(
    r"\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d\d)|\d{4}([./-])\d{1,2}\2\d{1,2}(?:t[\d:.]+(?:z|[+-][\d:]+)?)?"
)
_EAST_ASIAN_DATE = lazy.pattern(r"\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일][\s\d:時时分시]*")
_SEPARATORS = lazy.pattern(r"[\s,|()·•–—]+|:(?=\s|\Z)|\s[-/]\s")
_EDGES = ",|()·•–—:."


def is_date_line(text: str) -> bool:
    """Whether a line says when, or where and when, and nothing else. Months of a dozen European languages are known."""
    if len(text) > _LONGEST or not _DIGIT.search(text):
        return False
    if _EAST_ASIAN_DATE.fullmatch(text):
        return True
    last = text.rsplit(None, 1)[-1].strip(_EDGES)
    if last.isalpha() and last.lower() not in _WORDS:  # most lines need no closer look
        return False
    words = [word for word in _SEPARATORS.split(text) if word]
    place = 0
    while place < len(words) and not _belongs_to_date(_folded(words[place])):
        place += 1
        if place > _PLACE_WORDS:
            return False
    if place and not _is_place(text, words[:place]):
        return False
    date = [_folded(word) for word in words[place:]]
    return all(map(_belongs_to_date, date)) and _is_full_date(date)


def _folded(word: str) -> str:
    return word.lower().rstrip(".")


def _belongs_to_date(word: str) -> bool:
    if word in _WORDS:
        return True
    # None of the patterns begins otherwise.
    return word[:1].isdigit() and any(pattern.fullmatch(word) for pattern in (_NUMBER, _CLOCK, _NUMERIC_DATE))


def _is_place(text: str, words: list[str]) -> bool:
    """Capitalised words with a comma or dash between them and the date."""
    if not all(word[0].isupper() for word in words):
        return False
    after = text[text.index(words[-1], 0) + len(words[-1]) :].lstrip()
    return after[:1] in ",|–—-"


def _is_full_date(words: list[str]) -> bool:
    """Day and month alone may be a heading in a timeline; a year, a weekday or "published" makes them a date line."""
    if any(_NUMERIC_DATE.fullmatch(word) for word in words):
        return True
    numbers = [match for word in words if (match := _NUMBER.fullmatch(word))]
    has_year = any(match["year"] for match in numbers)
    told = any(word in _WEEKDAYS or word in _PUBLISHED for word in words)
    return bool(numbers) and (has_year or told) and any(word in _MONTHS for word in words)

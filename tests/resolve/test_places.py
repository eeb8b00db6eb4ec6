"""Which place a mention names: divisions by code, venues by name and division."""

from kg.model import Mention, MentionType
from kg.resolve.places import PlaceIdentity, resolve_places


def place(text: str, code: str = "", label: str = "") -> Mention:
    return Mention(MentionType.PLACE, 0, len(text), text, "rule", 0.9, label=label, concept=code)


COUNTY = place("丰县", "320321", "丰县")
PROVINCE = place("江苏", "320000", "江苏省")


def identities(*mentions: Mention, article: str = "a1") -> list[PlaceIdentity]:
    return resolve_places(mentions, article)


def test_a_division_is_its_code():
    assert identities(PROVINCE)[0] == PlaceIdentity("place/320000", "江苏省", (), "", False)


def test_every_form_of_a_venue_is_one_thing_below_its_division():
    found = identities(COUNTY, PROVINCE, place("江苏丰县东岭村"), place("丰县东岭村"), place("东岭村"))[2:]
    assert len({one.key for one in found}) == 1
    assert {one.division for one in found} == {"320321"}
    assert found[0].forms == ("丰县东岭村", "东岭村")


def test_a_venue_with_a_division_is_the_same_in_another_article_and_one_without_is_not():
    with_county = [identities(COUNTY, place("丰县东岭村"), article=article)[1].key for article in ("a1", "a2")]
    without = [identities(place("东岭村"), article=article)[0].key for article in ("a1", "a2")]
    assert with_county[0] == with_county[1]
    assert len({*with_county, *without}) == 3


def test_too_little_is_left_of_a_name():
    (venue,) = identities(COUNTY, place("丰县站"))[1:]
    assert (venue.label, venue.forms, venue.division) == ("丰县站", (), "")

"""Which place a name means without any text around it, and what it lies in."""

from __future__ import annotations

import datetime as dt

import pytest

from extractor.gazetteer import Gazetteer, Kind


@pytest.mark.parametrize(
    ("name", "kind", "canonical", "country", "province"),
    [
        ("Bajaur Agency", Kind.DISTRICT, "Bajaur", "PK", "Khyber Pakhtunkhwa"),
        ("Bajaor", Kind.DISTRICT, "Bajaur", "PK", "Khyber Pakhtunkhwa"),
        ("DI Khan", Kind.DISTRICT, "Dera Ismail Khan", "PK", "Khyber Pakhtunkhwa"),
        ("NWFP", Kind.PROVINCE, "Khyber Pakhtunkhwa", "PK", None),
        ("FATA", Kind.PROVINCE, "Khyber Pakhtunkhwa", "PK", None),
        ("Baluchistan", Kind.PROVINCE, "Balochistan", "PK", None),
        ("Orissa", Kind.PROVINCE, "Odisha", "IN", None),
        ("Dantewara", Kind.DISTRICT, "Dantewada", "IN", "Chhattisgarh"),
        ("Paschim Medinipur", Kind.DISTRICT, "West Midnapore", "IN", "West Bengal"),
        ("Salah ad Din", Kind.PROVINCE, "Saladin", "IQ", None),
        ("Hodeidah", Kind.PROVINCE, "Al Hudaydah", "YE", None),
        ("Banadir", Kind.PROVINCE, "Banaadir", "SO", None),
        ("Nord-Kivu", Kind.PROVINCE, "North Kivu", "CD", None),
        ("Erbil", Kind.PROVINCE, "Erbil", "IQ", None),
        ("Kumarkhali", Kind.CITY, "Kumarkhali", "BD", "Khulna"),
        ("Rangoon", Kind.PROVINCE, "Yangon", "MM", None),
        ("Burma", Kind.COUNTRY, "Myanmar", "MM", None),
        ("Swaziland", Kind.COUNTRY, "Eswatini", "SZ", None),
        ("Cote d'Ivoire", Kind.COUNTRY, "Ivory Coast", "CI", None),
        ("West Bank", Kind.PROVINCE, "West Bank", "PS", None),
    ],
)
def test_first_place_of_a_name(
    gazetteer: Gazetteer, name: str, kind: Kind, canonical: str, country: str, province: str | None
) -> None:
    place = next(p for p in gazetteer.lookup(name) if p.country_code == country)
    assert (place.kind, place.name, place.province) == (kind, canonical, province)


def test_an_unknown_name_has_no_place(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("Qwxzyville") == ()
    assert gazetteer.lookup("") == ()


def test_parents_are_listed_from_small_to_large(gazetteer: Gazetteer) -> None:
    khar = next(p for p in gazetteer.lookup("Khar") if p.country_code == "PK" and p.kind is Kind.CITY)
    assert [p.name for p in gazetteer.parents(khar)] == ["Bajaur", "Khyber Pakhtunkhwa", "Pakistan"]


def test_hebron_lies_in_the_west_bank(gazetteer: Gazetteer) -> None:
    hebron = next(p for p in gazetteer.lookup("Hebron") if p.country_code == "PS")
    assert (hebron.kind, hebron.province) == (Kind.DISTRICT, "West Bank")


def test_every_place_in_an_area_has_coordinates(gazetteer: Gazetteer) -> None:
    for name in ("Bajaur", "DI Khan", "Khyber Pakhtunkhwa", "Pakistan", "Kumarkhali", "Torghar"):
        place = gazetteer.lookup(name)[0]
        assert place.latitude is not None and place.longitude is not None


@pytest.mark.parametrize(
    ("name", "country", "found"),
    [("Bajuar", "PK", "Bajaur"), ("Gadchirolli", "IN", "Gadchiroli"), ("Oslo", "PK", None)],
)
def test_fuzzy_lookup_stays_in_its_country(
    gazetteer: Gazetteer, name: str, country: str, found: str | None
) -> None:
    places = gazetteer.fuzzy(name, country)
    assert (places[0].name if places else None) == found


@pytest.mark.parametrize(
    ("profile", "country", "province", "name"),
    [
        ("gtd", "PS", None, "West Bank and Gaza Strip"),
        ("gtd", "AF", "Sar-e Pul", "Sari Pul"),
        ("gtd", "CM", "Far North", "Extreme-North"),
        ("ucdp", "MM", None, "Myanmar (Burma)"),
        ("acled", "CD", None, "Democratic Republic of Congo"),
        ("gtd", "PK", "Sindh", None),
    ],
)
def test_codebook_names(
    gazetteer: Gazetteer, profile: str, country: str, province: str | None, name: str | None
) -> None:
    assert gazetteer.codebook_name(profile, country, province) == name


def test_a_province_cut_out_of_another_one_has_its_day(gazetteer: Gazetteer) -> None:
    khammam = next(p for p in gazetteer.lookup("Khammam") if p.kind is Kind.DISTRICT)
    assert gazetteer.province_at(khammam, dt.date(2010, 1, 1)) == "Andhra Pradesh"
    assert gazetteer.province_at(khammam, dt.date(2020, 1, 1)) == "Telangana"
    assert gazetteer.province_at(khammam, None) == "Andhra Pradesh"
    assert gazetteer.province_at(khammam, None, {"Telangana"}) == "Telangana"


def test_demonyms(gazetteer: Gazetteer) -> None:
    assert gazetteer.demonyms["nigerian"] == "NG"
    assert gazetteer.demonyms["nigerien"] == "NE"

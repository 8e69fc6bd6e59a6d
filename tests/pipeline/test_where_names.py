"""Which place a name is, and how far it goes."""

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "place", "province", "country"),
    [
        # A common word, or one for a kind of place, is but the beginning of a name.
        ("Two men were shot dead in The Hague on Monday.", "The Hague", "South Holland", "NL"),
        ("Two men were shot dead in Am Timan on Monday.", "Am Timan", "Salamat", "TD"),
        ("Two men were shot dead in Mar del Plata on Monday.", "Mar del Plata", "Buenos Aires", "AR"),
        ("Two men were shot dead in Spanish Town on Monday.", "Spanish Town", "Saint Catherine", "JM"),
        ("Two men were shot dead in Baton Rouge on Monday.", "Baton Rouge", "Louisiana", "US"),
        ("Two men were shot dead in Tauranga, Bay of Plenty.", "Tauranga", "Bay of Plenty", "NZ"),
        ("A bomb killed two in Darwin, Northern Territory.", "Darwin", "Northern Territory", "AU"),
        ("A bomb killed two in Ward 5, Lashio, Shan, Myanmar.", "Lashio", "Shan", "MM"),
        # A group, an army or a gang may be abroad; a name that one place alone bears says more.
        ("Fulani herders killed ten people near Djenne on Monday.", "Djenne", "Mopti", "ML"),
        ("A Turkish drone strike killed two PKK members in Sinjar.", "Sinjar", "Nineveh", "IQ"),
        ("Drug gangs killed four people in Rosario on Monday.", "Rosario", "Santa Fe", "AR"),
        ("Maoists killed a trader in Barwadih on Monday.", "Barwadih", "Jharkhand", "IN"),
        ("Nigerian troops killed ten bandits in Zurmi on Monday.", "Zurmi", "Zamfara", "NG"),
        # Who stands behind the gunmen is elsewhere.
        ("Iran-backed gunmen fired rockets at Ain al-Asad, wounding two.", "Ain al-Asad", "Al Anbar", "IQ"),
        # A small province and a city that dwarfs it.
        ("A man shot dead six people at a mosque in Christchurch.", "Christchurch", "Canterbury", "NZ"),
        (
            "A man shot dead six people at the Al-Noor mosque in Christchurch.",
            "Christchurch",
            "Canterbury",
            "NZ",
        ),
        # Where "where" is.
        ("They fled from Nyala to Zalingei, where they shot dead four.", "Zalingei", "Central Darfur", "SD"),
        ("He flew to Gusau from Zurmi, where bandits killed nine people.", "Zurmi", "Zamfara", "NG"),
        # What the air force hits is a place.
        ("Turkish jets hit Zakho on Friday, killing two villagers.", "Zakho", "Dohuk", "IQ"),
        ("Pakistani jets hit Khost on Friday, killing six civilians.", "Khost", "Khost", "AF"),
        ("French jets have again struck Tessalit, killing nine jihadists.", "Tessalit", "Kidal", "ML"),
    ],
)
def test_which_place_it_is(events: Callable, text: str, place: str, province: str, country: str) -> None:
    location = events(text)[0].location
    assert (location.place, location.province, location.country_code) == (place, province, country)


@pytest.mark.parametrize(
    ("text", "place", "district", "precision"),
    [
        # A district that only its town stands for is no more exact for that.
        ("A bomb killed two men in Tuz Khurmatu district, Iraq.", None, "Tuz Khurmatu", "district"),
        ("Raiders killed two men in Pibor county, Jonglei state.", None, "Pibor", "district"),
        # A camp that is known by its name is a place of its own; one with a town's name is in the town.
        (
            "Gunmen raided Plaine Savo camp in Djugu territory, killing two.",
            "Plaine Savo",
            "Djugu",
            "place",
        ),
        ("Soldiers shot dead two men in Jenin refugee camp, West Bank.", "Jenin", "Jenin", "near"),
        # Zones and quarters.
        ("Gunmen killed two men in Finote Selam, West Gojjam.", "Finote Selam", "West Gojjam", "place"),
        ("A bomb wounded two men in the Exarchia district of Athens.", "Athens", None, "near"),
        ("Gunmen killed two men in Bannu district of Khyber Pakhtunkhwa.", None, "Bannu", "district"),
    ],
)
def test_how_exact_it_is(
    events: Callable, text: str, place: str | None, district: str | None, precision: str
) -> None:
    location = events(text)[0].location
    assert (location.place, location.precision) == (place, precision)
    assert district is None or location.district == district


@pytest.mark.parametrize(
    ("text", "province", "country"),
    [
        ("A drone killed two men in Tver region on Monday.", "Tver", "RU"),
        ("Two men were shot dead in Komsomolsk, Khabarovsk Krai.", "Khabarovsk", "RU"),
        ("Gunmen killed two men in Dadajabula, Wajir South.", "Wajir", "KE"),
    ],
)
def test_regions_by_their_english_names(events: Callable, text: str, province: str, country: str) -> None:
    location = events(text)[0].location
    assert (location.province, location.country_code) == (province, country)


def test_a_village_is_not_in_the_district_told_next(events: Callable) -> None:
    text = (
        "Gunmen raided the village of Sabongari on Monday, in northern Burkina Faso's Soum province, "
        "killing seven. Another village in the neighbouring district of Arbinda was raided on Monday, "
        "and four people died there."
    )
    assert [(e.location.place, e.location.district) for e in events(text)] == [
        ("Sabongari", "Soum"),
        (None, "Arbinda"),
    ]

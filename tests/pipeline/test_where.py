"""Where events were, by what their sentences say."""

from collections.abc import Callable

import pytest


def test_what_happened_the_following_day_was_not_where_the_first_was(events: Callable) -> None:
    text = (
        "Gunmen killed a cleric in Miranshah, North Waziristan, on Monday and the following day they "
        "killed a policeman in North Waziristan as well."
    )
    assert [(e.location.place, e.location.district) for e in events(text)] == [
        ("Miranshah", "North Waziristan"),
        (None, "North Waziristan"),
    ]


@pytest.mark.parametrize(
    ("text", "place", "district"),
    [
        ("A bomb killed two men outside a bakery in Azaz, Syria.", "Azaz", "Azaz"),
        ("A bomb killed two men near Balcad, Somalia.", "Balcad", "Balcad"),
        # With the word for it, and where no town has the name, it is the district.
        ("A bomb killed two men in Azaz district, Syria.", None, "Azaz"),
        ("A bomb killed two men in Bajaur, Pakistan.", None, "Bajaur"),
    ],
)
def test_the_town_that_a_district_has_its_name_from(
    events: Callable, text: str, place: str | None, district: str
) -> None:
    (event,) = events(text)
    assert (event.location.place, event.location.district) == (place, district)


ROUND_UP = """KABUL - A bomb killed two men at Shirpoor near Herat on Monday, the police said.

MANILA - Gunmen killed a trader in the hamlet of Tagbuyan on Monday.

LIMA - Rebels blew up a bridge at Huaraccopata on Monday, killing a guard.
"""


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        (ROUND_UP, ["AF", "PH", "PE"]),
        # The dateline of a lone report tells where it was written.
        ("BEIRUT - A bomb killed two men in the hamlet of Kfar Zibnin, Syria, on Monday.", ["SY"]),
        (
            "Gunmen killed two men at Goundaka, in Mali's Mopti region, on Monday.\n\n"
            "In Burkina Faso, gunmen killed six people at Tanwalbougou-Peulh on Tuesday.",
            ["ML", "BF"],
        ),
    ],
)
def test_an_unknown_village_lies_where_its_paragraph_plays(
    events: Callable, text: str, countries: list[str]
) -> None:
    assert [event.location.country_code for event in events(text)] == countries


def test_a_headline_above_a_dateline_belongs_to_its_item(events: Callable) -> None:
    text = """Two held for murder
THRISSUR: Police on Monday arrested two men who had shot dead a trader. A pistol was seized.

BOMBS HURLED AT PARTY OFFICE
KANNUR: Two bombs were hurled at an office in Panoor on Monday. Nobody was hurt.

Haiti: gang kills nine
PORT-AU-PRINCE: Gang members killed nine villagers on Monday.
"""
    told = [(event.category, event.location.country_code) for event in events(text) if not event.background]
    assert told == [("arrest", "IN"), ("weapons_seizure", "IN"), ("bombing", "IN"), ("armed_assault", "HT")]


@pytest.mark.parametrize(
    ("text", "place", "district"),
    [
        # A town has no district of a town far from it, nor a province that of one of several.
        ("Two men were shot dead in Karachi, Pakistan, on Monday. Both came from Larkana.", "Karachi", None),
        (
            "Gunmen killed six people in Nigeria's Plateau State on Monday. Residents of Riyom and of Barkin "
            "Ladi fled.",
            None,
            None,
        ),
        # A province has the one district that is named.
        (
            "Gunmen killed a trader in Takhar Province on Monday. She was from the city.\n\n"
            "People in Dasht-e-Qala district, Afghanistan, buried her.",
            None,
            "Dasht-e-Qala",
        ),
        # A village that nobody knows lies by the town that its distance is told from.
        (
            "Rebels freed a priest in Goma, Democratic Republic of Congo. A farmer was hacked to death on "
            "Monday in Mavevo, 10 kilometres from Beni.",
            "Mavevo",
            "Beni",
        ),
    ],
)
def test_what_lies_in_what(events: Callable, text: str, place: str | None, district: str | None) -> None:
    event = events(text)[-1]
    assert (event.location.place, event.location.district) == (place, district)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Gunmen killed nine people in Zamfara State, Nigeria, on Monday.\n\n"
            "The attackers stormed Yarkofa village at dawn and shot nine people dead, the police said.",
            "Yarkofa",
        ),
        # What is told next may lie elsewhere.
        (
            "Gunmen killed nine people in Zamfara State, Nigeria, on Monday.\n\n"
            "In Kano State two people were shot dead in the village of Tofawa on Monday.",
            None,
        ),
    ],
)
def test_the_village_told_after_its_province(events: Callable, text: str, place: str | None) -> None:
    assert events(text)[0].location.place == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # Where people are from, and where somebody speaks, is not where it was.
        ("Gunmen shot dead two teachers from Multan at a tea shop in Quetta, Pakistan, on Monday.", "Quetta"),
        (
            "Maoists led by commander Rajesh Yadav of Lohardaga killed a man near Gumla, India, on Monday.",
            "Gumla",
        ),
        (
            "A bomb killed two men near Jowhar, Somalia, on Monday, an officer speaking from Merca said.",
            "Jowhar",
        ),
        # A person may have the name of a town.
        ("A bomb exploded on Monday at Quispe's home in Ayacucho, killing a guard.", "Ayacucho"),
        ("Gunmen fired at Fonseca's car in Leon, Nicaragua, on Monday, killing his driver.", "Leon"),
        # But those abducted from a place were there.
        ("Gunmen abducted twelve students from Kankara, Nigeria, on Monday.", "Kankara"),
        # A road's ends are towns.
        (
            "Armed men attacked a bus between Palma and Pundanhar, Mozambique, on Monday, killing a driver.",
            "Palma",
        ),
        # A village that has a man's name is one where it is called so.
        ("Militants attacked the village of Bashir, south of Daquq, Iraq, killing two men.", "Bashir"),
        # A bare direction is no province of another country.
        ("Grenade attacks in deep South wound seven.\n\nYALA, Thailand - A grenade wounded seven.", "Yala"),
    ],
)
def test_places_that_are_not_where_it_was(events: Callable, text: str, place: str) -> None:
    assert events(text)[0].location.place == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rebels killed three rangers in Kivumba National Park, Congo, on Monday.", "Kivumba National Park"),
        ("Gunmen killed three herders in the Dan Golbi forest, Nigeria, on Monday.", "Dan Golbi forest"),
        ("Gunmen killed three herders in the Dan Golbi area, Nigeria, on Monday.", "Dan Golbi"),
    ],
)
def test_the_kind_of_what_nature_made_is_a_part_of_its_name(events: Callable, text: str, place: str) -> None:
    assert events(text)[0].location.place == place


@pytest.mark.parametrize("word", ["Attacks", "Raids", "Clashes"])
def test_a_plural_makes_no_place_of_what_happened_there(events: Callable, word: str) -> None:
    text = f"{word} in Nuh and Palwal districts left three people injured on Monday."
    assert events(text)[0].location.name == "Nuh"


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        # An army may fight abroad: its nation alone moves no known town.
        ("Kenyan troops killed six men in Afmadow on Monday.", "Afmadow", "SO"),
        ("Serbian soldiers killed six men in Gorazde on Monday.", "Gorazde", "BA"),
        ("Nigerian troops killed six bandits in Dan Golbi on Monday.", "Dan Golbi", "NG"),
        ("Nigerian troops killed six bandits on Monday.", None, "NG"),
        # So may a man of any nation be abroad.
        ("Gunmen near Walikale killed a Ukrainian pilot on Monday.", "Walikale", "CD"),
        # A capital that says something stands for its government.
        ("Indian missiles killed 26 people in Pakistan on Monday, Islamabad said.", None, "PK"),
        ("Rebels blew up a bridge on the road linking Fada N'Gourma and Bogande.", "Fada N'Gourma", "BF"),
        # What is shelled is a place.
        ("Azerbaijani forces shelled Stepanakert on Monday, killing two people.", "Stepanakert", "AZ"),
    ],
)
def test_the_nation_of_an_army(events: Callable, text: str, place: str | None, country: str) -> None:
    location = events(text)[0].location
    assert (location.place or location.district, location.country_code) == (place, country)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Gunmen killed nine people in Kankara, Katsina state, Nigeria, on Sunday. "
            "On Monday a bomb killed two soldiers in the same state.",
            [("Kankara", "Katsina"), (None, "Katsina")],
        ),
        # Whence people are is not where they were.
        (
            "Rockets landed near Erbil airport in Iraq, wounding eight. A US soldier was among the wounded.",
            [("Erbil", "Erbil")],
        ),
    ],
)
def test_areas_and_nations(events: Callable, text: str, places: list[tuple[str | None, str]]) -> None:
    assert [(record.location.place, record.location.province) for record in events(text)] == places


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("Seven people were killed by gunmen in Amhara on Friday.", "Amhara"),
        ("Fano fighters killed two policemen in Ethiopia's Amhara region.", "Amhara"),
        ("Raiders shot dead five herders in Turkana on Sunday.", "Turkana"),
        ("Gunmen shot dead two men in Cross River, Nigeria.", "Cross River"),
        ("Bandits killed two herders in Tana River, Kenya, on Monday.", "Tana River"),
        ("Gunmen kidnapped three students in Akamkpa, Cross River State.", "Cross River"),
        ("Two Turkana men were shot dead near the Uganda border.", None),
        ("Fano fighters shot dead two Amhara officials in Ethiopia.", None),
    ],
)
def test_a_province_that_bears_the_name_of_its_people_or_river(
    events: Callable, text: str, province: str | None
) -> None:
    assert events(text)[0].location.province == province


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The Houthis attacked a tanker in the Red Sea with drones.", "Red Sea", None),
        ("US forces struck a boat in the Caribbean Sea, killing six men.", "Caribbean Sea", None),
        ("Indian commandos shot dead four pirates in the Arabian Sea.", "Arabian Sea", None),
        ("Fighters shot dead two guards in the Red Sea state of Sudan.", "Red Sea", "Sudan"),
        ("Gunmen set fire to a tanker in Port Sudan, Red Sea State.", "Port Sudan", "Sudan"),
        ("Pirates hijacked a dhow near Eyl in the Indian Ocean.", "Eyl", "Somalia"),
    ],
)
def test_a_sea_is_of_no_country(events: Callable, text: str, name: str, country: str | None) -> None:
    location = events(text)[0].location
    assert (location.name, location.country) == (name, country)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Police in Srinagar said a labourer was shot and injured by terrorists in Eidgah.", "India"),
        ("Police in Kandahar said a labourer was shot dead by gunmen in Sangsar.", "Afghanistan"),
        ("A spokesman in Maiduguri said ten farmers were killed by gunmen in Gwoza.", "Nigeria"),
    ],
)
def test_a_city_speaks_for_its_country_and_a_hamlet_for_none(
    events: Callable, text: str, country: str
) -> None:
    location = events(text)[0].location
    assert location.place in ("Eidgah", "Sangsar", "Gwoza")
    assert location.country == country


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        # Other towns bear the capital's name, and others that of the place: the capital's country counts.
        (
            "San Salvador, 20 Jul (EFE) -- Guerrillas dynamited a pylon in the jurisdiction of San Vicente.",
            "San Vicente",
            "SV",
        ),
        ("Lima, 20 Jul (EFE) -- Guerrillas dynamited a pylon in the area of Santa Rosa.", "Santa Rosa", "PE"),
        # An embassy is anywhere but in its own country.
        ("A car bomb went off outside the Soviet Embassy on Friday.", None, None),
        ("Gunmen fired at the U.S. Embassy on Friday.", None, None),
        ("Peruvian police said gunmen fired at the Soviet Embassy on Friday.", None, "PE"),
        ("A bomb exploded at the Indian Embassy in Kabul on Friday.", "Kabul", "AF"),
        # No town of a country is a part of the world.
        ("Talks on Central America went on. Gunmen killed two soldiers.", None, None),
        ("Gunmen killed two soldiers in the Middle East.", None, None),
        ("Gunmen killed two soldiers in South Africa.", None, "ZA"),
    ],
)
def test_capitals_and_continents(events: Callable, text: str, place: str | None, country: str | None) -> None:
    where = events(text)[0].location
    assert (where.place if where else None, where.country_code if where else None) == (place, country)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Six men were hacked to death in Camp 17 in Ukhia, Cox's Bazar.", "Ukhia"),
        ("Two refugees were shot dead in Camp 4 of Kakuma.", "Kakuma"),
    ],
)
def test_a_camp_of_a_number_lies_in_its_town(events: Callable, text: str, place: str) -> None:
    assert events(text)[0].location.place == place


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Jets bombed rebel positions near Marib, killing six rebels, Riyadh said.", "Yemen"),
        ("Jets bombed rebel positions near Marib, Riyadh said.", "Yemen"),
    ],
)
def test_the_capital_that_speaks_is_not_where_it_was(events: Callable, text: str, country: str) -> None:
    assert events(text)[0].location.country == country

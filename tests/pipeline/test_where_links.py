"""Where events were, by the words between the places of a sentence."""

from collections.abc import Callable

import pytest


def _where(events: Callable, text: str) -> tuple[str | None, ...]:
    location = events(text)[0].location
    return location.place, location.district, location.province, location.country_code


BORDERS = [
    # What lies on the border of another division stays where the text puts it.
    ("Gunmen killed nine miners at Dange village in Zamfara State on the Sokoto border.", "Zamfara", "NG"),
    ("Rebels killed a driver at Kato village in Rayagada District on the Andhra border.", "Odisha", "IN"),
    # The border may stand between a place and what it lies in.
    (
        "Two rebels were shot dead in Kamo forest near the Congo-Uganda border in North Kivu.",
        "North Kivu",
        "CD",
    ),
    (
        "Militants shot dead six men at Wuri village near the Nigeria-Cameroon border in Adamawa.",
        "Adamawa",
        "NG",
    ),
    (
        "Militants shot dead a guard at Balo village close to the Somali border in Garissa county.",
        "Garissa",
        "KE",
    ),
    # What is told of the other side is not there.
    ("Rebels shot dead two men at Tuku village in Ituri near the South Sudan border.", "Ituri", "CD"),
]


@pytest.mark.parametrize(("text", "province", "country"), BORDERS)
def test_a_border_is_no_place_around(events: Callable, text: str, province: str, country: str) -> None:
    assert _where(events, text)[2:] == (province, country)


DISTANCES = [
    (
        "Rebels shot dead three soldiers at San Pedro, some 30 km from Tame in Arauca department.",
        ("San Pedro", "Tame", "Arauca", "CO"),
    ),
    (
        "Rebels shot dead three soldiers at Santa Rosa, about 15 kilometers from Caloto in Cauca department.",
        ("Santa Rosa", "Caloto", "Cauca", "CO"),
    ),
    (
        "Militants shot dead nine men at Al Salam, barely 12 km from Tal Afar in Nineveh province.",
        ("Al Salam", "Tel Afar", "Nineveh", "IQ"),
    ),
    # Hundreds of kilometres say nothing of the district.
    ("Militants shot dead nine men in Sinjar, 420 km north of Baghdad.", ("Sinjar", None, "Nineveh", "IQ")),
]


@pytest.mark.parametrize(("text", "where"), DISTANCES)
def test_a_place_lies_by_the_town_that_it_is_measured_from(
    events: Callable, text: str, where: tuple[str | None, ...]
) -> None:
    found = _where(events, text)
    assert (found[0], *found[2:]) == (where[0], *where[2:])
    assert where[1] is None or found[1] == where[1]


GLOSSES = [
    (
        "Gunmen shot dead four men in Kush village in Shinkafi area (local council) of Zamfara State.",
        "Zamfara",
    ),
    ("Rebels shot dead two men in Haluk commune (third-level division) of Mopti region.", "Mopti"),
]


@pytest.mark.parametrize(("text", "province"), GLOSSES)
def test_what_is_said_in_brackets_of_a_kind_of_place_parts_no_chain(
    events: Callable, text: str, province: str
) -> None:
    assert _where(events, text)[2] == province


NAMES = [
    # A district's name rather than that of a hamlet elsewhere in the country.
    ("Three rebels were shot dead near Malim village in Narayanpur, India.", "Narayanpur", "Chhattisgarh"),
    # A police district is a district, and a numbered one a part of a town.
    (
        "Three men were shot dead by rebels at Baro village in the Narayanpur Police District.",
        "Narayanpur",
        "Chhattisgarh",
    ),
    (
        "Gunmen shot dead two men in the 4th Police District of Herat city, Herat, Afghanistan.",
        "Herat",
        "Herat",
    ),
    # What the text calls a district is the district of what it calls an area.
    ("Rebels shot dead a guard in Gariaband area in Raipur District.", "Raipur", "Chhattisgarh"),
]


@pytest.mark.parametrize(("text", "district", "province"), NAMES)
def test_the_district_that_is_named(events: Callable, text: str, district: str, province: str) -> None:
    assert _where(events, text)[1:3] == (district, province)


BODIES = [
    # A local body acts where it is named for, unless the text says where it was.
    ("A resident of Multan was arrested by Lahore police with two grenades.", "Lahore"),
    (
        "A rebel cadre of Bastar region of Chhattisgarh, Hari alias Yogi, was arrested by Warangal Police.",
        "Warangal",
    ),
    ("Lahore police arrested two militants with grenades in Kasur.", "Kasur"),
    # Where troops are based is not where they were hit.
    ("A ranger of a regiment based in Yaha was shot dead by gunmen in Raman, Yala, Thailand.", "Raman"),
    ("A policeman posted at Quetta was shot dead by gunmen in Mastung.", "Mastung"),
    ("A soldier stationed in Gao was shot dead by militants in Ansongo.", "Ansongo"),
    # But it is the place where its sentence tells no other.
    ("Troops stationed in Ansongo shot dead two militants.", "Ansongo"),
]


@pytest.mark.parametrize(("text", "place"), BODIES)
def test_bodies_and_their_places(events: Callable, text: str, place: str) -> None:
    assert place in _where(events, text)[:2]


WORDS = [
    # A region that bears a country's name, and lies elsewhere.
    ("Four soldiers were shot dead by militants in the Niger Delta region of Nigeria.", "NG"),
    ("Militants shot dead three policemen in the Niger Delta.", "NG"),
    ("Militants shot dead three policemen in Niger.", "NE"),
    # What somebody is by office is no place.
    ("An imam was shot dead by gunmen in Yala. They fired at the Imam outside a shop.", "TH"),
]


@pytest.mark.parametrize(("text", "country"), WORDS)
def test_names_that_are_first_of_all_something_else(events: Callable, text: str, country: str) -> None:
    assert _where(events, text)[3] == country


def test_a_guesthouse_is_in_its_town(events: Callable) -> None:
    text = "Gunmen shot dead two men outside Los Cedros Inn in Lumaco, Araucania, Chile."
    assert _where(events, text)[0] == "Lumaco"


FAR = [
    # The name of an army that fights abroad says nothing of where.
    ("A US drone strike killed four men in North Waziristan.", "PK"),
    ("U.S. airstrike kills two in Jilib.", "SO"),
    ("Saudi airstrike kills five in Haradh.", "YE"),
    ("US soldiers killed two men in Texas.", "US"),
    ("French airstrike kills nine in Bounkoro.", None),
    # A village of the name on another continent is not where an army fights.
    ("Soldiers of the Indian army killed two infiltrators at Gali in Poonch district.", "IN"),
    ("Kenyan troops killed four militants in Afmadow.", "SO"),
    ("French soldiers killed four jihadists near Tessalit.", "ML"),
    ("Rwandan troops killed 12 insurgents in Mocimboa da Praia.", "MZ"),
    # Those from a country may be anywhere.
    ("Peacekeepers from Nepal came under fire in Fizi; one of them was wounded.", "CD"),
    ("Two engineers from China were shot dead by gunmen in Dasu.", "PK"),
    # A group of several countries is in one of them.
    ("Four Lord's Resistance Army fighters were killed near Obo.", "CF"),
]


@pytest.mark.parametrize(("text", "country"), FAR)
def test_how_far_armies_and_groups_go(events: Callable, text: str, country: str | None) -> None:
    assert _where(events, text)[3] == country


ASSAILED = [
    ("Gunmen stormed Kuyallo on Monday, killing two people.", "Kuyallo"),
    ("Bandits attacked Bokkos on Monday, killing two people.", "Bokkos"),
    ("Bandits stormed Kuyallo community on Monday, killing two people.", "Kuyallo"),
    # Persons, and peoples.
    ("Gunmen attacked Hamid Mir on Monday, killing two of his guards.", None),
    ("Militants killed three men of the Hazara community on Monday.", None),
    ("A man belonging to the Yadav community was shot dead by gunmen on Monday.", None),
]


@pytest.mark.parametrize(("text", "place"), ASSAILED)
def test_places_that_are_attacked(events: Callable, text: str, place: str | None) -> None:
    location = events(text)[0].location
    assert (location.place if location else None) == place


HOMES = [
    # Where people are from is not what the town lies in where it happened to them.
    ("Gunmen shot dead a labourer from Punjab in Turbat.", "Turbat", "Balochistan"),
    ("Militants shot dead a migrant worker from Bihar in Bandipora district.", None, "Jammu and Kashmir"),
    ("A mob lynched a man from Bihar in Vapi, Gujarat.", "Vapi", "Gujarat"),
    ("Gunmen killed three traders from Anambra in Gwoza LGA, Borno.", None, "Borno"),
    # Whence it was fired is not what it was fired at, nor that it lies in.
    ("Houthis fired a missile from Sanaa at Riyadh on Tuesday, wounding two.", "Riyadh", "Riyadh"),
    ("Troops fired shells from Chaman at Spin Boldak on Sunday.", "Spin Boldak", "Kandahar"),
    # What they were taken from is, and so is a province that goes on after "in".
    ("Rebels abducted two teachers from Sararogha in South Waziristan.", "Sararogha", "Khyber Pakhtunkhwa"),
    ("Bandits killed three men at Kankara in Katsina State.", "Kankara", "Katsina"),
    ("Police killed two rebels in Sindh in southern Pakistan.", None, "Sindh"),
]


@pytest.mark.parametrize(("text", "place", "province"), HOMES)
def test_where_it_happened_lies_in_nobodys_home(
    events: Callable, text: str, place: str | None, province: str
) -> None:
    found = _where(events, text)
    assert (found[0], found[2]) == (place, province)


BARE = [
    # Without a word on the country a town where there is a war comes before a hamlet at peace.
    ("Troops shot dead two men in Jenin.", "PS"),
    ("Gunmen shot dead two men in Kut.", "IQ"),
    ("Gunmen shot dead two men in Blida, Lebanon.", "LB"),
    ("Rebels shot dead two men in Ras al-Ain.", "SY"),
    # Where the text names one, it is there.
    ("Police shot dead two men in Jenin, Poland.", "PL"),
    ("Gunmen shot dead two men in Palma, Spain.", "ES"),
]


@pytest.mark.parametrize(("text", "country"), BARE)
def test_a_town_without_its_country(events: Callable, text: str, country: str) -> None:
    assert _where(events, text)[3] == country


NAMES = [
    ("A bomb killed two rangers in Muang district of Yala, Thailand.", None, "Yala"),
    ("A bomb killed two rangers in Ra-ngae, Thailand.", "Ra-ngae", "Narathiwat"),
    ("A bomb exploded at the Cathedral in Jolo, killing four.", "Jolo", "Sulu"),
    ("A grenade was thrown at the Mosque in Kano, killing two.", "Kano", "Kano"),
    ("A bomb killed two men in Panama City.", "Panama City", "Panamá"),
]


@pytest.mark.parametrize(("text", "place", "province"), NAMES)
def test_how_far_a_name_goes(events: Callable, text: str, place: str | None, province: str) -> None:
    found = _where(events, text)
    assert (found[0], found[2]) == (place, province)


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        # What a capital says or does is not where it was; at a university of a town it was there.
        (
            "A bomb killed two men in Karachi. Beijing demanded that those behind the attack be punished.",
            "Karachi",
            "PK",
        ),
        ("Gunmen shot dead two students outside the University of Nairobi.", "Nairobi", "KE"),
        # Israel has a subdistrict of the name, of which nobody speaks.
        ("An Israeli tank shell killed a nurse in Gaza.", "Gaza", "PS"),
        ("Israeli tanks shelled Gaza, killing six people.", "Gaza", "PS"),
        # At a home in a town it was there.
        ("A rocket struck a home in Sderot, Southern, Israel, killing a woman.", "Sderot", "IL"),
        ("Men shot dead a singer near his native village of Bokkos in Nigeria.", "Bokkos", "NG"),
    ],
)
def test_where_it_was_and_who_spoke(events: Callable, text: str, place: str, country: str) -> None:
    where = _where(events, text)
    assert (where[0], where[3]) == (place, country)
    assert len(events(text)) == 1

"""Where: what is read as a place, how chains resolve, and which place an event gets."""

from __future__ import annotations

import datetime as dt

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extractor.pipeline.mentions import NameMention, PlaceMention
from extractor.pipeline.places import PlacesComponent, choose_location


@pytest.fixture(scope="session")
def nlp() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("extractor_sentences")
    nlp.add_pipe("extractor_places")
    return nlp


def only(doc: Doc) -> PlaceMention:
    assert len(doc._.places) == 1, [doc[m.start : m.end].text for m in doc._.places]
    return doc._.places[0]


def fields(mention: PlaceMention) -> tuple[str | None, ...]:
    return mention.place, mention.district, mention.province, mention.country_code


CHAINS = [
    ("Assailants shelled the Zzarim front in Marib, Yemen.", "Zzarim", None, "Marib", "YE"),
    (
        "A mine went off at Emerald Building in Bacolod, Negros Occidental, Philippines.",
        None,
        None,
        "Negros Occidental",
        "PH",
    ),
    (
        "Gunmen attacked Kwara Gari, Sabon Birni, Sokoto, Nigeria.",
        "Kwara Gari",
        "Sabon Birni",
        "Sokoto",
        "NG",
    ),
    ("A rocket fell in Zzorab area, Baghdad, Iraq.", "Baghdad", None, "Baghdad", "IQ"),
    ("A car was burnt at the “Blue Fox” bar in Leipzig, Saxony, Germany.", "Leipzig", None, "Saxony", "DE"),
    ("A guard was shot in Lashkar Gah, Helmand, Afghanistan.", "Lashkar Gah", "Lashkar Gah", "Helmand", "AF"),
    ("A sergeant was shot in Dogon Kurmi, Takum, Taraba, Nigeria.", "Dogon Kurmi", "Takum", "Taraba", "NG"),
    # What a place is called after a comma says what it is and where.
    (
        "A farmer was shot in Zzorpa, a remote village near Toribio, Colombia.",
        "Zzorpa",
        "Toribio",
        "Cauca",
        "CO",
    ),
    ("A farmer was shot in Santiago, a hamlet in Antioquia, Colombia.", "Santiago", None, "Antioquia", "CO"),
    (
        "A guard was shot in Zzadr, a Shiite neighbourhood of Baghdad.",
        "Baghdad",
        "Al Rusafa",
        "Baghdad",
        "IQ",
    ),
    ("Rebels raided Zzorpa, a fishing village some 20 km from Sittwe.", "Zzorpa", "Sittwe", "Rakhine", "MM"),
    ("A farmer was shot in a village of Bama district, Nigeria.", None, "Bama", "Borno", "NG"),
    # What something is near, or north of, is not what it lies in.
    ("Rockets hit Balad air base north of Baghdad.", "Balad", "Balad", "Saladin", "IQ"),
    ("A farmer was shot in Zzorpa, a village south of Quetta.", "Zzorpa", "Quetta", "Balochistan", "PK"),
    ("A farmer was shot in Gao, in the north of Mali.", "Gao", None, "Gao", "ML"),
    # A second-order division that is called a province lies in one of the first order.
    ("A farmer was shot in Soum province in northern Burkina Faso.", None, "Soum", "Sahel", "BF"),
    ("A policeman was shot in Omagh, County Tyrone.", "Omagh", "County Tyrone", "Northern Ireland", "GB"),
    ("Two British soldiers were shot in County Antrim.", None, "County Antrim", "Northern Ireland", "GB"),
    ("A trader was shot in Lima, Peru.", "Lima", None, "Lima", "PE"),
    # A nation before a place tells it from its namesakes.
    ("A mine went off in the Mozambican town of Palma.", None, "Palma", "Cabo Delgado", "MZ"),
    ("A mine went off in the Spanish town of Palma.", "Palma", "Illes Balears", "Balearic Islands", "ES"),
    ("A mine went off in the Pakistani city of Hyderabad.", "Hyderabad", "Hyderabad", "Sindh", "PK"),
    ("A mine went off in the Colombian village of La Despensa.", "La Despensa", None, None, "CO"),
    # A district without a town of its name is no town: the bazaar's own is meant.
    (
        "A cleric was shot in Miranshah Bazaar, North Waziristan.",
        "Miranshah",
        "North Waziristan",
        "Khyber Pakhtunkhwa",
        "PK",
    ),
    (
        "Gunmen shot a teacher in Barang, Bajaur, Khyber Pakhtunkhwa.",
        "Barang",
        "Bajaur",
        "Khyber Pakhtunkhwa",
        "PK",
    ),
    ("A mine went off in Kaungmutone, Muse district, Shan, Myanmar.", "Kaungmutone", "Muse", "Shan", "MM"),
    ("A blast hit Mansour neighborhood, Baghdad, Iraq.", "Baghdad", None, "Baghdad", "IQ"),
    (
        "Rebels hanged a man at Doomri village under Arki Police Station of Khunti District.",
        "Doomri",
        "Khunti",
        "Jharkhand",
        "IN",
    ),
    (
        "Two died in Pipalpur village of Korchi block in the Gadchiroli District of Maharashtra.",
        "Pipalpur",
        "Gadchiroli",
        "Maharashtra",
        "IN",
    ),
    ("A bomb exploded in Marib, Yemen.", "Marib", None, "Marib", "YE"),
    (
        "Fighters stormed Dashti village, Khash Rod district, Nimroz, Afghanistan.",
        "Dashti",
        "Khash Rod",
        "Nimroz",
        "AF",
    ),
    # A road is told by its known end; a named sector is a stretch of a front, a numbered one one of a town.
    ("Rebels ambushed a bus on the Bamako-Koulogo road on Friday.", "Bamako", None, "Bamako", "ML"),
    (
        "A jawan was killed in the Nakial sector of Azad Kashmir.",
        "Nakyal",
        None,
        "Azad Jammu and Kashmir",
        "PK",
    ),
    ("Two people were shot in Sector 5 of Noida.", "Noida", "Gautam Buddha Nagar", "Uttar Pradesh", "IN"),
    # What changes hands is a place, even where no gazetteer knows it.
    ("Kurdish forces captured Tal Abyad, Syria, on Monday.", "Tal Abyad", None, "Raqqa", "SY"),
    ("Congolese troops retook Kuntuware in North Kivu.", "Kuntuware", None, "North Kivu", "CD"),
    ("A convoy was hit in Kashmir's Sopore area.", "Sopore", None, "Jammu and Kashmir", "IN"),
    (
        "A patrol was ambushed near Beni, North Kivu, Democratic Republic of the Congo.",
        "Beni",
        None,
        "North Kivu",
        "CD",
    ),
    ("Herders were killed in Kukawa, Borno State, Nigeria.", "Kukawa", None, "Borno", "NG"),
    ("A grenade was thrown in Baghdad.", "Baghdad", None, "Baghdad", "IQ"),
    (
        "Police were shot at in Sitio Malaya, Antipas, North Cotabato, Philippines.",
        None,
        None,
        "North Cotabato",
        "PH",
    ),
    ("A man was hacked to death in Kumarkhali upazila.", "Kumarkhali", "Kushtia", "Khulna", "BD"),
    # A country right before a place of its own is no part of the name.
    ("A priest was shot in Bangladesh Dinajpur District.", None, "Dinajpur", "Rangpur", "BD"),
    ("Raiders burned huts in the troubled Bajaur Agency.", None, "Bajaur", "Khyber Pakhtunkhwa", "PK"),
]


@pytest.mark.parametrize(("text", "place", "district", "province", "country"), CHAINS)
def test_chains(
    nlp: Language, text: str, place: str | None, district: str | None, province: str, country: str
) -> None:
    mention = choose_location(nlp(text), 1, 2)
    assert mention is not None
    assert (mention.province, mention.country_code) == (province, country)
    if place is not None:
        assert mention.place == place
    if district is not None:
        assert mention.district == district


def test_an_unknown_village_keeps_its_name_and_says_so(nlp: Language) -> None:
    mention = only(nlp("Three farmers were killed at Zzorpur village in Latehar District."))
    assert (mention.place, mention.precision, mention.known) == ("Zzorpur", "near", False)
    assert mention.latitude is not None and mention.rule == "places/village"


def test_the_smallest_name_and_the_town(nlp: Language) -> None:
    mention = only(nlp("A car bomb exploded in Mansour neighborhood, Baghdad, Iraq."))
    assert (mention.name, mention.place) == ("Mansour", "Baghdad")


ROLES = [
    ("KABUL, Afghanistan (AP) — A mine killed two.", "KABUL, Afghanistan (AP)", "dateline"),
    ("PESHAWAR: A mine killed two.", "PESHAWAR", "dateline"),
    ("Lima, 3 Oct 88 (Wire) -- A mine killed two.", "Lima", "dateline"),
    ("The victim, a resident of Quetta, was shot.", "Quetta", "origin"),
    ("The Lahore-based trader was shot.", "Lahore", "origin"),
    ("The dead man was identified as Ram Prasad of Quetta.", "Quetta", "origin"),
    ("One Gul Zaman (31) of Quetta was shot.", "Quetta", "origin"),
    ("Two rebels surrendered before the Ranchi Superintendent of Police.", "Ranchi", "location"),
    ("Militants in Gaza fired a rocket.", "Gaza", "base"),
    ("He was shot by militants in Gaza.", "Gaza", "location"),
    ("Delhi Police arrested two men.", "Delhi", "local_body"),
    ("The Karachi Corps Commander spoke.", "Karachi", "part_of_name"),
    ("A Kanker District Force convoy was hit.", "Kanker District", "part_of_name"),
    ("A bomb hit a force in Kanker District on Monday.", "Kanker District", "location"),
    ("A lecturer of the University of Kabul was shot.", "Kabul", "part_of_name"),
    ("The post lies 25 km north of Maiduguri.", "Maiduguri", "distance"),
    ("A shop was burned in Quetta.", "Quetta", "location"),
    # Where somebody spoke of it is not where it was.
    ("Two men were shot, officials said on Friday in Quetta.", "Quetta", "origin"),
    ("The murder of two men was learned about only today in Lima.", "Lima", "origin"),
    ("Police told reporters in Puno that a bridge was blown up.", "Puno", "origin"),
    ("Fighting was reported in Huanta.", "Huanta", "location"),
    ("Officials in Kabul said a mine had killed two.", "Kabul", "base"),
    ("Reports from Juba said a mine had killed two.", "Juba", "base"),
    ("A policeman in Kabul saw a mine kill two.", "Kabul", "location"),
    # Where the wounded are is not where they were hurt.
    ("Two were rushed to a hospital in Acapulco.", "Acapulco", "origin"),
    ("The boy was being treated at Nishtar Hospital in Multan.", "Nishtar Hospital in Multan", "origin"),
    ("A rocket hit a hospital in Kirkuk.", "Kirkuk", "location"),
    ("A nurse was taken from a clinic in Juba.", "Juba", "location"),
    # Those whom troops killed were there, those who fired may have fired far.
    ("Troops killed four gunmen in Kafolo.", "Kafolo", "location"),
]


@pytest.mark.parametrize(("text", "span", "role"), ROLES)
def test_roles(nlp: Language, text: str, span: str, role: str) -> None:
    doc = nlp(text)
    assert [(doc[m.start : m.end].text, m.role) for m in doc._.places] == [(span, role)]


NO_PLACES = [
    "Mr Khan and Sadiq Ali met on Sunday.",
    "Police said the men were from a gang.",
    "In March the Marines left.",
    "Jackson was seen by a doctor.",
    "Many people fled on Monday.",
    "",
]


@pytest.mark.parametrize("text", NO_PLACES)
def test_people_and_common_words_are_no_places(nlp: Language, text: str) -> None:
    assert [m.name for m in nlp(text)._.places] == []


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("GUNMEN KILLED TWO SOLDIERS IN MOSUL, IRAQ ON FRIDAY NIGHT", "Mosul", "IQ"),
        ("gunmen killed two soldiers in mosul, iraq on friday night", "mosul", "IQ"),
    ],
)
def test_capitals_or_none(nlp: Language, text: str, place: str, country: str) -> None:
    mention = choose_location(nlp(text), 1, 2)
    assert mention is not None and mention.place is not None
    assert (mention.place.lower(), mention.country_code) == (place.lower(), country)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Afghan police said that a bomb killed nine people in the capital.", "Kabul"),
        ("A bomb went off in the capital's Monipuripara area in Bangladesh.", "Dhaka"),
        ("Yemeni rebels shelled the capital city.", "Sanaa"),
        ("A grenade hurt two clerks in the Sri Lankan capital.", "Colombo"),
        ("Gunmen fired at a bank in Somalia's capital.", "Mogadishu"),
        ("A mob burned a church in the capital of Niger.", "Niamey"),
        ("Afghan police said that the country's capital was hit by rockets.", "Kabul"),
        ("A bomb went off in the Pol-e Charkhi quarter in the east of the Afghan capital.", "Kabul"),
        # Another word's, another capital, or a country that is in doubt.
        ("Afghan banks said that the capital market was hit.", None),
        ("A bomb killed nine people in the capital.", None),
        ("A van hit nine people in the Bavarian capital.", None),
        ("Uzbek capital gains were taxed.", None),
        ("Afghan police fought in Lashkar Gah, the capital of Helmand.", "Lashkar Gah"),
    ],
)
def test_the_capital_of_the_country(nlp: Language, text: str, place: str | None) -> None:
    towns = [mention.place for mention in nlp(text)._.places if mention.place]
    assert (towns or [None])[0] == place


@pytest.mark.parametrize(
    ("text", "place", "district"),
    [
        ("A bomb went off in Kot Sultan Tehsil Kulachi in DIK.", "Kot Sultan", "Dera Ismail Khan"),
        ("Gunmen shot a man in Village Barang Tehsil Mamond District Bajaur.", "Barang", "Bajaur"),
        ("Rebels were seen in Muse Township Shan State.", "Muse", "Muse"),
        ("A teacher was shot at Burir Dokan in Rangunia upazila.", "Burir Dokan", "Chittagong"),
    ],
)
def test_kind_words_and_the_names_that_they_belong_to(
    nlp: Language, text: str, place: str, district: str
) -> None:
    assert fields(nlp(text)._.places[0])[:2] == (place, district)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Nigerian troops fought gunmen for hours.", "NG"),
        ("The jawans of the CRPF were hit by a Maoist bomb worth a lakh.", "IN"),
        ("Fighting in Muse and Lashio, Shan State, went on near the Chinese border.", "MM"),
        ("Nothing happened.", None),
    ],
)
def test_article_country(nlp: Language, text: str, country: str | None) -> None:
    assert nlp(text)._.article_country == country


def test_a_country_that_only_a_demonym_speaks_for(nlp: Language) -> None:
    doc = nlp("Nigerian troops were ambushed by gunmen.")
    mention = choose_location(doc, 2, 3)
    assert mention is not None
    assert (mention.country, mention.precision, mention.role) == ("Nigeria", "country", "implied")
    assert doc[mention.start : mention.end].text == "Nigerian"


def test_the_event_gets_the_place_of_its_sentence(nlp: Language) -> None:
    doc = nlp("A bomb killed five in Quetta, Pakistan. Later a mine killed two in Zhob, Pakistan.")
    second = next(t.i for t in doc if t.text == "mine")
    first, last = choose_location(doc, 1, 2), choose_location(doc, second, second + 1)
    assert first is not None and last is not None
    assert (first.place, last.place) == ("Quetta", "Zhob")


def test_a_plural_says_what_all_places_of_a_list_are(nlp: Language) -> None:
    mention = choose_location(
        nlp("A mine blew up near Zzorpur and Zzartola villages of Latehar District."), 1, 2
    )
    assert mention is not None
    assert fields(mention) == ("Zzorpur", "Latehar", "Jharkhand", "IN")


def test_what_a_place_borders_on_is_not_where_it_lies(nlp: Language) -> None:
    mention = choose_location(
        nlp("Two cars burned at Zzorpur in Rajnandgaon District bordering Maharashtra."), 1, 2
    )
    assert mention is not None
    assert fields(mention) == ("Zzorpur", "Rajnandgaon", "Chhattisgarh", "IN")


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("Six soldiers were shot in Menaka, near the Niger border.", "Menaka", "ML"),
        ("Six soldiers were shot in Mali, near the border with Niger.", None, "ML"),
        ("Six Malian soldiers were shot near the frontier with Niger.", None, "ML"),
        ("Four Ivorian guards were shot in Kafolo, on the Burkina Faso border.", "Kafolo", "CI"),
        ("Two Somali traders were shot on the Kenya-Somalia border.", None, "SO"),
        ("Six people were shot in Minna, Niger State, Nigeria.", "Minna", "NG"),
    ],
)
def test_a_country_across_the_border(nlp: Language, text: str, place: str | None, country: str) -> None:
    mention = choose_location(nlp(text), 1, 2)
    assert mention is not None
    assert (mention.place, mention.country_code) == (place, country)


def test_a_village_of_a_name_known_elsewhere_lies_where_the_rest_of_the_text_does(nlp: Language) -> None:
    small = only(nlp("A farmer was shot in La Despensa, 20 km from Toribio, Colombia."))
    assert fields(small) == ("La Despensa", "Toribio", "Cauca", "CO")


@pytest.mark.parametrize(
    ("name", "country"), [("Odessa", "UA"), ("Calcutta", "IN"), ("Madras", "IN"), ("Seville", "ES")]
)
def test_the_large_city_of_a_name_is_meant(nlp: Language, name: str, country: str) -> None:
    mention = only(nlp(f"A bomb went off in {name} on Monday."))
    assert (mention.place, mention.country_code) == (name, country)


def test_a_large_city_abroad_stays_where_it_is(nlp: Language) -> None:
    text = "Rebels took Darzab district in Jawzjan province, Afghanistan, as envoys met for talks in Doha."
    assert [mention.country_code for mention in nlp(text)._.places] == ["AF", "QA"]


def test_the_district_of_a_village_is_taken_from_another_sentence(nlp: Language) -> None:
    doc = nlp(
        "Rebels shot a trader at Zzorpur village. It was the third attack in Latehar District this year."
    )
    mention = choose_location(doc, 1, 2)
    assert mention is not None
    assert fields(mention) == ("Zzorpur", "Latehar", "Jharkhand", "IN")


def test_the_province_of_the_day(nlp: Language) -> None:
    doc = nlp.make_doc("Two rebels gave up in Khammam District.")
    doc._.published = dt.date(2019, 5, 1)
    for _, step in nlp.pipeline:
        doc = step(doc)
    assert doc._.places[0].province == "Telangana"
    assert nlp("Two rebels gave up in Khammam District.")._.places[0].province == "Andhra Pradesh"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A bomb went off on Uruguay Avenue in Lima.", ["Lima"]),
        (
            "A bomb went off at the corner of West 1st Street and North 51st Avenue in San Salvador.",
            ["San Salvador"],
        ),
        ("A bomb went off at the corner of Bolivar and Diana Streets in Copiapo.", ["Copiapo"]),
        ("A bomb went off on Jiron de la Union in Lima.", ["Lima"]),
        ("Gunmen fired at a bank on Pennsylvania street.", []),
        ("Gunmen fired in the town of Bolivar and fled.", ["Bolivar"]),
        # What joins a name to what follows is no part of it: there is a Joson.
        ("A bomb went off in Jos on Friday.", ["Jos"]),
        ("A bomb went off in Rio de Janeiro on Friday.", ["Rio de Janeiro"]),
        # What a name begins with belongs to it.
        ("A bomb went off in Alto de San Pablo, Colombia.", ["Alto de San Pablo"]),
        (
            "FMLN rebels held the community center of Dulce Nombre de Maria, Chalatenango, El Salvador.",
            ["Dulce Nombre de María"],
        ),
    ],
)
def test_names_of_streets_and_longer_names(nlp: Language, text: str, places: list[str]) -> None:
    assert [mention.place for mention in nlp(text)._.places] == places


def test_a_place_inside_the_name_of_a_group(nlp: Language) -> None:
    doc = nlp.make_doc("The Balochistan Liberation Army claimed an attack in Khuzdar.")
    doc._.names = [NameMention(1, 4, "groups", "bla", "groups/bla")]
    for _, step in nlp.pipeline:
        doc = step(doc)
    assert [(m.name, m.role) for m in doc._.places] == [
        ("Balochistan", "part_of_name"),
        ("Khuzdar", "location"),
    ]


@pytest.mark.parametrize("group", ["knlf", "islamic_state"])
def test_a_group_of_one_country_speaks_for_it(nlp: Language, group: str) -> None:
    doc = nlp.make_doc("The Kuki National Front beat five villagers.")
    doc._.names = [NameMention(1, 4, "groups", group, f"groups/{group}")]
    for _, step in nlp.pipeline:
        doc = step(doc)
    assert doc._.places == []  # there is a Kuki in Japan
    implied = choose_location(doc, 5, 6)
    assert (implied.country_code if implied else None) == {"knlf": "IN"}.get(group)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # The place line says which country the report is from.
        ("Lima, 3 Oct 88 (EFE) -- A bomb went off in the Miraflores district.", [("Miraflores", "PE")]),
        ("Guatemala City, 3 Oct 88 (EFE) -- A bomb went off in Ixil.", [("Ixil", None)]),
        ("Panama City, 3 Oct 88 (EFE) -- A boiler burst in Colon.", [("Colón", "PA")]),
        # Who speaks is no place, and "Costa Rican" is none.
        ("Lima, 3 Oct 88 (EFE) --\n\n[Martinez] We shall see.\n\n[Garcia] No.", []),
        ("Men were seen in Liberia, near the Costa Rican border.", [("Liberia", "CR")]),
    ],
)
def test_the_country_of_the_place_line(nlp: Language, text: str, places: list[tuple[str, str]]) -> None:
    found = [m for m in nlp(text)._.places if m.role == "location"]
    assert [(m.name, m.country_code) for m in found] == places


@pytest.mark.parametrize(
    "text",
    [
        "A mine went off in the vicinity of Saravena.",
        "A mine went off on the outskirts of Saravena.",
        "A mine went off in the environs of Saravena, Arauca Intendancy.",
        "A mine went off near Saravena, a Kurdish service said.",
    ],
)
def test_what_is_near_a_town(nlp: Language, text: str) -> None:
    (mention,) = nlp(text)._.places
    assert (mention.place, mention.province, mention.preposition, mention.precision) == (
        "Saravena",
        "Arauca",
        "near",
        "near",
    )


def test_a_small_place_of_another_country_is_not_meant(nlp: Language) -> None:
    mention = only(nlp("Indian troops shot two Indian rebels close to the village of Radigre."))
    assert (mention.name, mention.country_code, mention.known) == ("Radigre", None, False)


def test_spans_lie_in_the_text_and_in_order(nlp: Language) -> None:
    for text, *_ in CHAINS:
        doc = nlp(text)
        starts = [m.start for m in doc._.places]
        assert starts == sorted(starts)
        assert all(0 <= m.start < m.end <= len(doc) for m in doc._.places)


def test_the_factory_makes_the_component(nlp: Language) -> None:
    assert isinstance(nlp.get_pipe("extractor_places"), PlacesComponent)


@pytest.mark.parametrize(
    ("text", "place", "district"),
    [
        # another Dharampur is a town of Bihar; that of the sentence lies in its district
        (
            "Rebels met in a house at Dharampur village on their way to a bank in Latehar District.",
            "Dharampur",
            None,
        ),
        ("In Palamu District, rebels burnt a school at Kharagpur village.", "Kharagpur", None),
        # the one that lies there is meant
        ("In Munger District, rebels burnt a school at Kharagpur village.", "Kharagpur", "Munger"),
    ],
)
def test_a_namesake_outside_the_named_district(
    nlp: Language, text: str, place: str, district: str | None
) -> None:
    found = next(m for m in nlp(text)._.places if m.place == place)
    assert found.district == district


def test_a_surname_is_no_town(nlp: Language) -> None:
    doc = nlp("Rebels took away Samuel Bhadra in Pallahara, Odisha, and hacked Bhadra to death.")
    assert [m.name for m in doc._.places] == ["Pallahara"]

"""Places that reports of violence name and that GeoNames lacks or spells otherwise."""

from collections.abc import Callable

import pytest

PLACES = [
    ("Rebels shot dead four farmers in Bunagana.", "Bunagana", "North Kivu", "CD"),
    ("Militants shot dead nine farmers in Eringeti, Beni territory.", "Eringeti", "North Kivu", "CD"),
    ("Gunmen shot dead six herders in Gumuruk, South Sudan.", "Gumuruk", "Jonglei", "SS"),
    ("A mine killed two soldiers near Boulikessi, Mali.", "Boulikessi", "Mopti", "ML"),
    ("Gunmen shot dead twelve civilians in Tongomayel, Burkina Faso.", "Tongomayel", "Sahel", "BF"),
    ("Gunmen shot dead four soldiers at Chinagodrar, Niger.", "Chinagodrar", "Tillaberi", "NE"),
    ("Militants shot dead two fishermen in Litri, Chad.", "Litri", "Lake", "TD"),
    ("A suicide bomber killed five people in Kolofata, Cameroon.", "Kolofata", "Far North", "CM"),
    ("Bandits shot dead three farmers in Jangebe, Nigeria.", "Jangebe", "Zamfara", "NG"),
    ("A mine killed two soldiers in El Ade, Somalia.", "El Ade", "Gedo", "SO"),
    ("A roadside bomb killed two policemen in Omar Jillo, Kenya.", "Omar Jillo", "Mandera", "KE"),
    ("Insurgents shot dead two farmers in Mucojo, Mozambique.", "Mucojo", "Cabo Delgado", "MZ"),
    ("Militiamen shot dead eight men in Kreinik, Sudan.", "Kreinik", "West Darfur", "SD"),
    ("Turkish drones killed a fighter in Koya, Iraq.", "Koya", "Erbil", "IQ"),
    ("Gunmen shot dead a fighter in Shuhayl, Syria.", "Shuhayl", "Deir ez-Zor", "SY"),
    ("A bomb killed two rangers in tambon Tanyong Limo.", "Tanyong Limo", "Narathiwat", "TH"),
    ("The KIA fought the army near Kaung Kha, killing two soldiers.", "Kaung Kha", "Shan", "MM"),
    # Quarters by which reports mean their city.
    ("A magnetic bomb killed two men in Dasht-e-Barchi, Afghanistan.", "Kabul", "Kabul", "AF"),
    ("A car bomb killed three men in Hamar Weyne, Somalia.", "Mogadishu", "Banaadir", "SO"),
    ("A grenade killed a shopkeeper in Batamaloo, India.", "Srinagar", "Jammu and Kashmir", "IN"),
    # Former names and other spellings.
    ("Rebels shot dead a guard in South Kanara district, India.", None, "Karnataka", "IN"),
]


@pytest.mark.parametrize(("text", "place", "province", "country"), PLACES)
def test_reported_places(events: Callable, text: str, place: str | None, province: str, country: str) -> None:
    found = {(e.location.place, e.location.province, e.location.country_code) for e in events(text)}
    assert (place, province, country) in found

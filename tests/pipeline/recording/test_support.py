"""Which statements are political violence: weak words need support, strong ones stand alone."""

from collections.abc import Callable

import pytest

from extractor.records import EventRecord

NO_EVENT = pytest.mark.xfail(strict=True, reason="what is no political violence is recorded")


Read = Callable[..., list[EventRecord]]


@pytest.mark.parametrize(
    "text",
    [
        "A suicide attack in Kabul killed nine people.",
        "A bomb went off in Quetta.",
        "ZANU-PF youths attacked an MDC rally in Harare.",
        "An angry crowd attacked a mosque in Kandy.",
        "Looters ransacked dozens of shops in Soweto.",
        "Vandals defaced a monument to the partisans in Zagreb.",
        "Several people were hurt in a fight between supporters of the Awami League and the BNP in Khulna.",
        "Two men threw acid at a schoolgirl in Quetta.",
        "An explosion in Kabul killed eight people and wounded 20.",
        "A blast in Quetta killed eight people.",
        "A powerful blast hit a market in Quetta, leaving eight dead and 20 wounded.",
        "Gunmen opened fire in Quetta.",
        "Unidentified men shot dead a shopkeeper in Quetta.",
        "A trader was shot dead in Quetta.",
        "Militants torched three trucks near Kalat.",
        "Rebels attacked a village near Beni.",
        "Gunmen abducted a doctor in Tank.",
        "A doctor was kidnapped in Tank.",
        "A doctor and his driver were kidnapped near Tank.",
        "Bandits kidnapped 27 pupils from a school in Zamfara.",
        "Rockets were fired at the airport in Kandahar.",
        "A rocket landed near the airport in Kandahar.",
        "Two soldiers were killed near Gao.",
        "Two policemen were killed in an attack in Bannu.",
        "Clashes between two tribes left six dead in Jos.",
        "Police arrested two members of a banned militant group in Lahore.",
        "Two Maoists surrendered in Sukma.",
        "A landmine killed a shepherd near Gao.",
        "Air strikes killed 12 civilians in Idlib.",
        "A journalist was shot and wounded in Lahore.",
        "A mob killed a man accused of blasphemy in Swat.",
        "Armed men stormed a village in Zamfara and killed nine people.",
        "The bullet-riddled body of a schoolteacher was found near Khuzdar.",
        "Government troops retook the town of Bama from insurgents.",
        "A gas cylinder bomb exploded in Bogota.",
        "A roadside bomb hit a police van near Tank on Friday.",
        "A remote-controlled bomb hit a van in Bajaur on Monday.",
        "Militants shot dead an author in Lahore on Monday.",
        "Police arrested three militants over the theft of arms in Lahore.",
    ],
)
def test_an_event(events: Read, text: str) -> None:
    assert len(events(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The new law is an attack on the press, the union said in Lahore.",
        "The hospital treats stroke and heart attacks in Quetta.",
        "The bowler struck twice in Dhaka and the batsmen were caught.",
        "The film was shot in Lahore over two months.",
        "Police arrested a man for driving without a licence in Gaya.",
        "Two thieves were arrested with a stolen goat in Gaya.",
        "The bank seized control of the firm in Mumbai.",
        "The two boxers clash in Manila on Saturday.",
        "The storm hit the coast near Chittagong on Monday.",
        "Wildfires destroyed houses near Antalya on Monday.",
        "The team captured the title in Colombo.",
        "A man was killed when a truck hit his motorcycle in Pune.",
        "The volcano exploded on Monday near Legazpi.",
        "He shot to fame after a raid on the charts in Delhi.",
        "Prices exploded in Lagos last month.",
        "Fireworks exploded over Dubai on New Year's Eve.",
        "A tiger killed two villagers near Mysore.",
        "Cholera killed 30 people in Sanaa.",
        "Storms killed six people in Texas and nine in Ohio.",
        "Six people were killed in crashes in Lyon and nine in Lille.",
        "Six people died in Lyon and nine in Lille.",
        "One man was killed in Kirkuk and one in Baquba.",
        pytest.param("Doctors surrendered their passports in Lahore.", marks=NO_EVENT),
        "The talks in Doha were bombarded with questions.",
        "A transformer exploded near a market in Peshawar, injuring five people.",
        "A gas explosion in a coal mine in Shaanxi killed 30 miners.",
        "The documentary follows a soldier who was shot in Basra.",
        "In the sequel aliens attack New York and kill thousands of people.",
        "The bomb had a timer, police in Lahore said.",
        "A duke was assassinated in Sarajevo in June 1914.",
        "Customs officers seized cocaine and arrested four men in Rotterdam.",
        "The firm's former head was arrested for fraud in Moscow.",
    ],
)
def test_no_political_violence(events: Read, text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The UN recorded 120 security incidents in North Kivu in April 2023.", 120),
        ("At least 22 attacks on health care were recorded in Sudan in 2022.", 22),
        ("OCHA recorded 34 attacks against aid workers in South Sudan in 2022.", 34),
        ("There were 55 attacks on schools in Burkina Faso in 2022, the report says.", 55),
        ("Some 34 violent incidents were reported in Cabo Delgado in 2022, killing 12 people.", 34),
        ("There were 14 shark attacks in Florida in 2022.", None),
        ("The bank reported 40 attacks on its servers in 2022.", None),
        ("A security incident closed a terminal of Lyon airport on Monday.", None),
    ],
)
def test_attacks_that_are_counted(events: Read, text: str, count: int | None) -> None:
    found = [(record.scope, record.count.best if record.count else None) for record in events(text)]
    assert found == ([("aggregate", count)] if count else [])


def test_that_nobody_was_hurt_is_no_event_by_itself(events: Read) -> None:
    assert events("Residents marched in Lagos. The crowd went home in the evening. No fatalities.") == []

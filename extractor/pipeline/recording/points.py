"""What each kind of support of an event is worth; `prospects` adds up the most that an article can have."""

# A draft with fewer points is no event.
THRESHOLD = 2.0
VAGUE, VIOLENT, TELLING_TYPE = 0.25, 0.75, 1.0
BOMBS, SIDES, SEVERAL_DOERS = 1.0, 0.5, 0.5
KILLED, KILLED_BY_PEOPLE, KILLED_IN_PLACES, KILLED_IN_ATTACK = 1.25, 0.75, 0.5, 0.25
TAKEN_IN_ATTACK, TAKEN, MASS_ARREST = 1.25, 1.0, 0.5
MANY_HURT, HURT = 1.0, 0.5
DELIBERATE, CONTESTED_THING = 0.5, 0.5
# "Two students were shot": of people it is hardly said of anything but a gun.
SHOT = 0.5
AIMED, CONTESTED, CLAIMED, SILENT_TOLL, PLACED = 0.5, 1.0, 1.0, 0.5, 0.25
COUNTED = 0.5
WEAPON, EVERYDAY_WEAPON = 1.25, 0.5
BY_NAME = {"groups": 2.0, "forces": 1.5, "parties": 1.0}
BY_KIND = {
    "armed_group": 1.5,
    "individual": 1.5,
    "criminal_group": 1.5,
    "state_force": 1.0,
    "crowd": 1.0,
}
# From this rank on the type of an event says what was done; below it, little more than that it was violent.
SAYS_MUCH = 35
# Up to this one it says not even that.
SAYS_NOTHING = 10

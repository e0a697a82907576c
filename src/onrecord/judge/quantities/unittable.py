"""Unit table: the names, plurals and symbols of units.

Names are those of the SI Brochure (9th edition) in British spelling, and of common use for the rest.
"""

from __future__ import annotations

from onrecord.judge.wordlist import word_set

_WORDS = """
percent: percent pct percents percentage
basis point: bp bps
metre: meter metres meters
kilometre: kilometer kilometres kilometers km kms
centimetre: centimeter centimetres centimeters cm
millimetre: millimeter millimetres millimeters mm
micrometre: micrometer micrometres micrometers micron microns
nanometre: nanometer nanometres nanometers
inch: inches
foot: feet ft
yard: yards yd yds
mile: miles
acre: acres
hectare: hectares ha
litre: liter litres liters ltr
millilitre: cc milliliter millilitres milliliters ml
gallon: gallons
pint: pints
quart: quarts
barrel: barrels bbl
bushel: bushels
ounce: ounces oz
gram: grams gramme grammes
kilogram: kilograms kilogramme kilogrammes kg kgs kilo kilos
milligram: milligrams mg
microgram: micrograms mcg
dram: drams
pound: pounds lb lbs lb. lbs.
ton: tons
tonne: tonnes
kilotonne: kilotonnes kiloton kilotons
megatonne: megatonnes megaton megatons
gigatonne: gigatonnes gigaton gigatons
carat: carats
second: seconds sec secs
minute: minutes min mins
hour: hours hr hrs
day: days
week: weeks
fortnight: fortnights
month: months
year: years yr yrs
decade: decades
century: centuries
millisecond: milliseconds ms
watt: watts
watt hour: wh
kilowatt: kilowatts kw
megawatt: megawatts mw
gigawatt: gigawatts gw
terawatt: terawatts tw
kilowatt hour: kwh
megawatt hour: mwh
gigawatt hour: gwh
terawatt hour: twh
horsepower: hp bhp
hertz: hz
kilohertz: khz
megahertz: mhz
gigahertz: ghz
volt: volts
kilovolt: kv kilovolts
amp: amps ampere amperes
milliamp hour: mah
joule: joules
calorie: calories cal kcal
pascal: pascals
megapascal: mpa
gigapascal: gpa
bar: bars
byte: bytes
kilobyte: kb kilobytes
megabyte: mb megabytes
gigabyte: gb gigabytes
terabyte: tb terabytes
petabyte: pb petabytes
bit: bits
megabit: megabits mbit
gigabit: gigabits gbit
pixel: pixels px
megapixel: mp megapixels
knot: knots
decibel: db decibels
cent: cents cts ct ¢
penny: pence
degree: degrees degree deg °
celsius: celsius centigrade ℃ degc
fahrenheit: fahrenheit ℉ degf
kelvin: kelvin kelvins
point: points pts pt point
time: times
newton: newtons
kilojoule: kj kilojoules
megajoule: mj megajoules
hectopascal: hpa hectopascals
ohm: ohms
mole: moles mol
sievert: sieverts
millisievert: millisieverts msv
teaspoon: teaspoons tsp
tablespoon: tablespoons tbsp
furlong: furlongs
fathom: fathoms
exabyte: exabytes
"""

UNITS = {
    form: name
    for line in _WORDS.strip().split("\n")
    for name, forms in [line.split(": ")]
    for form in [*forms.split(), name]
}

DURATIONS = word_set("second minute hour day week fortnight month year decade century millisecond")

WORDS_THAT_ARE_MORE = word_set("min sec bar mark ha ct cal time tw mp mb pt second")
"""Forms that are a unit only after a numeral, since they are other words as well."""

TOUCHING = {
    "m": "metre",
    "l": "litre",
    "g": "gram",
    "t": "tonne",
    "w": "watt",
    "v": "volt",
    "f": "fahrenheit",
    "c": "celsius",
    "p": "penny",
    "in": "inch",
    "h": "hour",
    "x": "time",
    "b": "byte",
    "μm": "micrometre",
    "µm": "micrometre",
    "nm": "nanometre",
    "pp": "percentage point",
    "ppt": "percentage point",
    "st": "stone",
}
"""Letters that are a unit where they touch the numeral ("30m", "5F"), or stand alone in capitals or after a space."""

CAPITALS = word_set("f c w v l x pp ppt")
"""Of these, the ones that are written in capitals too."""

SPACED = word_set("m l g w v t μm µm nm")
"""Of these, the ones that are a unit after a space too ("5 W", "68 p")."""

RATES = {
    "mph": ("mile", "hour"),
    "kph": ("kilometre", "hour"),
    "kmh": ("kilometre", "hour"),
    "kmph": ("kilometre", "hour"),
    "mpg": ("mile", "gallon"),
    "rpm": ("revolution", "minute"),
    "bpm": ("beat", "minute"),
    "mbps": ("megabit", "second"),
    "gbps": ("gigabit", "second"),
    "fps": ("frame", "second"),
    "bpd": ("barrel", "day"),
    "b": ("barrel", "day"),
    "psi": ("pound", "square inch"),
    "ppm": ("part", "million"),
    "ppb": ("part", "billion"),
}

SQUARES = {"square": "square", "sq": "square", "sq.": "square", "cubic": "cubic", "cu": "cubic", "nautical": "nautical"}

COMPOUNDS = {
    ("percentage", "point"): "percentage point",
    ("percent", "point"): "percentage point",
    ("per", "cent"): "percent",
    ("per", "cents"): "percent",
    ("basis", "point"): "basis point",
    ("light", "year"): "light year",
    ("troy", "ounce"): "troy ounce",
    ("fluid", "ounce"): "fluid ounce",
    ("kilowatt", "hour"): "kilowatt hour",
    ("megawatt", "hour"): "megawatt hour",
    ("gigawatt", "hour"): "gigawatt hour",
    ("terawatt", "hour"): "terawatt hour",
    ("metric", "ton"): "tonne",
    ("degree", "celsius"): "celsius",
    ("degree", "centigrade"): "celsius",
    ("degree", "c"): "celsius",
    ("degree", "fahrenheit"): "fahrenheit",
    ("degree", "f"): "fahrenheit",
    ("pound", "foot"): "pound-foot",
}

POWERS = {
    "m²": "square metre",
    "km²": "square kilometre",
    "m³": "cubic metre",
    "sqm": "square metre",
    "sqft": "square foot",
}

FOLD = "fold"

"""States of the world with their people and seats of government: one line each, as a newspaper writes them.

Only a help: a state that is not here is known by what the report says of it (its government, its people, its capital).
"""

from __future__ import annotations

_TABLE = """
Afghanistan|Afghan Afghani|Kabul
Albania|Albanian|Tirana
Algeria|Algerian|Algiers
Andorra|Andorran|
Angola|Angolan|Luanda
Argentina|Argentine Argentinian|Buenos_Aires
Armenia|Armenian|Yerevan
Australia|Australian|Canberra
Austria|Austrian|Vienna
Azerbaijan|Azerbaijani Azeri|Baku
Bahamas|Bahamian|Nassau
Bahrain|Bahraini|Manama
Bangladesh|Bangladeshi|Dhaka
Barbados|Barbadian|Bridgetown
Belarus,Belorussia,Byelorussia|Belarusian Belarussian|Minsk
Belgium|Belgian|
Belize|Belizean|Belmopan
Benin|Beninese|
Bhutan|Bhutanese|Thimphu
Bolivia|Bolivian|La_Paz
Bosnia,Bosnia_and_Herzegovina,Bosnia-Herzegovina|Bosnian|Sarajevo
Botswana|Botswanan|Gaborone
Brazil|Brazilian|Brasilia,Brasília
Brunei|Bruneian|
Bulgaria|Bulgarian|Sofia
Burkina_Faso|Burkinabe|Ouagadougou
Burundi|Burundian|Bujumbura
Cambodia|Cambodian|Phnom_Penh
Cameroon|Cameroonian|Yaoundé,Yaounde
Canada|Canadian|Ottawa
Cape_Verde|Cape_Verdean|
Chad|Chadian|N'Djamena
Chile|Chilean|Santiago
China,People's_Republic_of_China|Chinese|Beijing,Peking
Colombia|Colombian|Bogotá,Bogota
Comoros|Comorian|
Congo,Democratic_Republic_of_Congo,DR_Congo,DRC|Congolese|Kinshasa,Brazzaville
Costa_Rica|Costa_Rican|
Croatia|Croatian Croat|Zagreb
Cuba|Cuban|Havana
Cyprus|Cypriot|Nicosia
Czech_Republic,Czechia,Czechoslovakia|Czech|Prague
Denmark|Danish Dane|Copenhagen
Djibouti|Djiboutian|
Dominican_Republic|Dominican|
Ecuador|Ecuadorian Ecuadorean|Quito
Egypt|Egyptian|Cairo
El_Salvador|Salvadoran Salvadorean|San_Salvador
Eritrea|Eritrean|Asmara
Estonia|Estonian|Tallinn
Eswatini,Swaziland|Swazi|
Ethiopia|Ethiopian|Addis_Ababa
Fiji|Fijian|Suva
Finland|Finnish Finn|Helsinki
France|French|Paris
Gabon|Gabonese|Libreville
Gambia|Gambian|Banjul
Georgia|Georgian|Tbilisi
Germany,West_Germany,East_Germany|German|Berlin,Bonn
Ghana|Ghanaian|Accra
Greece|Greek|Athens
Grenada|Grenadian|
Guatemala|Guatemalan|
Guinea|Guinean|Conakry
Guinea-Bissau||Bissau
Guyana|Guyanese|Georgetown
Haiti|Haitian|Port-au-Prince
Honduras|Honduran|Tegucigalpa
Hungary|Hungarian|Budapest
Iceland|Icelandic Icelander|Reykjavik,Reykjavík
India|Indian|New_Delhi,Delhi
Indonesia|Indonesian|Jakarta
Iran|Iranian Persian|Tehran,Teheran
Iraq|Iraqi|Baghdad
Ireland,Republic_of_Ireland|Irish|Dublin
Israel|Israeli|
Italy|Italian|Rome
Ivory_Coast,Côte_d'Ivoire|Ivorian|Abidjan
Jamaica|Jamaican|Kingston
Japan|Japanese|Tokyo
Jordan|Jordanian|Amman
Kazakhstan|Kazakh Kazakhstani|Astana,Nur-Sultan
Kenya|Kenyan|Nairobi
Kosovo|Kosovan Kosovar|Pristina
Kuwait|Kuwaiti|
Kyrgyzstan|Kyrgyz|Bishkek
Laos|Laotian Lao|Vientiane
Latvia|Latvian|Riga
Lebanon|Lebanese|Beirut
Lesotho|Basotho|Maseru
Liberia|Liberian|Monrovia
Libya|Libyan|Tripoli
Liechtenstein|Liechtensteiner|Vaduz
Lithuania|Lithuanian|Vilnius
Luxembourg|Luxembourgish Luxembourger|
Madagascar|Malagasy|Antananarivo
Malawi|Malawian|Lilongwe
Malaysia|Malaysian|Kuala_Lumpur
Maldives|Maldivian|
Mali|Malian|Bamako
Malta|Maltese|Valletta
Mauritania|Mauritanian|Nouakchott
Mauritius|Mauritian|
Mexico|Mexican|Mexico_City
Moldova|Moldovan|Chisinau,Chișinău
Monaco|Monegasque|
Mongolia|Mongolian|Ulaanbaatar,Ulan_Bator
Montenegro|Montenegrin|Podgorica
Morocco|Moroccan|Rabat
Mozambique|Mozambican|Maputo
Myanmar,Burma|Burmese|Naypyidaw,Naypyitaw,Rangoon,Yangon
Namibia|Namibian|Windhoek
Nepal|Nepali Nepalese|Kathmandu
Netherlands,Holland|Dutch Dutchman|The_Hague,Hague
New_Zealand|New_Zealander|Wellington
Nicaragua|Nicaraguan|Managua
Niger|Nigerien|Niamey
Nigeria|Nigerian|Abuja,Lagos
North_Korea,DPRK|North_Korean|Pyongyang
North_Macedonia,Macedonia|Macedonian|Skopje
Norway|Norwegian|Oslo
Oman|Omani|Muscat
Pakistan|Pakistani|Islamabad
Palestine|Palestinian|Ramallah
Panama|Panamanian|
Papua_New_Guinea|Papuan|Port_Moresby
Paraguay|Paraguayan|Asunción,Asuncion
Peru|Peruvian|Lima
Philippines|Filipino Philippine Filipina|Manila
Poland|Polish Pole|Warsaw
Portugal|Portuguese|Lisbon
Qatar|Qatari|Doha
Romania|Romanian|Bucharest
Russia,Russian_Federation,Soviet_Union,USSR|Russian Soviet|Moscow
Rwanda|Rwandan|Kigali
Samoa|Samoan|Apia
Saudi_Arabia|Saudi Saudi_Arabian|Riyadh
Senegal|Senegalese|Dakar
Serbia,Yugoslavia|Serbian Serb Yugoslav|Belgrade
Seychelles||
Sierra_Leone|Sierra_Leonean|Freetown
Singapore|Singaporean|
Slovakia|Slovak Slovakian|Bratislava
Slovenia|Slovenian Slovene|Ljubljana
Solomon_Islands||Honiara
Somalia|Somali|Mogadishu
South_Africa|South_African|Pretoria
South_Korea|South_Korean Korean|Seoul
South_Sudan|South_Sudanese|Juba
Spain|Spanish Spaniard|Madrid
Sri_Lanka|Sri_Lankan|Colombo
Sudan|Sudanese|Khartoum
Suriname|Surinamese|Paramaribo
Sweden|Swedish Swede|Stockholm
Switzerland|Swiss|Bern,Berne
Syria|Syrian|Damascus
Taiwan|Taiwanese|Taipei
Tajikistan|Tajik|Dushanbe
Tanzania|Tanzanian|Dodoma,Dar_es_Salaam
Thailand|Thai|Bangkok
Togo|Togolese|Lomé
Tonga|Tongan|
Trinidad_and_Tobago,Trinidad|Trinidadian|
Tunisia|Tunisian|Tunis
Turkey,Türkiye,Turkiye|Turkish Turk|Ankara
Turkmenistan|Turkmen|Ashgabat
Uganda|Ugandan|Kampala
Ukraine|Ukrainian|Kyiv,Kiev
United_Arab_Emirates,UAE,Emirates|Emirati|Abu_Dhabi
United_Kingdom,UK,U.K.,Britain,Great_Britain|British Briton|London,Whitehall,Westminster
United_States,US,U.S.,USA,U.S.A.,America,United_States_of_America|American|Washington
Uruguay|Uruguayan|Montevideo
Uzbekistan|Uzbek|Tashkent
Vatican,Holy_See||
Venezuela|Venezuelan|Caracas
Vietnam|Vietnamese|Hanoi
Yemen|Yemeni|Sanaa,Sana'a
Zambia|Zambian|Lusaka
Zimbabwe|Zimbabwean|Harare
England|English Englishman|
Scotland|Scottish Scot|Edinburgh
Wales|Welsh Welshman|Cardiff
Northern_Ireland|Northern_Irish|Belfast
Hong_Kong|Hong_Konger|
Greenland|Greenlandic|
"""

_PLACES = """
Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois Indiana Iowa
Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska
Nevada New_Hampshire New_Jersey New_Mexico New_York North_Carolina North_Dakota Ohio Oklahoma Oregon Pennsylvania
Rhode_Island South_Carolina South_Dakota Tennessee Texas Utah Vermont Virginia West_Virginia Wisconsin Wyoming
Ontario Quebec Alberta Manitoba Saskatchewan Nova_Scotia New_Brunswick British_Columbia
Queensland Victoria Tasmania New_South_Wales
Europe Asia Africa Antarctica Eurasia Scandinavia Balkans Caribbean Oceania Crimea Donbas Donbass Kashmir Tibet
Catalonia Bavaria Siberia Chechnya Gaza West_Bank Middle_East Latin_America North_America South_America Central_America
Central_Asia Western_Europe Eastern_Europe Southeast_Asia
New_York_City Los_Angeles San_Francisco New_Orleans Las_Vegas San_Diego St_Louis Salt_Lake_City
Chicago Houston Philadelphia Phoenix Dallas Detroit Boston Seattle Denver Atlanta Miami Baltimore Milwaukee
Manchester Birmingham Liverpool Leeds Glasgow Sheffield Bristol Newcastle Nottingham
Frankfurt Munich Hamburg Cologne Geneva Zurich Brussels Strasbourg Milan Barcelona Istanbul Dubai Mumbai Shanghai
Jerusalem Tel_Aviv Sydney Melbourne Toronto Montreal Vancouver Osaka
"""


def _spaced(word: str) -> str:
    return word.replace("_", " ").lower()


def _read(table: str) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Read the table into: state's name → its first name, people's name → state, capital → state; all lower case."""
    states: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    capitals: dict[str, str] = {}
    for row in table.split("\n"):
        if not row:
            continue
        names, people, seats = row.split("|")
        first = _spaced(names.split(",")[0])
        states.update((_spaced(name), first) for name in names.split(","))
        demonyms.update((_spaced(name), first) for name in people.split())
        capitals.update((_spaced(name), first) for name in seats.split(",") if name)
    return states, demonyms, capitals


STATES, DEMONYMS, CAPITALS = _read(_TABLE)
"""Lower-case name, people's name or capital → the state's first name in the table, lower case."""


def state_of(low: str) -> str | None:
    """The state that a state's or a people's name stands for, by its first name in the table; None for another word.

    Args:
        low: The name, in lower case.
    """
    return STATES.get(low) or DEMONYMS.get(low)


PLACES = frozenset(_spaced(name) for name in _PLACES.split())
"""Regions and cities that are seldom anything else, lower case."""

GOVERNED = PLACES - {
    "europe",
    "asia",
    "africa",
    "antarctica",
    "eurasia",
    "oceania",
    "balkans",
    "caribbean",
    "scandinavia",
}
"""Those whose name is their government's where they speak: of 17 statements by one in the labels 15 are a state's."""

BEGUN = frozenset(tuple(name.split()[:2]) for name in (*STATES, *CAPITALS, *PLACES, "downing street") if " " in name)
"""The first two words of those of several: ("new", "york"), ("saudi", "arabia"). Some begin as a sentence may."""

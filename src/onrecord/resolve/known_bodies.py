"""Known bodies: those that many reports name by a few letters or one word, and of which no word says what they are.

International and public bodies, firms, media, clubs and universities, written by hand from what is commonly known. Only
a help: whoever an article shows to be a person stays one (``kinds.py``).
"""

from __future__ import annotations


def _spaced(text: str) -> frozenset[str]:
    return frozenset(name.replace("_", " ") for name in text.split())


INTERNATIONAL = _spaced(
    """
    afd al-qaeda al-shabab amnesty anc apec asean bjp black_lives_matter boko_haram brics bundesbank bundestag
    caricom cdu cern comecon congress csu duma dup ecowas eta eu eurojust europol fao farc fatah fatf fidesz fifa
    frontex g20 g7 g8 greenpeace hamas hells_angels hezbollah iaea icao icc icj ilo imf interpol ioc iom ipcc ira
    isil isis iso itu knesset kremlin ku_klux_klan likud mercosur mossad nafta nato oas oecd opcw opec osce oxfam
    parliament pentagon pkk plaid_cymru plo podemos pri psoe red_crescent red_cross saarc sdlp senate sinn_fein
    sinn_féin snp spd swapo syriza taliban uefa ukip un undp unep unesco unfpa unhcr unicef unifil unita unmik unrwa
    wfp whitehall who wikileaks wmo wto ypg
    """
)
PUBLIC = _spaced(
    """
    acas aclu aec afl-cio afp aiadmk aipac asio atf bafta bbfc bfi bma bpi brookings cbi cbo cbp cdc cftc
    chatham_house cia cnes cnrs cps csiro darpa dea defra dfid dhs dia doj dot dvla dwp ecb epa esa faa fbi fcc fda
    fdic fema ftc gallup gao gchq gmb heritage_foundation hmrc hrw hud ice iea ifs ipsos irs isro jpl kgb lapd legco
    leo mi5 mi6 mod naacp naep nasa ndp nhs nhtsa nih nist noaa npa nra nrc nsa nsf ntsb nus nypd ofcom ofgem ofsted
    omb osha pentagon quinnipiac rac rand rcmp rnli rspca sec seti sipri swat tsa tuc ubs unison usaid usda usgs
    usps yougov
    """
)
FIRMS = _spaced(
    """
    abb accenture acer adidas adobe aetna ahold aib aig airbnb airbus alcatel alcoa alibaba alitalia alstom altria
    amazon amd apple aramco arcelormittal asda asics astrazeneca at&t atari audi aviva axa baidu barclays basf bayer
    bbva bentley bhp binance blackrock blackstone bmw bnp boeing bosch bp bt bytedance cadbury canon capita
    carillion carrefour caterpillar chevron chrysler cisco citi citibank citigroup coinbase comcast conocophillips
    costco csx daimler danone dell deloitte deutsche_bank deutsche_telekom diageo disney dupont easyjet ebay
    ericsson ernst_&_young etsy expedia exxon exxonmobil facebook fannie_mae fedex fiat flickr foxconn freddie_mac
    fujitsu g4s gazprom gillette github glaxosmithkline glencore goldman_sachs google groupon gsk gucci h&m
    halliburton hasbro heineken hitachi honda honeywell hp hsbc huawei hulu hyundai ibm ikea infosys instagram intel
    jaguar john_lewis jpmorgan kfc kia kickstarter kodak kpmg kraft lazard lego lehman lehman_brothers lenovo lg
    linkedin lloyds lockheed lockheed_martin lufthansa lukoil lyft maersk marriott mastercard mattel mazda mcdonald
    mcdonalds mckinsey medibank merck meta microsoft mitsubishi monsanto morgan_stanley morrisons mozilla napster
    natwest nec nestle nestlé netflix nike nintendo nissan nokia nomura novartis novo_nordisk nvidia o2 openai
    oracle palantir panasonic paypal pepsi pepsico petrobras petronas peugeot pfizer philips pimco pinterest pixar
    porsche primark prudential pwc qantas qualcomm quora raytheon reddit reebok renault repsol rio_tinto roche
    rolls-royce roscosmos rosneft rusal ryanair safeway sainsbury samsung sanofi sap sberbank scotiabank sears sega
    serco shein shell siemens skype snapchat softbank sony spacex spotify sprint standard_chartered starbucks
    statoil stellantis stripe subaru suzuki symantec t-mobile takeda tata telefonica telegram tencent tepco tesco
    tesla thyssenkrupp tiktok toshiba total toyota transneft tripadvisor tumblr twitter uber ubisoft unilever ups
    valve verizon viacom vimeo visa vodafone volkswagen volvo vw waitrose walgreens walmart wells_fargo westinghouse
    westpac whatsapp wikimedia wikipedia wipro xbox xerox xiaomi yahoo yelp youtube yukos zara zoom zte
    """
)
MEDIA = _spaced(
    """
    abc al-jazeera al_jazeera aljazeera ansa ap axios bbc bbc_news bild bloomberg breitbart buzzfeed cbc cbs cnbc
    cnn corriere dpa efe el_pais el_país espn euronews fox fox_news gawker gizmodo haaretz hbo huffpost interfax itv
    jezebel kyodo la_repubblica la_stampa le_figaro le_monde libération mashable mother_jones motherboard msnbc mtv
    nbc newsmax newsweek nhk npr pbs playboy politico pravda propublica reuters rte rté sky sky_news sky_sports
    slate tass techcrunch the_onion upi vogue vox wikinews wired xinhua ynet
    """
)
CLUBS = _spaced(
    """
    afl ajax arsenal aston_villa atp barcelona bayern bcci benfica borussia cfl chelsea ecb everton ferrari fia fiba
    fina iaaf icc juventus lazio mclaren mercedes mlb mls nascar nba ncaa nfl nhl nrl pga real_madrid red_sox rfu
    tottenham wada white_sox wnba wta wwe
    """
)
UNIVERSITIES = _spaced(
    "caltech harvard lse mit nyu oxbridge princeton sorbonne stanford ucl ucla yale cornell eton tsinghua"
)
JOINED_BODIES = _spaced(
    """
    barnes_and_noble education_and_skills ernst_and_young health_and_human_services health_and_social_care
    housing_and_urban_development johnson_and_johnson marks_and_spencer procter_and_gamble smith_and_wesson
    work_and_pensions
    """
)
"""Departments and firms of two words or more joined by "and"."""
KNOWN_BODIES = INTERNATIONAL | PUBLIC | FIRMS | MEDIA | CLUBS | UNIVERSITIES | JOINED_BODIES
"""In lower case, words apart by a space."""

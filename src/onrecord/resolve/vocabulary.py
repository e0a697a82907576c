"""Closed lists for source phrases: what their nouns stand for, what follows a noun, which offices are one.

Lower case. Kinds of things, never things.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DOCUMENT_NOUNS = _words(
    """
    abstract account act ad advert advertisement affidavit agreement amendment analysis announcement application
    article audit banner bill blog book brief briefing brochure budget bulletin cable cables calculation
    calculations caption charter circular clause code column communique communiqué complaint constitution
    contract correspondence data dataset decision declaration decree despatch diary dispatch document
    documentary dossier e-mail editorial email estimate evidence excerpt extract feature figure file files
    filing film finding footage forecast graffiti guidance guideline guidelines headline hypothesis image index
    indictment information inscription instalment interview investigation judgement judgment law lawsuit leaflet
    leak leaks letter list log logs mail manifesto memo memorandum message minutes model models motion
    newsletter note notice numbers obituary op-ed oped opinion order page pamphlet paper papers passage petition
    piece placard plan post poster prediction probe profile projection proposal protocol provision quote readout
    recommendation record recording regulation release remarks report research resolution result review rule
    rules ruling schedule sheet sign simulation site slogan song speech statement statistic story study
    submission suit summary tape term testimony text theory transcript treaty tweet update verdict video warrant
    webpage website wikipedia
    """
)
POLL_NOUNS = _words("ballot canvass census exit-poll poll polling questionnaire referendum survey")
ORGANISATION_NOUNS = _words(
    """
    administration agency airline alliance app arm army assembly association authority automaker bank bloc board
    body branch brand brewery broadcaster broadsheet brokerage bureau businesses cabinet campaign carmaker
    carrier chain chamber chancellery channel charity chipmaker church club coalition college command commission
    committee company conglomerate congress consulate consultancy contractor corporation council court daily
    department diocese directorate distributor division drugmaker embassy exchange exchequer exporter federation
    firm force foundation franchise fund giant government group headquarters hospital house hq importer
    inspectorate institute institution insurer intelligence judiciary junta kremlin label leadership league legislature
    lender lobby magazine maker manufacturer military militia ministry mission monarchy navy network newspaper
    ngo non-profit nonprofit office ombudsman operator opposition organisation organization outlet palace panel
    pac paper parent parliament party patrol pentagon platform police presidency producer prosecution provider
    publication publisher refinery regime regulator retailer school secretariat senate service side society
    squad start-up startup station studio subcommittee subsidiary supplier tabloid tank team think-tank thinktank
    treasury tribunal trust union unit university utility watchdog weekly
    """
)
GROUP_WORDS = _words(
    """
    all anyone audience band base both brass cent children chorus clergy community counterparts couple crew
    crowd defence defense dozen dozens duo east eight electorate elite establishment everybody everyone faculty
    family few five folk folks forces four generation guys half handful hundreds jury kids leadership left lot
    majority many market markets media men millions minority most neighborhood neighbourhood nine nobody none
    number others pair people per-cent percent personnel population press public quarter rest right seven
    several six some staff team-mates ten them third those thousands three three-quarters trio troops two
    two-thirds west women world youth
    """
)
"""Words for many people, whatever their form."""
PERSON_HEADS = _words(
    """
    advocate ally anyone athlete boy caller child eyewitness girl guy kid lady man mate neurosurgeon one person
    republican somebody someone source spy surgeon teen teenager woman
    """
)
SINGULAR_PLURALS = {
    "businessmen": "businessman",
    "chairmen": "chairman",
    "children": "child",
    "congressmen": "congressman",
    "fishermen": "fisherman",
    "gunmen": "gunman",
    "men": "man",
    "policemen": "policeman",
    "spokesmen": "spokesman",
    "spokeswomen": "spokeswoman",
    "wives": "wife",
    "women": "woman",
}
PERSON_ENDINGS = (
    "man", "woman", "person", "ist", "ician", "ologist", "er", "or", "eer", "ian", "ee", "ant", "yst", "crat", "aire",
)  # fmt: skip
"""Endings of nouns for persons; see ``NOT_PERSONS`` for what else ends so."""
NOT_PERSONS = _words(
    """
    acre african after agree american anger another answer asian assist australian austrian automaker banner behavior
    behaviour belarusian better bitter bomber border brazilian broadcaster bulgarian canadian cancer carmaker
    carrier center centre chamber chapter character charter chipmaker christian coffee color colour committee
    competitor computer constant container contractor corner counter cover cruiser danger december degree
    destroyer developer dinner disagree disaster distributor door drugmaker earlier egyptian either elder encounter
    error european ever exporter exterior factor favor favour fee fever fibre flavour floor former freighter further
    german giant grant guarantee harbor harbour helicopter honor honour horror however human humor humour
    hungarian hunger importer indian inner insist instant insurer interior iranian italian knee labor labour later
    latter lender letter lever list litre lower major maker manufacturer matter meter metre minor mirror motor
    neither never newsletter newspaper norwegian november number october offer older operator order other outer
    over paper per plant poster power prayer prior producer proper publisher quarter rather register regulator
    relevant restaurant retailer rival river romanian rumor rumour russian sector september server significant
    summer super superior supplier syrian tanker tender terror theater theatre three together tower trailer transfer
    tree tumor tumour twitter ukrainian under upper vapor variant warrant water weather whether winter younger
    """
)
PEOPLE_BEFORE_FIGURES = _words(
    """
    business establishment government industry leading military opposition party political prominent public
    religious senior
    """
)
"""Words by which "figures" are people, not numbers."""

INDEFINITES = _words(
    """
    a all an another any both certain each every few five four many most no one other several six some three two
    """
)
POSTMODIFIERS = _words(
    """
    about across after against aka among around as at attending based before behind between briefed by called
    carried close commissioned compiled conducted during familiar filed for from in including inside involved
    issued led like living made monitoring named near obtained of on opposed outside over published released
    representing reviewed seen since speaking such taking than that to under when where which who whose with
    within working
    """
)
"""Words that begin what follows a source's noun and belongs to it."""
PARTICIPLES = _words(
    """
    done drawn found given held kept known led made put said seen sent set shown sought taken told written
    """
)
"""Participles that do not end in -ed."""
OFFICE_FIELDS = _words(
    """
    agriculture commerce communications defence defense education energy health homeland justice labor labour
    national operations parliament police public research staff state transportation veterans
    """
)
"""Words after "of" in an office written small: chief of staff, secretary of state."""
NAMED_BODIES = _words(
    """
    administration agency campaign command commission committee council court department embassy government ministry
    office parliament party regime service
    """
)
"""Nouns that name a body together with its state, holder or field."""
BODIES_OF_A_STATE: dict[str, frozenset[str]] = {
    **dict.fromkeys(("army", "intelligence", "military", "navy"), frozenset()),
    "bank": _words("central"),
    "community": _words("intelligence"),
    "services": _words("intelligence security"),
    "board": _words("editorial"),
    "staff": _words("general"),
    **dict.fromkeys(("railway", "railways"), frozenset()),
    **dict.fromkeys(("south", "north", "east", "west"), _words("command")),
    "directorate": _words("intelligence"),
}
"""Nouns of bodies that every state, or every paper, has one of; and what stands before one of other meanings."""
BODY_FIELDS = _words(
    """
    agriculture constitutional criminal culture defence defense economic economy education emergencies emergency
    energy environment finance foreign health home interior justice labor labour state supreme trade transport
    treasury
    """
)
"""Fields by which a ministry or department is named where it is written small: the foreign ministry."""

ROLE_OPENERS = _words("as until recently now then once currently both long")
"""Words before a role that opens its sentence: As chairman of the trust, Park."""
BEING_VERBS = _words("is was became has had been just also named appointed elected confirmed as now")
"""Words between a name and its role: Park has just been named chairman."""
SERVING_VERBS = _words("is was now also has been formerly once served serves works worked as")
"""Words between "who" and a role."""
LEADING_VERBS = _words("heads headed leads led runs ran chairs chaired founded directs directed edits")
"""Verbs that are a role: who heads the trust."""

GENERIC_BODIES = _words(
    """
    agency airline automaker bank broadcaster carmaker channel charity club company firm group institute lender
    magazine manufacturer network newspaper ngo nonprofit organisation organization paper regulator retailer
    union watchdog
    """
)
"""Nouns by which a body that was named is called again."""
BODIES_OF_STATE = _words(
    """
    administration agency army assembly bundestag cabinet commission committee congress council court department
    duma embassy government house justice knesset ministry navy parliament patrol police reserve senate treasury
    """
)
"""Words in the names of bodies that are no company, paper or charity."""
PAPER_WORDS = _words(
    """
    bulletin chronicle courier daily dispatch echo examiner express gazette globe guardian herald independent
    inquirer journal magazine mail mirror news observer post press record register sentinel standard star sun
    telegraph times tribune weekly
    """
)
"""Words in papers' names."""
UNIQUE_OFFICES = _words(
    """
    actor actress ambassador author billionaire boss businessman businesswoman candidate captain ceo chair chairman
    chairwoman chancellor chief coach commissioner congressman congresswoman contender democrat dictator diplomat
    director front-runner frontrunner general goalkeeper governor hopeful judge king lady lawmaker lawyer leader
    manager mate mayor midfielder minister mogul mp nominee pm politician pope premier president president-elect
    prince princess professor prosecutor queen republican scientist secretary senator singer socialist speaker star
    striker strongman tycoon
    """
)
"""Offices by which somebody just named is called without having been introduced by them."""
UNLIKE = _words("acting assistant associate deputy shadow vice")
"""Words before an office that make it another office."""
LEANINGS = _words(
    """
    authoritarian conservative controversial embattled far-left far-right left-wing leftwing liberal longtime
    nationalist new old outspoken popular populist right-wing rightwing veteran young
    """
)
"""Words in a description that say nothing of the office."""
_POLITICIANS = _words(
    """
    congressman congresswoman gov governor lawmaker leader mayor minister mp rep representative sen senator
    speaker
    """
)
SAME_OFFICE: dict[str, frozenset[str]] = {
    "actor": _words("star"),
    "actress": _words("actor star"),
    "adviser": _words("advisor aide"),
    "aide": _words("adviser advisor assistant"),
    "analyst": _words("economist strategist"),
    "attorney": _words("counsel lawyer"),
    "boss": _words("ceo chair chairman chairwoman chief director executive head manager president"),
    "businessman": _words("entrepreneur founder investor tycoon"),
    "chief": _words(
        "boss ceo chair chairman chairwoman commander director executive governor head leader president secretary"
    ),
    "congressman": _words("rep representative"),
    "congresswoman": _words("rep representative"),
    "democrat": _POLITICIANS,
    "doctor": _words("dr physician surgeon"),
    "economist": _words("analyst"),
    "executive": _words("ceo chief director president"),
    "general": _words("gen"),
    "governor": _words("gov"),
    "head": _words("boss ceo chair chairman chairwoman chief director executive president"),
    "lawmaker": _words("congressman congresswoman legislator mep mp msp rep representative sen senator"),
    "lawyer": _words("attorney barrister counsel solicitor"),
    "leader": _words(
        """
        chair chairman chairwoman chancellor chief emir governor head king leader minister pm premier president prince
        queen ruler secretary speaker
        """
    ),
    "legislator": _words("congressman congresswoman lawmaker mp rep representative sen senator"),
    "pm": _words("minister premier"),
    "politician": _words("congressman congresswoman governor mayor minister mp president rep sen senator"),
    "premier": _words("minister pm premier"),
    "professor": _words("lecturer prof"),
    "representative": _words("congressman congresswoman rep"),
    "republican": _POLITICIANS,
    "senator": _words("sen"),
    "spokesperson": _words("spokesman spokeswoman"),
    "star": _words("actor actress player singer striker"),
}
"""A description's noun → offices of people who are called so later."""

ANOTHER = frozenset({"another", "fourth", "other", "second", "third"})
"""Words that tell a description from whoever was spoken of: "the second officer"."""

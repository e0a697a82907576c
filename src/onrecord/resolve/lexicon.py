"""Closed lists of words that the rules of this stage look at: offices, people, organisations, documents, openers.

Lower case, singular where a plural is formed by rule, without full stops. They hold kinds of things, never things:
no person, company or paper is known by name here.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MALE_TITLES = _words(
    "mr mister sir lord baron king prince duke earl count emperor emir sultan father brother mx monsieur"
)
MALE_TITLES -= {"mx"}
FEMALE_TITLES = _words("mrs ms miss madam lady dame baroness queen princess duchess countess empress sister madame")
HONORIFICS = (
    MALE_TITLES
    | FEMALE_TITLES
    | _words(
        """mx dr prof professor rev reverend pope rabbi imam sheikh mullah ayatollah hon judge justice gen general col
        colonel lt lieutenant maj major capt captain cpl corporal sgt sergeant pvt private adm admiral cmdr commander
        cdr brig brigadier marshal det detective insp inspector supt superintendent constable sen senator rep
        representative gov governor pres president congressman congresswoman assemblyman assemblywoman councillor cllr
        councilman councilwoman alderman mayor ambassador saint cardinal archbishop bishop pastor sheriff deputy
        first-lady pm mp msp mep qc officer agent sens reps msgr spc ssgt messrs drs profs
        """
    )
)
"""Words that stand directly before a person's name."""

OFFICES = _words(
    """president premier prime-minister minister secretary chancellor speaker leader governor mayor senator
    representative congressman congresswoman lawmaker legislator mp msp mep peer commissioner chief head boss chair
    chairman chairwoman chairperson director ceo cfo coo cto executive founder co-founder cofounder owner partner
    manager editor publisher reporter correspondent journalist columnist presenter anchor host producer author writer
    novelist poet playwright historian economist analyst strategist adviser advisor aide counsel counselor counsellor
    attorney lawyer barrister solicitor prosecutor judge justice magistrate sheriff constable inspector detective
    superintendent officer official spokesman spokeswoman spokesperson spokespeople ambassador envoy diplomat consul attaché
    general admiral colonel captain lieutenant sergeant commander marshal brigadier corporal soldier veteran
    doctor physician surgeon nurse scientist researcher professor lecturer academic scholar fellow student teacher
    principal headteacher dean rector pastor priest bishop archbishop cardinal pope rabbi imam cleric monk vicar
    activist campaigner organizer organiser volunteer coordinator co-ordinator coach trainer striker midfielder
    defender goalkeeper keeper winger quarterback pitcher batsman bowler player skipper champion driver rider
    actor actress singer musician composer conductor artist painter sculptor designer architect engineer developer
    programmer inventor entrepreneur businessman businesswoman billionaire millionaire investor banker trader broker
    farmer fisherman baker plumber electrician carpenter builder shopkeeper retiree pensioner resident neighbour
    neighbor owner landlord tenant candidate nominee challenger incumbent contender frontrunner opponent
    deputy assistant associate treasurer trustee member delegate councillor councilman councilwoman alderman
    whip ranking-member backbencher frontbencher statesman politician politburo regent king queen prince princess
    duke duchess emperor emir sultan sheikh whistleblower informant witness survivor victim suspect defendant plaintiff
    expert specialist consultant auditor accountant actuary agent operative contractor forecaster meteorologist
    geologist biologist chemist physicist virologist epidemiologist psychologist psychiatrist sociologist
    anthropologist archaeologist astronomer astronaut cosmonaut curator librarian archivist translator interpreter
    photographer filmmaker film-maker director-general chairman-elect president-elect premier-elect governor-elect
    mayor-elect minister-president superintendent vice-president vice-chairman vice-chair vice-chancellor
    secretary-general attorney-general solicitor-general governor-general inspector-general comptroller
    administrator examiner coroner ombudsman commissioner registrar clerk usher marshal warden governor superintendent
    mother father son daughter brother sister wife husband widow widower uncle aunt cousin nephew niece grandfather
    grandmother grandson granddaughter partner girlfriend boyfriend fiancé fiancée friend colleague
    founder creator co-author coauthor co-chair co-chairman co-host co-director co-owner critic reviewer blogger
    vlogger influencer youtuber comedian magician dancer choreographer screenwriter guitarist drummer pianist
    bassist vocalist frontman rapper model chef cook waiter butler maid nanny cleaner guard pilot sailor
    seaman trooper ranger firefighter fireman paramedic lifeguard postman policeman policewoman cop gunman
    militant commander-in-chief warlord rebel dissident exile defector oligarch tycoon magnate mogul
    sens reps gov sen rep pm chairmen head-teacher lobbyist fundraiser donor
    midwife dentist vet pharmacist undersecretary under-secretary subsecretary solicitor statistician
    star guest attendee fan columnist barista settler trustee
    filmmaker policymaker dressmaker watchmaker winemaker newsmaker kingmaker matchmaker peacemaker negotiator mediator
    moderator navigator narrator instructor investigator innovator educator dictator creditor conspirator contributor
    commentator collector collaborator benefactor assessor arbitrator adjudicator liquidator jailer mentor protester
    protestor protector proprietor predecessor successor speculator sponsor surveyor tailor translator tutor vendor visitor
    warrior adventurer announcer attacker barber believer biker boater breeder brewer bricklayer butcher buyer camper
    canvasser carer caretaker cleaner climber collier commuter consumer courier crusader customer dancer dealer debater
    defender designer diner diver dreamer employer entertainer explorer fighter financier follower foreigner forester
    freelancer gambler gamer gardener geographer goalkeeper grocer hacker hairdresser handler hawker healer helper hiker
    holder homeowner homemaker interviewer islander jeweller joiner juror killer kidnapper labourer laborer landowner
    listener lodger loner marcher mariner marketer miner mobster motorcyclist mountaineer murderer newcomer newsreader
    observer offender onlooker organiser organizer outsider insider passenger peacekeeper performer petitioner philosopher
    pioneer planner pollster practitioner preacher prisoner promoter rancher reader recruiter reformer rescuer
    restaurateur ringleader robber ruler scorer scriptwriter seller settler shareholder shopper shooter skater skier smoker
    smuggler songwriter speechwriter stakeholder stockholder storyteller stranger subscriber supporter surfer
    taxpayer thinker timekeeper traveller traveler undertaker user viewer villager voter watcher weaver welder winner
    worker worshipper wrestler youngster teenager backer insider hostage refugee migrant immigrant exile inmate
    recruit cadet intern trainee apprentice graduate alumnus undergraduate pupil schoolboy schoolgirl
    patriarch matriarch heir heiress socialite mastermind icon legend veteran strongman frontwoman guru
    whistle-blower go-between middleman shopowner co-worker teammate team-mate classmate roommate housemate
    golfer tennis-player boxer cyclist swimmer runner sprinter jockey racer footballer cricketer
    """
)
"""Nouns for what a person is or does; those in -ist, -er and the like are known by their form as well."""

TITLE_NOUNS = OFFICES | HONORIFICS

SURNAME_OFFICES = _words(
    """king bishop baker cook judge dean duke pope prince farmer major abbot priest singer page knight marshal porter
    clerk butler potter archer shepherd driver rider carpenter fisher hunter skipper queen lord warden ranger guard
    constable coach fellow brother nurse player model pilot saint cardinal justice sheriff baron earl painter
    deputy mother father son neighbour friend partner widow witness victim captain
    """
)
"""Offices that are surnames as well."""

TITLE_MODIFIERS = _words(
    """prime vice deputy chief acting interim former ex late then senior junior first second third top assistant
    associate executive managing general special foreign home defence defense finance interior health education
    energy trade labour labor justice environment transport culture agriculture treasury majority minority opposition
    shadow political economic diplomatic press communications national security financial state federal district
    county city presidential vice-presidential parliamentary legal chief-of-staff lord major attorney solicitor
    permanent private parliamentary staff police fire air army navy marine homeland intelligence
    house senate joint white cabinet election campaign
    commercial editorial creative technical medical scientific research policy public affairs relations media
    editor-in-chief honorary emeritus elect designate lead principal supreme high chief foreign-policy co
    """
)
"""Words that stand before an office's noun."""

FORMER = _words("former ex ex- then-president onetime one-time erstwhile outgoing past retired late")
PARTY_WORDS = _words(
    """republican democrat democratic labour labor tory conservative liberal green socialist communist independent
    unionist nationalist centrist jew muslim christian catholic protestant hindu sikh evangelical sunni shiite lib dem gop libertarian social christian
    """
)

ORG_WORDS = _words(
    """inc incorporated corp corporation co company ltd limited llc llp plc gmbh ag sa nv spa ab oy kk pty group holdings
    holding bank bancorp party ministry department dept university college school academy institute institution center
    centre police agency authority administration bureau office committee commission council board court tribunal
    parliament congress senate assembly duma knesset bundestag house houses chamber cabinet government army navy
    force forces guard corps brigade battalion regiment division command directorate service services association
    organization organisation federation confederation union alliance league society foundation trust fund charity
    network news times post journal herald tribune gazette telegraph guardian chronicle observer press daily weekly
    magazine review radio television tv broadcasting media records pictures studios entertainment airlines airways
    motors motor industries electric energy oil gas petroleum steel chemical pharmaceuticals technologies technology
    systems software solutions partners associates capital securities insurance financial investments
    management consulting research labs laboratories laboratory hospital clinic church diocese cathedral mosque temple
    synagogue club fc afc cf united city-council exchange reserve treasury embassy consulate mission secretariat
    headquarters patrol customs campaign pac caucus coalition front movement brotherhood militia international global
    worldwide enterprises airlines railways railway rail transport logistics telecom communications mobile
    museum gallery library republic kingdom commonwealth theatre theater orchestra museum zoo panel task-force taskforce taskforce watch initiative
    project programme program consortium cooperative co-operative chamber forum conference summit observatory
    survey inspectorate ombudsman registry constabulary crime-squad squad unit team ngo nations cross aid
    boys girls workers teamsters brothers bros sons pension stock market fed airline hotels resorts foods
    stores supermarkets brewery breweries brands products instruments devices semiconductors networks
    sciences medicine nuclear power water works utilities utility holdings ventures equity
    """
)
"""Last or first words of organisations' names."""

ORG_ENDINGS = _words(
    """inc incorporated corp corporation co company ltd limited llc llp plc gmbh ag nv spa ab oy kk pty sa group holdings fc afc
    """
)

OF_HEADS = _words(
    """department ministry bank university house houses chamber council institute center centre office bureau board church court
    federation union association society committee commission party league republic secretary chancellor director chief
    speaker minister president governor archbishop bishop duke duchess prince princess lord academy school college army
    knights daughters sons friends voice doctors agency group organization organisation conference museum isle state states
    kingdom organisation ministry mayor commonwealth academy congress parliament senate assembly statistics
    foundation trust alliance coalition movement campaign bar law royal museum faculty institution administrator
    emirate sultanate attorney inspector master lady king queen emperor sheikh leader head chair chairman ambassador
    guard order cathedral college brotherhood socialists
    """
)
"""Capitalised words that an "of", "for" or "on" may join to the rest of a name: Bank of, Centre for, Committee on."""

NAME_PARTICLES = _words(
    """bin bint ibn ben al el ul van von der den de del della di da dos das du la le y ter ten zu zur af av ould ag abu
    """
)
"""Small words inside of a person's name."""

GENERATION_SUFFIXES = _words("jr sr ii iii iv snr jnr")

ABBREVIATIONS = _words(
    """mr mrs ms dr prof sen sens rep reps gov gen col lt maj capt cpl sgt pvt adm cmdr cdr brig det insp supt rev hon st
    jr sr inc corp co ltd bros dept univ messrs mt ft pres no vs etc al ala ariz ark calif colo conn del fla ga ill ind
    kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo snr jnr msgr spc ssgt
    assn cos mfg natl intl gov atty asst assoc
    """
)
"""Words whose full stop belongs to them."""

CALENDAR = _words(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec gmt bst est edt pst pdt utc am pm christmas easter
    ramadan thanksgiving
    """
)
WEEKDAYS = _words("monday tuesday wednesday thursday friday saturday sunday")

FUNCTION_WORDS = _words(
    """a an the this that these those my your his her its our their some any each every no none both either neither all
    another other others such same many most much more few several various certain
    i me you he him she it we us they them who whom whose which what whoever whatever myself himself herself itself
    themselves one ones someone somebody anyone anybody everyone everybody nobody something anything everything nothing
    and or but nor so yet for if unless until till because since as while whereas although though even than when
    whenever where wherever whether why how once
    of in on at by to from with without within about above across after against along amid amidst among amongst
    around before behind below beneath beside besides between beyond despite down during except inside into like near
    off onto out outside over past per regarding round since through throughout toward towards under underneath
    unlike up upon via according
    is are was were be been being am do does did done doing have has had having will would shall should can could may
    might must ought let lets get gets got
    not never also just only still already then there here now today tomorrow yesterday tonight again too very quite
    rather almost perhaps maybe however meanwhile moreover furthermore nevertheless nonetheless instead otherwise
    therefore thus hence indeed later earlier soon recently finally eventually first second third last next
    additionally separately elsewhere overall yes well oh ok okay please thank thanks hello sorry
    ago amen alas hey
    """
)
"""Words of the grammar: never a name by themselves at the start of a sentence."""

OPENERS = _words(
    """analysts critics officials experts sources residents witnesses supporters opponents investigators prosecutors
    police lawyers doctors scientists researchers economists observers activists campaigners protesters ministers
    lawmakers senators politicians people men women children students teachers workers families parents voters readers
    users fans players teams companies firms shares stocks markets prices sales profits oil gold inflation figures data
    reports polls surveys documents records studies research state local national international foreign federal
    government governments former current new old young good bad big small great high low long short early late
    senior top key major main public private military political economic social legal medical nuclear global
    asked asking speaking writing responding referring citing given giving taking making having being looking going
    coming saying telling adding noting describing calling speaking talking facing following including according based born
    despite thousands hundreds dozens millions billions two three four five six seven eight nine ten eleven twelve
    twenty thirty forty fifty hundred thousand million part half much nothing everything everyone everybody nobody anyone
    someone life death love war peace time times year years day days week weeks month months money power
    read watch see click share follow subscribe join sign visit contact email image photo photograph picture video
    correction editor update updated breaking live latest related source advertisement story continue
    editing reporting additional written
    back home work business health education science culture sport sports world politics news opinion analysis comment
    think take make come go look say says said tell told know want need give keep call try ask put mean become leave
    feel bring begin show hear play run move believe happen write sit stand lose pay meet include set learn lead
    understand speak stop create spend grow open walk win teach offer remember consider appear buy serve die send build
    stay fall cut reach kill raise pass sell decide return explain hope develop carry break receive agree support hit
    produce eat cover catch draw choose cause point listen
    again aside apart together alone away ahead outside inside upstairs downstairs somewhere nowhere
    authorities neighbours neighbors relatives friends colleagues rebels troops soldiers forces fighters militants
    insurgents migrants refugees passengers customers consumers investors traders shareholders owners employers
    employees staff bosses chiefs leaders members delegates diplomats aides advisers advisors allies rivals
    firefighters rescuers medics nurses patients victims survivors mourners worshippers pilgrims
    whatever whoever such same similar different another certain clear sure right wrong true false possible likely
    obviously clearly certainly probably possibly apparently reportedly allegedly actually basically essentially
    fortunately unfortunately sadly happily luckily hopefully interestingly surprisingly ultimately initially
    originally previously currently presently lately increasingly traditionally historically generally typically
    usually normally often sometimes occasionally rarely seldom always forever
    details plans talks efforts attempts calls claims concerns fears hopes questions answers evidence proof
    security defence defense trade energy climate weather education transport
    candidates contenders nominees lobbyists donors volunteers organisers organizers
    scholars academics historians commentators pundits columnists journalists reporters correspondents editors
    insiders outsiders opposition unions charities schools universities hospitals banks airlines retailers
    manufacturers farmers fishermen drivers pilots cyclists pedestrians commuters tourists visitors locals
    villagers islanders citizens
    """
)
"""Other words that open sentences and are no names there, most frequent first by kind; not by article."""

COMMON_WORDS = OPENERS | _words(
    """air black blue brown cold cup dark day dead deal deep east eastern end face fair false fast field final fire flag
    free full gold golden green ground group hall hand hard head heart heavy hill hot house inner island just lake land
    lake light line living lost main man master mountain north northern ocean one only open outer park peace place
    plain point port prize race rain red river road rock royal sea season series ship show silver sky small south
    southern space spring square star stone storm street strike summer sun super top tower trade train treaty tree
    valley village wall war water west western white wild win wind winter woman wood world young act agreement pact deal
    accord plan bill law championship championships games olympics cup league award awards prize festival era age century
    code justice amendment constitution revolution empire crisis disaster attack massacre bridge airport station
    highway avenue boulevard street hotel square dam canal bay gulf cape coast beach desert forest mount peninsula strait
    county province district region island islands city town
    """
)
"""Words that make a name of several words look like a thing's, not a person's."""

COMMON_ENDINGS = (
    "tion",
    "sion",
    "ment",
    "ness",
    "ing",
    "ly",
    "ed",
    "ists",
    "tions",
    "ments",
    "ings",
    "ities",
    "ants",
    "ents",
)
"""Endings of words that open a sentence and are seldom names."""

ADJECTIVAL_TAILS = _words(
    """based born backed led era style wide held controlled occupied like made run owned listed raised trained bound wing
    friendly dominated installed appointed aligned annexed funded sponsored speaking sharing leaning looking facing making
    related sized type old year day month week long term time part party level driven wary loving hating educated
    flagged registered administered mandated supplied built designed brokered mediated inspired linked affiliated
    """
)
"""Second halves of hyphenated adjectives: London-based, Kremlin-backed."""

ADJECTIVES_BEFORE_ROLE = _words("longtime veteran prominent leading independent")

# ----------------------------------------------------------------------------------------------------------------------
# Heads of source phrases

DOCUMENT_NOUNS = _words(
    """report study document letter statement memo memorandum email e-mail mail article filing lawsuit suit complaint indictment
    transcript research analysis data figure statistic estimate finding announcement release affidavit warrant bill law
    rule rules agreement contract post tweet message text ad advert advertisement video headline editorial column op-ed
    oped book blog page record result evidence guidance forecast review audit notice communique communiqué manifesto
    constitution resolution sheet account story paper declaration decree order ruling verdict judgment judgement opinion
    petition brief briefing note dossier file press-release projection prediction survey-report bulletin circular
    leaflet pamphlet brochure minutes log diary journal-entry interview recording tape footage speech remarks testimony
    evidence minutes guideline guidelines recommendation regulation treaty charter protocol clause amendment act code
    provision term website site webpage wikipedia poster sign placard banner slogan graffiti song film documentary
    programme-notes summary abstract index numbers papers files logs cables cable leak leaks readout report-card
    schedule list memo dispatch despatch obituary profile feature piece excerpt extract passage quote
    motion application submission proposal plan budget white-paper green-paper
    investigation information correspondence decision instalment decision probe dataset
    newsletter caption inscription theory hypothesis simulation model models calculation calculations
    """
)
POLL_NOUNS = _words("poll survey polling questionnaire census referendum pollster-survey canvass exit-poll ballot")
ORGANISATION_NOUNS = _words(
    """company firm government administration ministry department agency bank police party campaign union charity
    council court tribunal university school college newspaper paper network office authority committee commission club
    organization organisation institute institution think-tank thinktank tank association regulator watchdog military
    army navy embassy consulate parliament senate congress cabinet hospital airline operator manufacturer maker carmaker
    automaker drugmaker chipmaker retailer supplier lender insurer broadcaster channel station chain alliance body board
    panel service regime junta militia businesses giant corporation conglomerate startup start-up app platform outlet
    magazine publication tabloid broadsheet daily weekly weekly publisher label studio brand carrier provider utility
    subsidiary parent contractor developer-firm foundation nonprofit non-profit ngo group bureau directorate presidency
    secretariat chancellery monarchy palace church diocese federation league team franchise squad side
    treasury exchequer command headquarters mission patrol force fund trust society consultancy brokerage exchange
    coalition opposition leadership bloc branch division unit arm prosecution defence-team defense-team
    watchdog ombudsman inspectorate judiciary legislature assembly chamber house lobby
    kremlin pentagon white-house hq producer exporter importer distributor refinery brewery
    """
)
STATE_NOUNS = _words("country nation state kingdom republic government")
GROUP_WORDS = _words(
    """people men women children police-officers some others many most several few all both none everyone everybody nobody
    media public left right press majority minority opposition-figures crowd audience electorate population
    family couple pair duo trio band crew staff leadership jury clergy youth elite establishment
    community neighbourhood neighborhood half third quarter percent per-cent cent generation base
    lot number group-of handful rest two three four five six seven eight nine ten dozen dozens hundreds thousands millions
    folks folk kids guys personnel brass faculty team-mates troops forces counsel-team markets market world
    defence defense counterparts anyone those them chorus west east
    """
)
PERSON_HEADS = _words(
    "man woman person one boy girl guy child teenager teen someone somebody anyone source sources-one kid caller"
)

SINGULAR_PLURALS = {
    "men": "man",
    "women": "woman",
    "spokesmen": "spokesman",
    "spokeswomen": "spokeswoman",
    "congressmen": "congressman",
    "businessmen": "businessman",
    "policemen": "policeman",
    "fishermen": "fisherman",
    "gunmen": "gunman",
    "chairmen": "chairman",
    "wives": "wife",
    "children": "child",
}

PERSON_ENDINGS = (
    "man",
    "woman",
    "person",
    "ist",
    "ician",
    "ologist",
    "er",
    "or",
    "eer",
    "ian",
    "ee",
    "ant",
    "yst",
    "crat",
    "aire",
)
"""Endings of nouns for persons; see ``NOT_PERSONS`` for what else ends so."""

NOT_PERSONS = _words(
    """paper newspaper letter order number matter centre center chamber letter tower computer server power summer winter
    number order quarter water weather border chapter character disaster factor sector error terror horror motor mirror
    floor door color colour labor labour honor honour harbor harbour tumor tumour humor humour rumor rumour favor favour
    vapor major minor prior interior exterior superior behavior behaviour neighbor-state flavour corner dinner paper
    cover offer answer river fever lever ever never over under after other another either neither whether rather together
    better latter former later earlier further however master-plan register transfer cancer danger anger hunger
    poster banner proper newsletter bitter twitter meter metre litre theatre theater fibre acre
    per super inner outer upper lower elder younger older lawyer-up september october november december
    manufacturer maker retailer supplier publisher broadcaster lender insurer carrier operator producer developer
    carmaker automaker drugmaker chipmaker newspaper regulator exporter importer
    distributor contractor container trailer carrier tanker freighter cruiser destroyer fighter-jet bomber helicopter
    human german italian russian christian syrian iranian egyptian canadian australian ukrainian belarusian
    asian european american african indian norwegian brazilian austrian hungarian romanian bulgarian
    week-long committee attendee-list referee-body employee-count degree fee coffee tree knee guarantee
    important significant relevant constant instant restaurant giant plant grant warrant variant
    giant prayer counter encounter charter competitor rival quarter tender
    """
)

SPEECH_VERBS = _words(
    """say said says tell told tells add added adds asked asks claimed argue argued argues insist insisted insists warn
    warned warns noted write wrote writes announce announced announces explain explained explains deny denied
    denies admit admitted admits suggest suggested suggests stated reported tweet tweeted tweets declare
    declared declares called continue continued continues conclude concluded believe believes believed think
    thinks thought wanted hoped vowed vows pledged promised urge urged urges accuse accused accuses praise
    praised criticise criticised criticize criticized condemn condemned reject rejected dismiss dismissed
    confirm confirmed concede conceded acknowledge acknowledged predict predicted estimated propose proposed
    recall recalled reply replied respond responded answered quip quipped joked complained testify testified
    describe described reveal revealed stressed emphasise emphasised emphasize emphasized reiterate reiterated
    repeated commented observe observed remarked allege alleged contend contended maintain maintained assert
    asserted cautioned agree agreed decline declined refuse refused demanded ordered planned shouted whispered
    sighed grumble grumbled laughed smiled
    """
)
"""Verbs by which people are reported; used to tell where a description before a name ends."""

VERB_STOPS = _words(
    """told asked said says called met replaced joined beat praised named backed blamed quoted cited urged sued fired hired
    let made see saw made makes followed following including like versus vs against
    """
)
KEPT_PARTICIPLES = _words(
    """retired appointed elected disgraced exiled married celebrated renowned jailed ousted wounded injured self-styled
    self-proclaimed acting leading outgoing incoming ruling sitting managing marketing advertising banking housing
    engineering mining shipping fishing training gaming founding commanding supporting ranking reigning defending
    trading consulting accounting nursing farming manufacturing computing acclaimed embattled unnamed united armed
    """
)
"""Words in -ed and -ing that may describe a person before the name."""

NOUN_STARTERS = FUNCTION_WORDS | SPEECH_VERBS | VERB_STOPS
"""Words that are never a noun before or after a name, whatever their ending."""

PERSONAL_VERBS = _words(
    """tweeted tweets laughed laughs smiled smiles joked jokes quipped sighed shrugged nodded grinned grumbled whispered
    shouted recalled recalls recounted wept cried sobbed married resigned retired died remembers remembered
    """
)
PERSONAL_BELONGINGS = _words(
    """wife husband mother father son daughter brother sister parents children family widow girlfriend boyfriend partner
    lawyer lawyers attorney attorneys aide aides death life body face voice career remarks comments wedding birthday
    friend friends neighbour neighbours successor predecessor supporters resignation presidency campaign tweet tweets
    speech office account
    """
)
STATE_BELONGINGS = _words(
    """government president minister parliament army military capital economy people constitution border borders territory
    embassy ambassador foreign prime defence defense interior finance king queen navy troops forces central
    state national ruling opposition north south east west largest second-largest second
    """
)
"""What states have and other things seldom."""
INDEFINITES = _words(
    "a an one another some any no many several few two three four five six other most all both each every certain"
)
POSTMODIFIERS = _words(
    """of in for from at to on with by about against near under inside within outside close familiar based speaking
    briefed involved conducted released published commissioned working named called filed led compiled issued carried
    made seen obtained reviewed among across between over since during after before who that which whose where when
    behind opposed monitoring representing including such than as around like and/or attending living taking
    """
)
"""Words that begin what follows a source's noun and belongs to it."""
NAMED_BODIES = _words(
    """ministry government administration department embassy party court service office command agency parliament
    commission committee council
    """
)
"""Nouns that name a body together with its state or holder."""
GENERIC_BODIES = _words(
    """company firm group organisation organization charity bank paper newspaper club union agency network airline
    manufacturer retailer carmaker automaker broadcaster magazine channel institute nonprofit ngo regulator watchdog
    """
)
"""Nouns by which a body that was named is called again."""

POLITICIANS = _words(
    "sen rep senator representative congressman congresswoman mp minister leader speaker governor gov mayor lawmaker"
)
_HEADS_OF_STATE = "president premier minister chancellor king queen prince emir ruler pm leader"
SAME_OFFICE: dict[str, frozenset[str]] = {
    "leader": _words(_HEADS_OF_STATE + " head chief speaker governor chairman chairwoman chair secretary"),
    "premier": _words("minister premier pm"),
    "pm": _words("minister premier"),
    "chief": _words(
        "chairman chairwoman chair head director executive ceo boss president governor commander secretary leader"
    ),
    "boss": _words("chairman chairwoman chair head director executive ceo president chief manager"),
    "head": _words("chairman chairwoman chair chief director executive ceo president boss"),
    "lawmaker": _words("senator sen rep representative congressman congresswoman mp msp mep legislator"),
    "legislator": _words("senator sen rep representative congressman congresswoman mp lawmaker"),
    "senator": _words("sen"),
    "congressman": _words("rep representative"),
    "congresswoman": _words("rep representative"),
    "representative": _words("rep congressman congresswoman"),
    "politician": _words("senator sen rep mp minister mayor governor president congressman congresswoman"),
    "governor": _words("gov"),
    "general": _words("gen"),
    "professor": _words("prof lecturer"),
    "doctor": _words("dr physician surgeon"),
    "executive": _words("ceo chief director president"),
    "lawyer": _words("attorney barrister solicitor counsel"),
    "attorney": _words("lawyer counsel"),
    "adviser": _words("advisor aide"),
    "aide": _words("adviser advisor assistant"),
    "economist": _words("analyst"),
    "analyst": _words("economist strategist"),
    "democrat": POLITICIANS,
    "republican": POLITICIANS,
    "star": _words("actor actress singer player striker"),
    "actor": _words("star"),
    "actress": _words("star actor"),
    "businessman": _words("entrepreneur tycoon investor founder"),
    "spokesperson": _words("spokesman spokeswoman"),
}
"""A description's noun → offices of people who are called so later."""

NOT_ALONE = _words(
    """government police authorities officials sources republic ministry parliament-house state court party council company
    pac ngo ceo bank office department committee commission agency university college street road river internet web god
    """
)
"""Words that, with a capital or without, name nobody by themselves."""
BODIES_OF_STATE = _words(
    """senate congress house ministry department court police council committee commission parliament agency administration
    government army navy embassy duma knesset bundestag treasury cabinet assembly reserve patrol justice
    """
)
"""Words in the names of bodies that are no company, paper or charity."""
PAPER_WORDS = _words(
    "times post journal herald tribune gazette telegraph guardian chronicle observer daily weekly magazine news press mail sun mirror standard independent star globe examiner bulletin echo express sentinel courier register record dispatch inquirer"
)
UNLIKE = _words("shadow deputy vice assistant associate acting")
"""Words before an office that make it another office."""

OFFICE_FIELDS = _words(
    """staff state defence defense health education commerce labor labour energy transportation agriculture justice
    homeland veterans national parliament police operations research communications public
    """
)
"""Words after "of" in an office written small: chief of staff, secretary of state."""
BODY_FIELDS = _words(
    """state foreign defence defense interior finance justice health education energy environment home treasury supreme
    economy economic transport culture agriculture labour labor trade emergency emergencies criminal constitutional
    """
)
"""Fields by which a ministry or department is named where it is written small: the foreign ministry."""
UNIQUE_OFFICES = _words(
    """president premier minister secretary chancellor speaker leader governor mayor senator congressman congresswoman pm mp
    chief boss chairman chairwoman director ceo manager coach captain striker midfielder goalkeeper actor actress singer
    king queen prince princess pope ambassador general judge lawyer professor star author billionaire businessman
    republican democrat president-elect candidate nominee prosecutor commissioner
    """
)
"""Offices by which somebody just named is called without having been introduced by them."""
LEANINGS = _words(
    """rightwing leftwing right-wing left-wing far-right far-left nationalist conservative liberal authoritarian veteran longtime
    embattled outspoken populist controversial popular young old new
    """
)
"""Words in a description that say nothing of the office."""

NAMED_DOCUMENTS = _words("constitution act report treaty convention charter declaration bible koran quran torah")
"""Last words of documents' names."""
PEOPLE_BEFORE_FIGURES = _words(
    "government senior leading opposition party industry public political religious prominent establishment military business"
)
"""Words by which "figures" are people, not numbers."""
PARTICIPLES = _words(
    "given sent seen written taken held made led drawn known shown told said found kept done set put sought"
)
"""Participles that do not end in -ed."""

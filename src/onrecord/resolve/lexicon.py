"""Closed lists for names: offices, bodies, the words of grammar, what opens a sentence.

Lower case, without full stops. They hold kinds of things, never things: nobody and nothing is known by name here.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MALE_TITLES = _words(
    """
    baron brother count duke earl emir emperor father king lord mister monsieur mr prince sir sultan
    """
)
FEMALE_TITLES = _words(
    """
    baroness countess dame duchess empress lady madam madame miss mrs ms princess queen sister
    """
)
_OTHER_TITLES = _words(
    """
    adm admiral agent alderman ambassador archbishop assemblyman assemblywoman ayatollah bishop brig brigadier
    capt captain cardinal cdr cllr cmdr col colonel commander con congressman congresswoman constable corporal
    councillor councilman councilwoman cpl deputy det detective dr drs gen general gov governor hon imam insp
    inspector judge justice lieutenant lt maj major marshal mayor mep messrs mp msgr msp mullah mx officer
    pastor pm pope pres president private prof professor profs pvt qc rabbi rep representative reps rev reverend
    saint sen senator sens sergeant sgt sheikh sheriff spc ssgt superintendent supt
    """
)
HONORIFICS = MALE_TITLES | FEMALE_TITLES | _OTHER_TITLES
"""Words that stand directly before a person's name."""

OFFICES = _words(
    """
    academic accountant activist actor actress actuary adjudicator administrator admiral adventurer adviser
    advisor agent aide alderman alumnus ambassador analyst anchor announcer anthropologist apprentice arbitrator
    archaeologist archbishop architect archivist artist assessor assistant associate astronaut astronomer
    attaché attacker attendee attorney attorney-general auditor aunt author backbencher backer baker banker
    barber barista barrister bassist batsman believer benefactor biker billionaire biologist bishop blogger
    boater boss bowler boxer boyfriend breeder brewer bricklayer brigadier broker brother builder businessman
    businesswoman butcher butler buyer cadet campaigner camper candidate canvasser captain cardinal carer
    caretaker carpenter ceo cfo chair chairman chairman-elect chairlady chairmen chairperson chairwoman challenger
    champion chancellor chef chemist chief choreographer classmate cleaner cleric clerk climber co-author
    co-chair co-chairman co-director co-founder co-host co-ordinator co-owner co-worker coach coauthor cofounder
    collaborator colleague collector collier colonel columnist comedian commander commander-in-chief commentator
    commissioner commuter composer comptroller conductor congressman congresswoman conspirator constable consul
    consultant consumer contender contractor contributor coo cook coordinator cop coroner corporal correspondent
    cosmonaut councillor councilman councilwoman counsel counsellor counselor courier cousin creator creditor
    cricketer critic crusader cto curator customer cyclist dancer daughter dealer dean debater defector
    defendant defender delegate dentist deputy designer detective developer dictator diner diplomat director
    director-general dissident diver doctor donor dreamer dressmaker driver drummer duchess duke economist
    editor educator electrician emir emperor employer engineer entertainer entrepreneur envoy epidemiologist
    examiner executive exile expert explorer fan farmer father fellow fiancé fiancée fighter filmmaker financier
    firefighter fireman fisherman follower footballer forecaster foreigner forester founder freelancer friend
    frontbencher frontman frontrunner frontwoman fundraiser gambler gamer gardener general geographer geologist
    girlfriend go-between goalkeeper golfer gov governor governor-elect governor-general graduate granddaughter
    grandfather grandmother grandson grocer guard guest guitarist gunman guru hacker hairdresser handler hawker
    head headteacher healer heir heiress helper hiker historian holder homemaker homeowner host hostage
    housemate husband icon imam immigrant incumbent influencer informant inmate innovator insider inspector
    inspector-general instructor intern interpreter interviewer inventor investigator investor islander jailer
    jeweller jockey joiner journalist judge juror justice keeper kidnapper killer king kingmaker laborer
    labourer landlord landowner lawmaker lawyer leader lecturer legend legislator librarian lieutenant lifeguard
    liquidator listener lobbyist lodger loner magician magistrate magnate maid manager marcher mariner marketer
    marshal mastermind matchmaker matriarch mayor mediator member mentor mep meteorologist middleman midfielder
    midwife migrant militant millionaire miner minister minister-president mobster model moderator mogul monk
    mother motorcyclist mountaineer mp msp murderer musician nanny narrator navigator negotiator neighbor
    neighbour nephew newcomer newsmaker newsreader niece nominee novelist nurse observer offender officer
    official oligarch ombudsman onlooker operative opponent organiser organizer outsider owner painter paramedic
    partner passenger pastor patriarch peacekeeper peacemaker peer pensioner performer petitioner pharmacist
    philosopher photographer physician physicist pianist pilot pioneer pitcher plaintiff planner player
    playwright plumber pm poet policeman policewoman policymaker politburo politician pollster pope postman
    practitioner preacher predecessor premier premier-elect presenter president president-elect priest prince
    princess principal prisoner producer professor programmer promoter proprietor prosecutor protector protester
    protestor psychiatrist psychologist publisher pupil quarterback queen rabbi racer rancher ranger rapper
    reader rebel recruit recruiter rector reformer refugee regent registrar rep reporter representative reps
    rescuer researcher resident restaurateur retiree reviewer rider ringleader robber roommate ruler runner
    sailor scholar schoolboy schoolgirl scientist scorer screenwriter scriptwriter sculptor seaman secretary
    secretary-general seller sen senator sens sergeant settler shareholder sheikh sheriff shooter shopkeeper
    shopowner shopper singer sister skater skier skipper smoker smuggler socialite sociologist soldier solicitor
    solicitor-general son songwriter speaker specialist speculator speechwriter spokesman spokespeople
    spokesperson spokeswoman sponsor sprinter stakeholder star statesman statistician stockholder storyteller
    stranger strategist striker strongman student subscriber subsecretary successor sultan superintendent
    supporter surfer surgeon surveyor survivor suspect swimmer tailor taxpayer teacher team-mate teammate
    teenager tenant thinker timekeeper trader trainee trainer translator traveler traveller treasurer trooper
    trustee tutor tycoon uncle under-secretary undergraduate undersecretary undertaker user usher vendor vet
    veteran vicar vice-chair vice-chairman vice-chancellor vice-president victim viewer villager virologist
    visitor vlogger vocalist volunteer voter waiter warden warlord warrior watcher watchmaker weaver welder whip
    whistle-blower whistleblower widow widower wife winemaker winger winner witness worker worshipper wrestler
    writer youngster youtuber
    """
)
"""Nouns for what a person is or does."""
TITLE_NOUNS = OFFICES | HONORIFICS
SURNAME_OFFICES = _words(
    """
    abbot archer backer baker barber baron bishop brewer brother butler captain cardinal carpenter clerk coach
    constable cook dean deputy driver duke earl farmer father fellow fisher friend gardener guard guest holder hunter
    joiner judge justice king knight lord major marshal miner model mother neighbour nurse page painter partner pilot
    player pope porter potter priest prince queen ranger rider saint shepherd sheriff singer skipper son usher
    victim warden weaver widow winner witness
    """
)
"""Offices that are surnames as well."""
TITLE_MODIFIERS = _words(
    """
    acting affairs agriculture air army assistant associate attorney cabinet campaign chief city co commercial
    communications county creative culture defence defense deputy designate diplomatic district economic
    editor-in-chief editorial education elect election emeritus energy environment ex executive federal finance
    financial fire first foreign former general health high home homeland honorary house intelligence interim
    interior joint junior justice labor labour late lead legal lord major majority managing marine media medical
    minority national navy opposition parliamentary permanent police policy political presidential press prime
    principal private public relations research scientific second security senate senior shadow solicitor
    special staff state supreme technical then third top trade transport treasury vice vice-presidential white
    """
)
"""Words that stand before an office's noun."""
ACTING = _words("acting incoming interim outgoing")
"""Words before an office whose holder is not for long."""
FORMER = _words("erstwhile ex ex- former late one-time onetime past retired then-president")
PARTY_WORDS = _words(
    """
    catholic centrist christian communist conservative dem democrat democratic evangelical gop green hindu
    independent jew labor labour lib liberal libertarian muslim nationalist protestant republican shiite sikh
    social socialist sunni tory unionist
    """
)
"""Words for people by party or creed, that may stand before a name and are none."""

ORG_WORDS = _words(
    """
    ab academy administration afc ag agency aid airline airlines airways alliance army assembly associates
    association authority bancorp bank battalion board boys brands breweries brewery brigade broadcasting bros
    brotherhood brothers bundestag bureau cabinet campaign capital cathedral caucus center centre cf chamber
    charity chemical chronicle church clinic club co co-operative coalition college command commission committee
    commonwealth communications company confederation conference congress consortium constabulary consulate
    consulting cooperative corp corporation corps council court cross customs daily department dept devices
    diocese directorate division duma electric embassy energy enforcement enterprises entertainment equity
    exchange fc fed federation financial foods force forces forum foundation front fund gallery gas gazette
    girls global gmbh government group guard guardian headquarters herald holding holdings hospital hotels house
    houses inc incorporated industries initiative inspectorate institute institution instruments insurance international
    investments journal kingdom kk knesset laboratories laboratory labs league library limited llc llp logistics
    ltd magazine management market media medicine militia ministry mission mobile mosque motor motors movement
    museum nations navy network networks news ngo nuclear nv observatory observer office oil ombudsman orchestra
    organisation organization oy pac panel parliament partners party patrol pension petroleum pharmaceuticals
    pictures plc police post power press products program programme project protection pty radio rail railway railways
    records regiment registry republic research reserve resorts review sa school sciences secretariat securities
    semiconductors senate service services society software solutions sons spa squad steel stock stores studios
    summit supermarkets survey synagogue systems taskforce team teamsters technologies technology telecom
    telegraph television temple theater theatre times today transport treasury tribunal tribune trust tv union unit
    united university utilities utility ventures watch water weekly workers works worldwide zoo
    """
)
"""First or last words of bodies' names."""
ORG_ENDINGS = _words(
    """
    ab afc ag co company corp corporation fc gmbh group holdings inc incorporated kk limited llc llp ltd nv oy
    plc pty sa spa
    """
)
OF_HEADS = _words(
    """
    academy administrator agency alliance ambassador archbishop archives army assembly association attorney bank bar
    bishop board brotherhood bureau campaign cathedral center centers centre centres chair chairman chamber
    chancellor chief chiefs church coalition college commission committee commonwealth conference congress
    conservatory corps council court daughters department director doctors duchess duke emirate emperor faculty
    federation foundation friends gallery governor group guard head house houses inspector institute institution
    isle journal king kingdom knights laboratory lady law leader league library lord master mayor minister
    ministry movement municipality museum observatory office
    orchestra order organisation organization parliament party president prince princess queen republic
    royal school secretary senate sheikh socialists society sons speaker state states statistics sultanate times
    trust union university voice
    """
)
"""Capitalised words that an "of", "for" or "on" may join to the rest of a name: Bank of, Centre for, Committee on."""
NOT_ALONE = _words(
    """
    agency authorities bank ceo college commission committee company council court department god government
    internet ministry ngo office officials pac party police republic river road sources state street university
    web tv pc dvd cd phd
    """
)
"""Words that, with a capital or without, name nobody by themselves."""
PLACE_NOUNS = _words(
    """
    airport area avenue bay beach border boulevard bridge canal capital city coast county dam desert district estate
    forest gulf harbour harbor highway hills hospital island islands lake mountain mountains neighbourhood neighborhood
    oblast park peninsula plain port province railway region reservoir river road sea square stadium strait street
    suburb summit town tunnel valley village
    """
)
"""Nouns that follow a place's name, or stand before it with "of": the Olen dam, the village of Halm."""
PLACE_BEGINNINGS = _words(
    "upper lower north south east west new old great little mount lake river san santa fort port cape st"
)
"""First words of places' names."""
NAMED_DOCUMENTS = _words("act bible charter constitution convention declaration koran quran report torah treaty")
"""Last words of documents' names."""
COMMON_WORDS_OF_THINGS = _words(
    """
    accord act age agreement air airport amendment attack avenue award awards bay beach bill black blue
    boulevard bridge brown canal cape century championship championships city coast code cold constitution
    county crisis cup dam dark dead deal deep desert disaster district east eastern empire end era face fair
    fast festival field final fire flag forest free full games golden green ground group gulf hall hand hard
    head heart heavy highway hill hot hotel house inner island islands just justice lake land law league light
    line living lost man massacre master mount mountain north northern ocean olympics one only outer pact park
    peninsula place plain plan port prize province race rain red region revolution river road rock royal sea
    season series ship silver sky south southern space spring square star station stone storm strait street
    strike summer sun super tower town train treaty tree valley village wall water west western white wild wind
    winter woman wood
    """
)

NAME_PARTICLES = _words(
    """
    abu af ag al av ben bin bint da das de del della den der di dos du el ibn la le ould ten ter ul van von y zu
    zur
    """
)
"""Small words inside a person's name."""
GENERATION_SUFFIXES = _words("ii iii iv jnr jr snr sr")
ABBREVIATIONS = _words(
    """
    adm al ala ariz ark assn assoc asst atty brig bros calif capt cdr cmdr co col colo conn corp cos cpl del
    dept det dr etc fla ft ga gen gov hon ill inc ind insp intl jnr jr kan ky la lt ltd maj mass md messrs mfg
    mich minn miss mo mont mr mrs ms msgr mt natl neb nev no okla ore pa pres prof pvt rep reps rev sen sens sgt
    snr spc sr ssgt st supt tenn tex univ va vs vt wash wis wyo
    """
)
"""Words whose full stop belongs to them."""
DAYS = _words("monday tuesday wednesday thursday friday saturday sunday")
CALENDAR = _words(
    """
    am apr april aug august bst christmas dec december easter edt est feb february fri friday gmt jan january
    jul july jun june mar march may mon monday nov november oct october pdt pm pst ramadan sat saturday sep sept
    september sun sunday thanksgiving thu thurs thursday tue tues tuesday utc wed wednesday
    """
)

FUNCTION_WORDS = _words(
    """
    a about above according across additionally after again against ago aka alas all almost along alongside already
    also although am amen amid amidst among amongst an and another any anybody anyone anything are around as at be
    because been before behind being below beneath beside besides between beyond both but by can certain could
    despite did do does doing done down during each earlier either elsewhere even eventually every everybody
    everyone everything except few finally first for from furthermore get gets got had has have having he hello
    hence her here herself hey him himself his how however i if in indeed inside instead into is it its itself
    just last later let lets like many may maybe me meanwhile might more moreover most much must my myself near
    neither never nevertheless next no nobody none nonetheless nor not nothing now of off oh ok okay on once one
    ones only onto or other others otherwise ought our out outside over overall past per perhaps please quite
    rather recently regarding round same second separately several shall she should since so some somebody
    someone something soon sorry still such than thank thanks that the their them themselves then there
    therefore these they third this those though through throughout thus till to today tomorrow tonight too
    toward towards under underneath unless unlike until up upon us various very via was we well were what
    whatever when whenever where whereas wherever whether which while who whoever whom whose why will with
    within without would yes yesterday yet you your
    """
)
"""Words of the grammar: never a name by themselves."""
OPENERS = _words(
    """
    academics according activists actually adding additional advertisement advisers advisors again agree ahead
    aides airlines allegedly allies alone always analysis analysts another answers anyone apart apparently
    appear aside ask asked asking attempts authorities away back bad banks based basically become begin being
    believe big billions born bosses break breaking bring build business buy call calling calls campaigners
    candidates carry catch cause certain certainly charities chiefs children choose citing citizens claims clear
    clearly click climate colleagues columnists come coming comment commentators commuters companies concerns
    consider consumers contact contenders continue correction correspondents cover create critics culture
    current currently customers cut cyclists data day days death decide defence defense delegates describing
    despite details develop die different diplomats doctors documents donors downstairs dozens draw drivers
    early eat economic economists editing editor editors education efforts eight eleven email employees
    employers energy essentially everybody everyone everything evidence experts explain facing fall false
    families fans farmers fears federal feel fifty fighters figures firefighters firms fishermen five follow
    following forces foreign forever former fortunately forty four friends generally give given giving global go
    going gold good government governments great grow half happen happily having health hear high historians
    historically hit home hope hopefully hopes hospitals hundred hundreds image include including increasingly
    inflation initially inside insiders insurgents interestingly international investigators investors islanders
    join journalists keep key kill know late lately latest lawmakers lawyers lead leaders learn leave legal less
    life likely listen live lobbyists local locals long look looking lose love low luckily main major make
    making manufacturers markets mean media medical medics meet members men migrants militants military million
    millions ministers money month months mourners move much national need neighbors neighbours new news nine
    nobody nominees normally nothing noting nowhere nuclear nurses observers obviously occasionally offer
    officials often oil old open opinion opponents opposition organisers organizers originally outside outsiders
    owners parents part pass passengers patients pay peace pedestrians people photo photograph picture pilgrims
    pilots plans play players plenty point police political politicians politics polls possible possibly power
    presently previously prices private probably produce profits proof prosecutors protesters public pundits put
    questions raise rarely reach read readers rebels receive records referring refugees related relatives
    remember reportedly reporters reporting reports rescuers research researchers residents responding retailers
    return revisions right rivals run sadly said sales same say saying says scholars schools science scientists
    scores security see seldom sell senators send senior serve set seven share shareholders shares short show
    sign similar sit six small social soldiers someone sometimes somewhere source sources speak speaking spend
    sport sports staff stand state stay stocks stop story students studies subscribe such support supporters
    sure surprisingly surveys survivors take taking talking talks teach teachers teams tell telling ten tens
    think thirty thousand thousands three time times together told top tourists trade traders traditionally
    transport troops true try twelve twenty two typically ultimately understand unfortunately unions
    universities update updated upstairs users usually victims video villagers visit visitors volunteers voters
    walk want war watch weather week weeks whatever whoever win witnesses women work workers world worshippers
    write writing written wrong year years young
    """
)
"""Other words that open sentences and are no names there."""
COMMON_WORDS = OPENERS | COMMON_WORDS_OF_THINGS
"""Words that make a name of several words look like a thing's, not a person's."""
COMMON_ENDINGS = (
    "tion", "sion", "ment", "ness", "ing", "ly", "ed", "ists", "tions", "ments", "ings", "ities", "ants", "ents",
)  # fmt: skip
"""Endings of words that open a sentence and are seldom names."""
ADJECTIVAL_TAILS = _words(
    """
    administered affiliated aligned annexed appointed backed based born bound brokered built controlled day
    designed dominated driven educated era facing flagged friendly funded hating held inspired installed leaning
    led level like linked listed long looking loving made making mandated mediated month negative occupied old
    owned part party positive raised registered related run sharing sized speaking sponsored style supplied term time
    trained type wary week wide wing year
    """
)
"""Second halves of hyphenated adjectives: London-based, Kremlin-backed."""

SPEECH_VERBS = _words(
    """
    accuse accused accuses acknowledge acknowledged add added adds admit admits admitted agree agreed allege
    alleged announce announced announces answered argue argued argues asked asks assert asserted believe
    believed believes called cautioned claimed commented complained concede conceded conclude concluded condemn
    condemned confirm confirmed contend contended continue continued continues criticise criticised criticize
    criticized declare declared declares decline declined demanded denied denies deny describe described dismiss
    dismissed emphasise emphasised emphasize emphasized estimated explain explained explains grumble grumbled
    hoped insist insisted insists joked laughed maintain maintained noted observe observed ordered planned
    pledged praise praised predict predicted promised propose proposed quip quipped recall recalled refuse
    refused reiterate reiterated reject rejected remarked repeated replied reply reported respond responded
    reveal revealed said say says shouted sighed smiled stated stressed suggest suggested suggests tell tells
    testified testify think thinks thought told tweet tweeted tweets urge urged urges vowed vows wanted warn
    warned warns whispered write writes wrote
    """
)
_OTHER_VERBS = _words(
    """
    backed beat blamed cited fired followed following hired including joined made makes met named quoted
    replaced saw see sued versus vs
    """
)
NOUN_STARTERS = FUNCTION_WORDS | SPEECH_VERBS | _OTHER_VERBS
"""Words that are never a noun before or after a name, whatever their ending."""
KEPT_PARTICIPLES = _words(
    """
    acclaimed accounting acting advertising appointed armed banking celebrated commanding computing consulting
    defending disgraced elected embattled engineering exiled farming fishing founding gaming housing incoming
    injured jailed leading managing manufacturing marketing married mining nursing ousted outgoing ranking
    reigning renowned retired ruling self-proclaimed self-styled shipping sitting supporting trading training
    united unnamed wounded
    """
)
"""Words in -ed and -ing that may describe a person before the name."""
PERSONAL_VERBS = _words(
    """
    cried died grinned grumbled joked jokes laughed laughs married nodded quipped recalled recalls recounted
    remembered remembers resigned retired shouted shrugged sighed smiled smiles sobbed tweeted tweets wept
    whispered
    """
)
"""Verbs whose subject is a person."""
PERSONAL_BELONGINGS = _words(
    """
    account aide aides attorney attorneys birthday body boyfriend brother campaign career children comments
    daughter death face family father friend friends girlfriend husband lawyer lawyers life mother neighbour
    neighbours office parents partner predecessor presidency remarks resignation sister son speech successor
    supporters tweet tweets voice wedding widow wife
    """
)
"""What persons have and bodies seldom."""
STATE_BELONGINGS = _words(
    "president people economy capital king queen central national largest second-largest north south east west ruling"
)
"""What states have and other things seldom."""
STATE_ORGANS = _words(
    """
    government parliament army military navy troops forces constitution border borders territory embassy ambassador
    foreign prime defence defense interior finance minister republic kingdom
    """
)
"""What only states have."""
BODIES_WITH_OF = OF_HEADS & ORG_WORDS - TITLE_NOUNS
"""Nouns of bodies that "of" joins to the rest of a name: Bank of Norland, the Norland Department of Health."""

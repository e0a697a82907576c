"""Cases: texts and the quantities a careful reader finds in them, one line each.

A line is ``text | quantity | quantity …``; a text without a quantity after it has none. A quantity is written
``[kind] bound low..high unit [of counted] [change] [per rate]``: ``exact 27``, ``about 6000 of Russians have died``,
``at-least 27..``, ``at-most ..3``, ``range 40..50``, ``about ?`` (a vague one), ``exact 5 USD up per share``.
"""

from __future__ import annotations

NUMBERS = """
The ferry carried 27 islanders | exact 27 of islanders
The ferry carried twenty-seven islanders | exact 27 of islanders
Two hundred and fifty thousand voters registered | exact 250000 of voters
She counted one hundred and five gulls | exact 105 of gulls
Nearly half a million homes lost power | about 500000 of homes
It took two and a half years | exact 2.5 year
The varnish needs a week and a half | exact 1.5 week
The tower cost 2.5 million crowns | exact 2500000 crown
More than a dozen ships turned back | more-than 12.. of ships
They ordered three dozen eggs | exact 36 of eggs
A couple of months passed | about 2 month
Dozens of homes burned | about ? of homes
Tens of thousands of people marched | about ? of people
Several hundred miners walked out | about ? of miners
A few villages were cut off | about ? of villages
A quarter of a million letters arrived | exact 250000 of letters
The farm lost 12 000 hens | exact 12000 of hens down
The fund holds Rs 12,50,000 | exact 1250000 INR
It sold 5 crore shares | exact 50000000 of shares
The grain weighs 1.5×10−3 grams | exact 0.0015 gram
Add ½ litre of milk | exact 0.5 litre of milk
It grew by 2¼ percent | exact 2.25 percent up
Police found zero weapons | exact 0 of weapons
The lake fell to minus 12 degrees | exact -12 degree to
It was -5C in Hollin | exact -5 celsius
"""

BOUNDS = """
About 6,000 Russians have died | about 6000 of Russians have died
Some 400 tents went up | about 400 of tents
At least 27 people were killed | at-least 27.. of people were killed
No fewer than 40 boats sank | at-least 40.. of boats
The vault holds 5,000 or more coins | at-least 5000.. of coins
The club has 300-plus members | at-least 300.. of members
Up to 400 jobs may go | at-most ..400 of jobs
As many as 90 flights were late | at-most ..90 of flights
No more than three of the wells are dry | at-most ..3 of wells
He signed up to a $3m deal | exact 3000000 USD of deal
Just over 17 million ballots came in | more-than 17000000.. of ballots
In excess of 30 lorries queued | more-than 30.. of lorries
Fewer than 20 seats were left | less-than ..20 of seats
The strip is just under 3 km long | less-than ..3 kilometre
Exactly 13 crates were missing | exact 13 of crates were missing
It will be ready within six months | at-most ..6 month
By more than about 30 votes | more-than 30.. of votes
He talked about 40 sheep | exact 40 of sheep
Three weeks or so remain | about 3 week
Some 3,000-odd visitors came | about 3000 of visitors
The club has 30-some members | about 30 of members
It lost 40% - some of it to fire | exact 40 percent down
"""

RANGES = """
Between 40 and 50 people were hurt | range 40..50 of people were hurt
The trip takes 40-50 minutes | range 40..50 minute
The bridge costs $6-8 billion | range 6000000000..8000000000 USD
The repair costs $7 billion to $9 billion | range 7000000000..9000000000 USD
From five to 10 pupils a class came | range 5..10 of pupils
Barges sell at $650,000 to $1.9 million | range 650000..1900000 USD
We need four or five nurses | range 4..5 of nurses
The quay sank 2.5 ± 0.5 mm per year | range 2..3 millimetre down per year
It can go from 0 to 60 mph in 5 seconds | range 0..60 mile per hour | exact 5 second
Sales rose by $2 million to $9 million | exact 2000000 USD up | exact 9000000 USD to
It saw a four- to sixfold rise | range 4..6 time up
The pier cost $8 or $9 million | range 8000000..9000000 USD
It drew four or five million viewers | range 4000000..5000000 of viewers
"""

SHARES = """
One in five voters stayed away | exact 20 percent of voters
Nine out of 10 wells failed | exact 90 percent of wells
Two-thirds of the council agreed | exact 66.67 percent of council
Half the homes are empty | exact 50 percent
Just over one third of the ferries sailed | more-than 33.33.. percent of ferries
Turnout was 47.5 per cent | exact 47.5 percent
The rate fell by 0.25 percentage points | exact 0.25 percentage point down
A quarter-point cut is due | exact 0.25 point down
The bond fell 12 basis points | exact 12 basis point down
Sales fell by a third to EUR 4.5m | exact 33.33 percent down | exact 4500000 EUR to
Sales rose by a quarter last year | exact 25 percent up
The case went to a third judge |
Two in three farmers said no | exact 66.67 percent of farmers
One-third of farmers said no | exact 33.33 percent of farmers
About one-fifth of the ice is left | about 20 percent of ice
The blast was followed by a third in May |
The gate shut by a quarter to five | exact 5
"""

MONEY = """
The bridge cost £4bn | exact 4000000000 GBP
It paid €1.78 billion | exact 1780000000 EUR
He owes A$250 | exact 250 AUD
He owes US $1.1 million | exact 1100000 USD
It raised HK$3.7 billion ($473 million) | exact 3700000000 HKD | exact 473000000 USD
A ticket costs 7.5 million Danish kroner | exact 7500000 DKK
Aid of 12 million Swiss francs | exact 12000000 CHF
It lost 80 million pesos | exact 80000000 peso down
The town owes 40 million of the 3 billion shekels | exact 40000000 ILS | exact 3000000000 ILS
She bought 12 pounds of flour | exact 12 pound of flour
She paid 12 million pounds | exact 12000000 GBP
The rent is $3,500 a month | exact 3500 USD per month
It earned 45 cents per share | exact 45 cent per share
"""

UNITS = """
Output is 1.2m barrels a day | exact 1200000 barrel per day
A 10m platform | exact 10 metre of platform
They burn 5m tonnes of coal | exact 5000000 tonne of coal
The flood covered 30 square miles | exact 30 square mile
A five-year plan | exact 5 year
A 30-member council | exact 30 of member council
Winds of 90 mph (145 km/h) | exact 90 mile per hour | exact 145 kilometre per hour
A disc of 64GB of storage | exact 64 gigabyte of storage
He ran three times as far | exact 3 time
There were 12 cases per 100,000 people | exact 12 of cases per 100,000 people
"""

CHANGES = """
Shares were up 2.1% | exact 2.1 percent up
The index fell 31 points to 2,908.40 | exact 31 point down | exact 2908.4 point to
Rates rose from 3% to 5% | exact 3 percent from | exact 5 percent to
Harbour fees rose to $2.9 billion from $2.2 billion in 2020 | exact 2900000000 USD to | exact 2200000000 USD from
Sales rose 5% to 7,000 | exact 5 percent up | exact 7000 to
Prices quadrupled | exact 4 time up
The herd almost halved | about 0.5 time down
A 6.5 percent drop | exact 6.5 percent down
Halden was down 2.3%, Torvik by 2.6% | exact 2.3 percent down | exact 2.6 percent down
Halden +0.2% | exact 0.2 percent up
It burned 41 houses, two more than residents had counted | exact 41 of houses | exact 2 of houses up
She saw 12 gulls, three fewer than the warden | exact 12 of gulls | exact 3 of gulls down
It cut 290 jobs, 10 more than planned | exact 290 of jobs | exact 10 of jobs up
At desk 40 more than half have gone | exact 40 | more-than 50.. percent
They sold 460 carts compared with 63 | exact 460 of carts | exact 63 of carts
Sales rose 7 percent year on year | exact 7 percent up
The rate fell from 66.8% four years ago | exact 66.8 percent from
"""

AGES = """
A 50-year-old miner | age exact 50 year
She turned 30 | age exact 30 year
One of the captains resigned | one exact 1 of captains
She spoke to one caller | one exact 1 of caller
"""

SUBJECTS = """
The number of lifeboats at the pier rose to 14 | exact 14 of lifeboats to
The number of people hurt when the stand fell has passed 300 | exact 300 of people hurt
The toll stood at 90 | exact 90
The death toll from the floods stands at at least 90 | at-least 90.. of death toll
By noon the number of the missing was 17 | exact 17 of missing
The number of boats is small but by dusk it reached 40 | exact 40
The number of boats fell and the dues rose to 70 | exact 70 to
The number of stop-and-go lights climbed to 8 | exact 8 to
A number of boats met | about ? of boats
The number of wells dug by 12 crews reached 60 | exact 12 of crews | exact 60
A $2.5bn deal covers 400 homes | exact 2500000000 USD of deal | exact 400 of homes
The 7.1-magnitude quake killed nobody | exact 7.1 of magnitude quake
"""

APART = """
The 22nd amendment passed on 9 May
It opened on March 14, 2016
Records from 2019 and 2020 are lost
The 2020 elections were close
It closed in the 1980s
The vote is at 7.05am
Call 020 7946 0958 or +44 20 7946 0958
Call 555-0142
Odo Fenn, 25, said so
Sailors aged 18 to 30 agreed
Totals 3 8 1 9 4 4 7 2 6 5 3 9 5
The Reds won 9-2
An F-16 and an A350 collided over Section 427
The Boeing 737 landed
Group of Seven leaders met
The Twenty-First Amendment stands
No one came
The two met again
They fought one on one
He left four years ago
In five years' time it will be gone
See https://example.org/2019/05/12 or mail a1@example.org
The second half was dull
His half-brother left
Order 24703L202 is late
His 401(k) is empty
The 4K screen broke
He lives at 10 Downing Street
She won by a 2-to-1 margin |
"""

"""Given names that are short for one another. They tell that two full names may be one person's, never a gender."""

from __future__ import annotations

from onrecord.resolve.spelling import plain

_SHORT = """
william bill billy will willie liam
robert bob bobby rob robbie
richard dick rick ricky rich
james jim jimmy jamie
john jack johnny jon
jonathan jon jonny
joseph joe joey
michael mike mick mickey
thomas tom tommy
edward ed eddie ted teddy ned
charles charlie chuck chas
christopher chris kit
daniel dan danny
david dave davy
donald don donny
douglas doug
eugene gene
frederick fred freddie
gerald gerry jerry
gregory greg
harold harry hal
henry harry hank
jeffrey jeff
geoffrey geoff
kenneth ken kenny
lawrence larry laurie
leonard len lenny leo
matthew matt
nathaniel nathan nat nate
nicholas nick nicky
patrick pat paddy
peter pete
philip phil
raymond ray
ronald ron ronnie
samuel sam sammy
stephen steve
steven steve
terence terry
theodore ted teddy theo
timothy tim
vincent vince
walter walt
zachary zach
alexander alex sandy sasha
andrew andy drew
anthony tony
benjamin ben benny
bernard bernie
abraham abe
albert al bert
alfred alf alfie fred
arthur art
francis frank fran
elizabeth liz lizzie beth betty eliza
katherine kate kathy katie
catherine cathy kate katie cate
margaret maggie meg peggy
patricia pat patty trish
deborah deb debbie
barbara barb
jennifer jen jenny
jessica jess
susan sue susie
rebecca becky becca
victoria vicky tori
alexandra alex sandra
samantha sam
christine chris tina
pamela pam
judith judy
dorothy dot
kimberly kim
eleanor ellie nell
vladimir volodya
dmitry dima
muhammad mohammed mohammad mohamed
"""

_FAMILIES: dict[str, set[int]] = {}
for _number, _row in enumerate(_SHORT.strip().split("\n")):
    for _name in _row.split():
        _FAMILIES.setdefault(plain(_name), set()).add(_number)


def same_given(left: str, right: str) -> bool:
    """Whether two given names may be one person's: equal, an initial, a short form.

    Args:
        left: As names are compared.
        right: As names are compared.
    """
    left, right = left.rstrip("."), right.rstrip(".")
    if left == right:
        return True
    shorter = min(len(left), len(right))
    if shorter == 1 or (shorter > 2 and left[:shorter] == right[:shorter]):
        return left[0] == right[0]
    return bool(_FAMILIES.get(left, set()) & _FAMILIES.get(right, set()))

"""The 14th National People's Congress: real delegations and sizes, invented people and hall."""

import random

from . import dining, npc14_logistics, npc14_staff
from .halls import odd_even_row, split_at_centre
from .names import invented_name, weighted
from .shares import apportion
from .tables import EVENT_HEADER, page, table

# Deputies confirmed on 2023-02-24, in the order of the public list.
DELEGATIONS = dict(
    北京=53, 天津=40, 河北=123, 山西=68, 内蒙古=58, 辽宁=94, 吉林=60, 黑龙江=84, 上海=57, 江苏=144, 浙江=99,
    安徽=111, 福建=74, 江西=81, 山东=173, 河南=174, 湖北=113, 湖南=118, 广东=169, 广西=91, 海南=26, 重庆=59,
    四川=147, 贵州=75, 云南=91, 西藏=24, 陕西=69, 甘肃=53, 青海=24, 宁夏=23, 新疆=60, 香港=36, 澳门=12, 台湾=13,
    解放军和武警=281,
)
MINORITIES = {
    "内蒙古": {"蒙古族": 30, "满族": 3, "回族": 2}, "辽宁": {"满族": 12, "朝鲜族": 2, "蒙古族": 2},
    "吉林": {"朝鲜族": 12, "满族": 5}, "黑龙江": {"满族": 5, "朝鲜族": 3}, "河北": {"满族": 5, "回族": 2},
    "湖北": {"土家族": 7}, "湖南": {"土家族": 6, "苗族": 6}, "广西": {"壮族": 36, "苗族": 3}, "海南": {"黎族": 20},
    "重庆": {"土家族": 6, "苗族": 4}, "四川": {"彝族": 6, "藏族": 5}, "贵州": {"苗族": 18, "土家族": 6, "彝族": 5},
    "云南": {"彝族": 11, "白族": 8, "傣族": 7, "回族": 3, "藏族": 2}, "西藏": {"藏族": 65},
    "甘肃": {"回族": 9, "藏族": 8}, "青海": {"藏族": 25, "回族": 14, "蒙古族": 3}, "宁夏": {"回族": 35},
    "新疆": {"维吾尔族": 45, "哈萨克族": 14, "回族": 4, "蒙古族": 2}, "香港": {}, "澳门": {}, "台湾": {},
}
MINORITIES_ELSEWHERE = {"回族": 2, "满族": 2, "土家族": 1, "蒙古族": 1}
WOMEN = {"解放军和武警": 0.14}
WOMEN_ELSEWHERE = 0.285

CIVIL_TITLES = dict.fromkeys([
    "某村党支部书记", "某镇中心小学教师", "某市市长", "某县县长", "某大学教授", "某医院主任医师", "某厂高级技师",
    "某研究院研究员", "某县农民专业合作社理事长", "某集团董事长", "某公司工程师", "某区人民法院法官", "某律师事务所律师",
    "某市疾病预防控制中心主任", "某铁路段列车长", "某社区居民委员会主任", "某剧团演员", "某乡卫生院护士",
    "某市人民代表大会常务委员会主任", "某快递公司快递员", "某矿班组长", "某中学校长", "某博物馆馆长", "某环卫所环卫工人",
], 1)
MILITARY_TITLES = dict.fromkeys(
    ["某部战士", "某部军士长", "某部政治委员", "某旅旅长", "某军事院校教授", "某部飞行员", "某医院军医", "某支队支队长"], 1)

ROSTRUM_PEOPLE = 175
ROSTRUM_ROWS = [21, 23, 25, 25, 27, 27, 27]
SECTIONS = ["左区", "左中区", "中区", "右中区", "右区"]
ROWS = 42
OUTER_ROWS = range(3, 40)  # the fan narrows to the stage, and doors stand in the rear corners
CENTRE_AISLE = range(37, ROWS + 1)  # from the main door inward
SOUND_DESK = {41: "1-10", 42: "1-10"}
SESSIONS = ["3月6日 09:00", "3月6日 15:00", "3月8日 09:00", "3月8日 15:00", "3月11日 09:00"]
WHEELCHAIR = {(1, "左中区"), (1, "右中区"), (37, "中区")}

PEOPLE_HEADER = ["id", "name", "group", "rank", "role", "title", "gender", "ethnicity", "needs",
                 *npc14_logistics.PEOPLE_COLUMNS, *npc14_staff.PEOPLE_COLUMNS]
HALL_HEADER = ["section", "row", "first", "last", "step", "reserved", "wheelchair"]


def files():
    """The tables of the event."""
    deputies = people(random.Random(14))
    npc14_logistics.give_stays(deputies)
    hotels = npc14_logistics.TOGETHER
    return npc14_logistics.tables(deputies) | {
        "event.csv": table(EVENT_HEADER, [
            ["name", "第十四届全国人民代表大会第一次会议（演示）"], ["start", npc14_logistics.START],
            ["end", npc14_logistics.END], ["place", npc14_logistics.VENUE], ["language", "zh"], ["hall_method", "horizontal"], ["hall_order", "near"],
            ["member_order", "stroke"], ["stroke_blank_first", "no"]]),
        "people.csv": table(PEOPLE_HEADER, deputies + npc14_staff.people(deputies)),
        "groups.csv": table(["group", "order", "hotel"], [
            [group, place, hotels.get(group, "")] for place, group in enumerate(DELEGATIONS, 1)]),
        "rostrum.csv": table(["row", "seats"], enumerate(ROSTRUM_ROWS, 1)),
        "hall.csv": table(HALL_HEADER, hall()),
        "tables.csv": table(dining.TABLES_ENGLISH, dining.tables(16, 298, 20)),
        "discussion.csv": table(dining.ROOMS_ENGLISH, dining.rooms(
            SESSIONS, [size + 6 - size % 5 for size in DELEGATIONS.values()], npc14_logistics.VENUE, range(1, 36),
            [None, 3, None, 16, None], ("北大厅", 300), "yes")),
        "duties.csv": npc14_staff.duties(SESSIONS),
        "README.md": page(
            "Fourteenth National People's Congress, first session",
            "Real: the 35 delegations, their order and their sizes (deputies confirmed on 2023-02-24, 2,977 in all), "
            "the dates, the place, and the number of seats on the ground floor of its hall (3,693).",
            "Invented: every person (name, gender, ethnicity, title, needs; a real person of the same name is "
            "chance), who sits on the rostrum and in which order, the rows of the rostrum, and the geometry of the "
            "hall: five sections of 42 rows that widen to the back, odd numbers to the left, even to the right.",
            "Invented as well: the hotels with their floors, rooms and prices, who sleeps where at what entitlement and "
            "on which nights, who arrives and leaves when and from where (some come a day early or leave a day late), "
            "the vehicles with plates, drivers and costs, the terminals, and all times on the way.",
            "175 people sit on the rostrum, which they fill; 2,802 in the hall. Seven hotels have 12 % more rooms than "
            "are needed; three delegations are bound to one hotel and the army to another. 170 vehicles meet those who "
            "arrive at four terminals over two days, take all to the opening and the closing session and back, and "
            "those who leave to their terminals. Three people ride alone.",
            "Invented too: a dining hall of 299 tables, and a room for each delegation in five sessions, of which one or "
            "another is not to be had now and then.",
            "187 of the staff, who sleep and eat at home and sit nowhere: two and more for each delegation, sixty at large. They "
            "look after floors in the evening, take notes of discussions, meet and see off everybody at the terminals, register "
            "them at their hotels, and usher at the opening and the closing session."),
    }


def people(rng):
    """All deputies, delegation after delegation."""
    deputies = [deputy(rng, group) for group, size in DELEGATIONS.items() for _ in range(size)]
    for number, person in enumerate(deputies, 1):
        person["id"] = f"N{number:04}"
    seat_on_rostrum(rng, deputies)
    give_needs(rng, deputies)
    return deputies


def deputy(rng, group):
    """One deputy of a delegation."""
    gender = "F" if rng.random() < WOMEN.get(group, WOMEN_ELSEWHERE) else "M"
    ethnicity = ethnicity_of(rng, group)
    titles = MILITARY_TITLES if group == "解放军和武警" else CIVIL_TITLES
    return {"name": invented_name(rng, gender, ethnicity), "group": group, "role": "delegate",
            "title": weighted(rng, titles), "gender": gender, "ethnicity": ethnicity}


def ethnicity_of(rng, group):
    """An ethnicity by the percentages of the delegation's minorities."""
    minorities = MINORITIES.get(group, MINORITIES_ELSEWHERE)
    return weighted(rng, {**minorities, "汉族": 100 - sum(minorities.values())})


def seat_on_rostrum(rng, deputies):
    """Gives 175 deputies of all delegations, by their sizes, a place on the rostrum."""
    shares = apportion(ROSTRUM_PEOPLE, list(DELEGATIONS.values()), least=1)
    chosen = []
    for group, share in zip(DELEGATIONS, shares):
        chosen += [person for person in deputies if person["group"] == group][:share]
    rng.shuffle(chosen)
    for rank, person in enumerate(chosen, 1):
        person["rank"] = rank
        person["role"] = "rostrum"
        person["title"] = "主席团常务主席" if rank <= 10 else "主席团成员"


def give_needs(rng, deputies):
    """Fifteen people who need a seat on an aisle, each in a delegation of its own."""
    groups = [group for group, size in DELEGATIONS.items() if size > 50]
    rng.shuffle(groups)
    for group in groups[:15]:
        in_hall = [person for person in deputies if person["group"] == group and person["role"] == "delegate"]
        rng.choice(in_hall)["needs"] = "aisle"


def hall():
    """3,693 seats, row by row from the stage, each row from the audience's left."""
    lines = []
    for row in range(1, ROWS + 1):
        widths = row_widths(row)
        for section, (first, last, step) in zip(sections_of(row), odd_even_row(widths)):
            parted = step == 0 and row in CENTRE_AISLE
            for run in split_at_centre(first, last) if parted else [(first, last, step)]:
                lines.append(line(section, row, *run))
    return lines


def sections_of(row):
    """The sections that reach this row."""
    return SECTIONS if row in OUTER_ROWS else SECTIONS[1:-1]


def row_widths(row):
    """Seats of the sections of a row: wider toward the back, so that nobody sits right behind a head."""
    centre, inner, outer = 15 + row // 2, 14 + row // 4, 9 + row // 4
    return [outer, inner, centre, inner, outer] if row in OUTER_ROWS else [inner, centre, inner]


def line(section, row, first, last, step):
    """One line of the table; two wheelchair seats at its aisle end where there are any."""
    ends = {-2: [last, last + 2], 2: [first, first + 2]}
    accessible = ends.get(step, []) if (row, section) in WHEELCHAIR else []
    return {"section": section, "row": row, "first": first, "last": last, "step": step,
            "reserved": SOUND_DESK.get(row, "") if section == "中区" else "",
            "wheelchair": ",".join(map(str, sorted(accessible)))}

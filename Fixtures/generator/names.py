"""Invented names of people that look like a Chinese list of deputies."""

import functools
import itertools

# Share of the population in tenths of a percent, rounded; enough for the right feel of a list.
SURNAMES = dict(
    王=71, 李=70, 张=68, 刘=54, 陈=45, 杨=31, 赵=23, 黄=22, 周=21, 吴=20, 徐=17, 孙=15, 胡=13, 朱=13, 高=12,
    林=12, 何=12, 郭=11, 马=10, 罗=9, 梁=8, 宋=8, 郑=8, 谢=7, 韩=7, 唐=7, 冯=6, 于=6, 董=6, 肖=6, 程=6, 曹=5,
    袁=5, 邓=5, 许=5, 傅=5, 沈=5, 曾=5, 彭=5, 吕=5, 苏=5, 卢=4, 蒋=4, 蔡=4, 贾=4, 丁=4, 魏=4, 薛=4, 叶=4,
    闫=4, 余=4, 潘=4, 杜=4, 戴=3, 夏=3, 钟=3, 汪=3, 田=3, 任=3, 姜=3, 范=3, 方=3, 石=3, 姚=3, 谭=3, 廖=3,
    邹=3, 熊=3, 金=3, 陆=3, 郝=3, 孔=3, 白=3, 崔=3, 康=2, 毛=2, 邱=2, 秦=2, 江=2, 史=2, 顾=2, 侯=2, 邵=2,
    孟=2, 龙=2, 万=2, 段=2, 雷=2, 钱=2, 汤=2, 尹=2, 黎=2, 易=2, 常=2, 武=2, 乔=2, 贺=2, 赖=2, 龚=2, 文=2,
    欧阳=1, 上官=1, 司马=1, 诸葛=1,
)
SURNAMES_OF = {
    "壮族": dict(韦=10, 覃=8, 黄=8, 农=4, 陆=4, 蒙=3, 梁=3, 莫=2),
    "回族": dict(马=20, 丁=3, 白=3, 杨=3, 沙=2, 哈=1, 海=1, 穆=1),
    "朝鲜族": dict(金=20, 朴=9, 李=9, 崔=5, 郑=4, 全=1),
    "满族": dict(关=5, 佟=3, 那=2, 赵=5, 金=3, 富=1, 白=2),
    "苗族": dict(龙=5, 石=4, 吴=5, 杨=5, 麻=1, 田=2),
    "土家族": dict(田=5, 彭=5, 向=5, 覃=3, 冉=2, 谭=2),
    "彝族": dict(李=4, 杨=3, 普=2, 罗=2, 阿=1, 沙马=1, 吉克=1),
    "白族": dict(杨=5, 段=4, 赵=4, 李=4, 董=2),
    "傣族": dict(刀=5, 方=1, 李=1),
    "黎族": dict(王=4, 符=5, 黄=2, 董=1),
}

# Characters that begin and that end a given name, ordered from the frequent to the rare.
GIVEN = {
    "M": ("建志国文永明海春立学德俊少光世家庆新金荣振宏云晓玉泽子嘉长宝承景绍一天兴"
          "正成大万克启培树开思怀义仁友伯仲培远延恒敬如守鸿显维若其方向东南中汉江润耀广昌道朝",
          "华伟军明文勇杰峰林涛东波斌辉成生福祥良民龙国松刚超健武飞宇浩晨睿博凯瑞源胜义山清川"
          "亮岩彬旭钢昆坤楠恒韬岳岭州冰忠信诚安康宁泉根柱才发财法昌堂平和顺利群兵鸣雷云海江"),
    "F": ("丽秀晓玉淑雪春美佳桂凤海文思雨慧雅小艳红爱金月若婉一子素惠嘉亚"
          "彩翠银菊瑞巧静梦诗书语可心宛芸芷清兰冬秋夏晨紫云锦明丹世永建志国新立",
          "华芳梅英霞兰红敏娟燕琴萍玲静云珍莲丽琳婷颖欣怡洁艳香君荣蓉晴彤倩宁"
          "花凤仙娥芬茹莉蕾菲薇瑶瑾璇琪珊珠玉环翠青清春秋月雪霜露虹岚菊桃杏薇瑛媛妍娜"),
}
DOTTED = {
    "维吾尔族": dict(
        M=["阿不都", "买买提", "艾尔肯", "吐尔逊", "玉素甫", "阿布力孜", "伊力哈木", "库尔班", "帕尔哈提", "热合曼"],
        F=["古丽", "阿依古丽", "热孜万", "帕提古丽", "茹仙", "米娜瓦尔", "祖丽菲亚", "阿孜古丽"],
        father=["艾力", "吾守尔", "热合曼", "沙吾提", "肉孜", "托合提", "依明", "卡德尔", "司马义", "尼亚孜"]),
    "哈萨克族": dict(
        M=["叶尔肯", "巴合提", "努尔兰", "赛力克", "哈不都拉", "波拉提"],
        F=["古丽娜尔", "阿依努尔", "巴哈尔", "沙吾列"],
        father=["哈孜", "马合木提", "别克", "努尔别克", "木哈买提"]),
}
TIBETAN = dict(
    M=["扎西", "次仁", "多吉", "丹增", "旺堆", "洛桑", "平措", "尼玛", "格桑", "边巴", "顿珠", "索朗"],
    F=["卓玛", "央金", "拉姆", "德吉", "白玛", "曲珍", "卓嘎", "仓决", "次仁", "达瓦"])
MONGOLIAN = dict(
    M=["巴特尔", "苏和", "那顺", "布和", "额尔敦", "朝鲁", "吉日嘎拉", "宝力道", "乌力吉", "呼格吉勒图"],
    F=["乌云其木格", "其其格", "萨仁", "托娅", "娜仁花", "高娃", "斯琴", "乌兰", "阿拉腾花"])


def weighted(rng, weights):
    """One key of `weights`, as often as its weight says."""
    return rng.choices(list(weights), list(weights.values()))[0]


def given_name(rng, gender):
    """One character for one person in eight, else two; the frequent ones more often."""
    first, last = (frequent_first(rng, characters) for characters in GIVEN[gender])
    return last if first == last or rng.random() < 1 / 8 else first + last


def frequent_first(rng, characters):
    """A character, the earlier the likelier."""
    return rng.choices(characters, cum_weights=cumulative_frequencies(len(characters)))[0]


@functools.cache
def cumulative_frequencies(count):
    """Slowly falling frequencies, summed up: made once, because a large event asks for them very often."""
    return list(itertools.accumulate(1 / (place + 30) for place in range(count)))


def invented_name(rng, gender, ethnicity="汉族"):
    """A name in the manner of the ethnicity's names; Han manner where none is known."""
    if ethnicity in DOTTED:
        manner = DOTTED[ethnicity]
        return rng.choice(manner[gender]) + "·" + rng.choice(manner["father"])
    if ethnicity == "藏族":
        first = rng.choice(TIBETAN[gender])
        return first + rng.choice([part for part in TIBETAN[gender] if part != first])
    if ethnicity == "蒙古族" and rng.random() < 0.7:
        return rng.choice(MONGOLIAN[gender])
    return weighted(rng, SURNAMES_OF.get(ethnicity, SURNAMES)) + given_name(rng, gender)

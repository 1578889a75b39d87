"""What a text suggests, in the words of the street; and how categories are found by code and name."""

import pytest

from gridctl.domain.catalogue import Catalogue, Category, CategoryClass
from gridctl.errors import NotFound
from gridctl.store.catalogue_file import built_in
from gridctl.words import Both


def category(code, name, *words, local=False):
    return Category(code, Both(name, name), words, (), local)


SMALL = Catalogue(
    "t@1",
    {
        "E": CategoryClass("E", Both("事件", "events"), "problem"),
        "H": CategoryClass("H", Both("隐患", "hazards"), "hazard"),
    },
    {
        each.code: each
        for each in (
            category("E01", "占道经营", "占道", "摊"),
            category("E02", "占道促销", "促销", "占道", "经营"),
            category("E91", "占道洗车", "占道", local=True),
            category("H01", "堵塞通道", "占道", "堵"),
        )
    },
)


def codes(text, **wish):
    return [each.category.code for each in SMALL.suggest(text, **wish)]


def test_a_longer_word_swallows_the_shorter_ones_in_it():
    (only,) = SMALL.suggest("占道经营")
    assert (only.category.code, only.words) == ("E01", ("占道经营",))


def test_a_shorter_word_counts_where_it_stands_alone_as_well():
    assert codes("占道经营，还占道洗车场") == ["E01", "E91"]
    both = SMALL.suggest("占道经营的又来占道")
    assert [(each.category.code, each.words) for each in both] == [
        ("E01", ("占道经营", "占道")),
        ("E02", ("占道",)),
        ("H01", ("占道",)),
        ("E91", ("占道",)),
    ]


def test_more_and_longer_words_weigh_more_and_local_ones_come_last():
    assert codes("占道") == ["E01", "E02", "H01", "E91"]
    assert codes("占道的摊") == ["E01", "E02", "H01", "E91"]
    assert codes("促销的占道") == ["E02", "E01", "H01", "E91"]


def test_the_kind_of_the_case_comes_first():
    assert codes("占道", kind="hazard")[0] == "H01"
    assert codes("占道", kind="problem")[:2] == ["E01", "E02"]


def test_nothing_is_suggested_where_nothing_is_said():
    assert codes("今天天气好") == []
    assert codes("") == []


# In the words that people use. The first suggestion must be one of these.
STREET = {
    "楼道堆放杂物": {"H01", "E0136"},
    "三单元楼道堆物，过不去人": {"H01", "E0136"},
    "工地拖欠工资": {"D07"},
    "老板欠薪三个月": {"D07"},
    "路灯坏了": {"P0137", "R04"},
    "门口井盖丢失": {"P0123"},
    "楼下噪音扰民": {"E0128", "R15"},
    "路口乱停车": {"E0410"},
    "共享单车乱停": {"E0493"},
    "垃圾没人清": {"E0110"},
    "晋王庙村东口占道经营": {"E0406"},
    "路边摆摊卖菜": {"E0406"},
    "下水道堵了": {"E0503"},
    "污水外溢": {"E0503"},
    "有人私搭乱建": {"E0101"},
    "墙上贴小广告": {"E0201"},
    "马路坑洼": {"E0113"},
    "路面塌陷": {"E0505"},
    "夜间施工": {"E0301"},
    "电动车进楼充电": {"H04"},
    "窗户飞线充电": {"H02"},
    "消防通道被堵": {"E0496"},
    "高空抛物": {"E0596", "H06"},
    "流浪狗咬人": {"E0184"},
    "楼下树倒了": {"H18"},
    "屋里有燃气味": {"E0502", "H03"},
    "两口子离婚闹": {"D17"},
    "邻居天天吵架": {"D17"},
    "申请低保": {"R03"},
    "办居住证": {"R01"},
}


@pytest.mark.parametrize("text", STREET)
def test_everyday_words_suggest_their_category(text):
    found = built_in().suggest(text)
    assert found, text
    assert found[0].category.code in STREET[text]


def test_a_category_is_found_by_code_in_any_letter_case_and_by_either_name():
    known = built_in()
    for word in ("E0406", "e0406", " E0406 ", "占道经营"):
        assert known.category(word).code == "E0406"
    assert known.category(known.categories["E0406"].name.en).code == "E0406"


def test_a_word_that_is_no_category_is_answered_with_what_it_suggests():
    with pytest.raises(NotFound) as missing:
        built_in().category("占道摆摊")
    assert missing.value.exit_code == 10
    assert "E0406" in str(missing.value.hint)
    with pytest.raises(NotFound) as missing:
        built_in().category("E0407")
    assert "E0406" in str(missing.value.hint)


def test_a_prefix_names_a_class():
    known = built_in()
    assert {each.code[:3] for each in known.within("e04")} == {"E04"}
    assert len(known.within("")) == len(known.categories)
    with pytest.raises(NotFound):
        known.within("X")
    assert known.covers("E04")
    assert known.covers("E0406")
    assert known.covers("D")
    assert not known.covers("E0499")
    assert [known.kind_of(code) for code in ("E0406", "D07", "H01", "Z1")] == [
        "problem",
        "dispute",
        "hazard",
        None,
    ]


def test_every_built_in_category_has_names_words_and_limits_that_are_read():
    from gridctl.domain.limits import parse_limit

    for code, each in built_in().categories.items():
        assert each.name.zh and each.name.en, code  # noqa: PT018
        assert each.words, code
        assert built_in().covers(code.rstrip("0123456789") or code), code
        for condition in each.conditions:
            assert str(parse_limit(condition.limit)) == condition.limit


def test_every_category_is_suggested_by_its_own_name():
    known = built_in()
    for code, each in known.categories.items():
        first = known.suggest(each.name.zh)[0].category
        assert first.name.zh == each.name.zh, code

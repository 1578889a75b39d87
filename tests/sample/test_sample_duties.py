"""The sample office has an overlap, a crossing and a gap that duties check finds, left there on purpose."""

import json


def findings(sample):
    words = ("-C", sample.folder, "duties", "check", "--json")
    code, out, err = sample.tool.called(sample.world, *words)
    assert (code, err) == (1, "")
    return json.loads(out)


def test_what_was_left_on_purpose_is_found(sample):
    found = findings(sample)
    assert {"E0406"} <= {each["category"] for each in found["overlaps"]}
    assert {"D17", "R05"} <= {each["category"] for each in found["crossings"]}
    assert {"E0601", "E0602"} & {each["category"] for each in found["gaps"]}
    assert "E05" in {each["category"] for each in found["levels"]}
    assert found["no_basis"] == []


def test_unpaid_wages_lead_to_the_inspectorate(sample):
    """The case was dispatched by hand, to the unit that the matrix gives."""
    traced = json.loads(sample.say("duties", "trace", sample.ids["@wages"], "--json"))
    assert [each["unit"] for each in traced["holders"]] == ["renshe"]
    assert (traced["lead"], traced["agrees"], traced["routed"]) == ("renshe", True, None)
    assert traced["acting"]["basis"] == "《保障农民工工资支付条例》"

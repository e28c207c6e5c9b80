"""What each person has chosen for the studio."""

from guide.studio.own import Own, own_of


def test_what_nobody_has_chosen_is_usual():
    assert own_of({}) == Own("system", "dimmed", "usual", "browser", "yes")


def test_what_means_nothing_is_as_if_it_were_not_there():
    """Any program on this computer can set a cookie."""
    cookies = {
        "studio_theme": '"><script>',
        "studio_text": "largest",
        "studio_language": "xx",
        "studio_keys": "no",
    }
    assert own_of(cookies) == Own("system", "dimmed", "largest", "browser", "no")


def test_a_name_has_all_letters():
    assert own_of({"studio_caller": "M.%20Ort%C3%ADz"}).caller == "M. Ortíz"
    assert len(own_of({"studio_caller": "x" * 999}).caller) == 100

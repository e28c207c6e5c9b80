"""Who helps: every number of a listing."""


def test_its_own_numbers_come_first(maker):
    own, first, second = (maker.phone(f"773-471-000{n}") for n in range(3))
    listing = maker.listing(
        phones=(own,), locations=(maker.office("Chicago", first), maker.office("Springfield", second))
    )
    assert tuple(listing.all_phones) == (own, first, second)

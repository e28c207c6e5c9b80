"""Somebody translates: what is typed is saved, what is done is done, and all of it can be taken back."""

from guide.content.units import fingerprint
from tests.studio.browser.conftest import meanwhile, until, waits_for
from tests.studio.conftest import open_studio

OLD = "Groceries for most."
SPANISH = f"""\
listings:
  pantry:
    description:
      # en: {OLD}
      of: {fingerprint(OLD)!r}
      text: Alimentos para la mayoría.
"""


def test_a_text_is_typed_done_and_taken_back(folder, serve, people):
    path = folder / "translations/es/food.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(SPANISH, encoding="utf-8")

    def says(name=""):
        return path.read_text(encoding="utf-8").replace('"', "")

    address = serve(open_studio(folder))
    tab = people(address, path="/guide/pantry")
    tab.goto(address.partition("/enter")[0] + "/translate/es/section/food")
    pair = tab.locator(".pair", has_text="2 Elm Pantry: text")
    text = pair.locator("textarea")
    text.fill("Alimentos para todos.")
    waits_for(says, "", "text: Alimentos para todos.\n")
    assert pair.get_attribute("data-state") == "outdated"  # typing alone does not clear the mark
    text.press("Control+Enter")
    until(tab, "document.querySelector('.pair[data-state=done] .badge.ok') !== null")
    waits_for(says, "", f"of: {fingerprint('Groceries for everybody.')}")
    until(tab, "document.activeElement.closest('.pair')?.dataset.state === 'missing'")
    assert "Spanish words of Elm Pantry" in tab.locator("#undo").get_attribute("title")
    path.write_text(
        path.read_text(encoding="utf-8").replace("Alimentos para todos.", "Comida."), encoding="utf-8"
    )
    until(tab, "[...document.querySelectorAll('textarea')].some((each) => each.value === 'Comida.')")
    path.write_text(
        path.read_text(encoding="utf-8").replace("Comida.", "Alimentos para todos."), encoding="utf-8"
    )
    until(tab, "[...document.querySelectorAll('textarea')].some((each) => each.value.includes('todos'))")
    tab.route(
        "**/api/translate/write", lambda route: route.abort()
    )  # what cannot be saved stays, whatever is undone
    other = tab.locator(".pair[data-state=missing] textarea").last
    other.fill("Comida")
    for _ in range(2):
        before = says()
        tab.locator("#title").focus()
        with tab.expect_response("**/api/undo"):
            tab.keyboard.press("Control+z")
        meanwhile(tab, lambda before=before: says() != before)
    until(tab, "document.querySelector('#undo').disabled")
    assert path.read_text(encoding="utf-8") == SPANISH
    until(tab, "[...document.querySelectorAll('textarea')].some((each) => each.value.includes('mayor'))")
    assert other.input_value() == "Comida"

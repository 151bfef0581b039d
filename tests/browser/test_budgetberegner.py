"""/vaerktoejer/budget/: sums that were worked out by hand, from the figures of the sources."""

from playwright.sync_api import Browser, Page, expect

from tests.browser import budget


def test_the_page_begins_with_the_figures_of_the_sources(page: Page, base: str) -> None:
    """30-35 associations, 15.000-30.000 kr., 3 years; each with its source. What has no figure says "ikke fundet"."""
    budget.opened(page, base)
    begin = page.locator("[data-part=partnerskab] [data-field] input").evaluate_all("all => all.map(one => one.value)")
    assert begin == ["30", "35", "15.000", "30.000", "3", "", "", "", "", "", ""]
    for field in page.locator("[data-field]").all():
        filled = field.locator("input").first.input_value() != ""
        own = field.get_attribute("data-title") == "Andet"
        assert (field.locator(".budget__help a.mark").count() > 0) >= filled
        assert ("ikke fundet – skriv jeres eget tal." in budget.words(field)) == (not filled and not own)


def test_a_partnership_from_the_proposal(page: Page, base: str) -> None:
    """30 x 15.000 x 3 = 1.350.000 and 35 x 30.000 x 3 = 3.150.000; of 5,5 mio. 2,35-4,15 mio. are left."""
    budget.opened(page, base)
    expect(page.locator(budget.STATUS)).to_have_text(
        "I alt 1,35-3,15 mio. kr. over 3 år. 5 poster mangler et tal og er ikke regnet med."
    )
    rows = budget.rows(page)
    assert rows["Beløb til foreninger"] == [
        "30-35 foreninger × 15.000-30.000 kr. × 3 år", "1,35-3,15 mio. kr.", "Kilde [1]",
    ]  # fmt: skip
    assert rows["Revision"] == ["mangler jeres tal", "ikke med", ""]
    assert rows["Ramme for et partnerskab"] == ["ca. 5,5 mio. kr. for 3 år", "ca. 5,5 mio. kr.", "Kilde [1]"]
    assert rows["Tilbage i rammen"][1] == "2,35-4,15 mio. kr."


def test_a_partnership_for_a_municipality_like_silkeborg(page: Page, base: str) -> None:
    """1,44-2,88 mio. to 32 associations, and 3 x 1.165.000 = 3.495.000 for the rest: 4.935.000-6.375.000."""
    budget.opened(page, base, budget.SILKEBORG["partnerskab"])
    expect(page.locator(budget.STATUS)).to_have_text(
        "I alt ca. 4,95-6,4 mio. kr. over 3 år. 1 post mangler et tal og er ikke regnet med."
    )
    rows = budget.rows(page)
    assert rows["Beløb til foreninger"][1:] == ["ca. 1,45-2,9 mio. kr.", "jeres tal, Kilde [1]"]
    assert rows["Lokal projektleder"] == ["790.000 kr. × 3 år", "ca. 2,35 mio. kr.", "Kilde [2]"]
    assert rows["Kompetenceudvikling"] == ["150.000 kr. × 3 år", "450.000 kr.", "jeres tal"]
    # 5.500.000 - 4.935.000 = 565.000 and 6.375.000 - 5.500.000 = 875.000
    assert rows["Tilbage eller for meget"][1] == (
        "ca. 570.000 kr. tilbage ved de laveste tal, ca. 880.000 kr. for meget ved de højeste"
    )


def test_the_frame_follows_the_years(page: Page, base: str) -> None:
    """5,5 mio. for 3 years is 7.333.333 for 4; 10 associations x 100.000 x 4 = 4.000.000, and 3.333.333 is left."""
    budget.opened(page, base)
    budget.fill(page, p_foreninger="10", p_foreninger_til="", p_sats="100.000", p_sats_til="", p_aar="4")
    rows = budget.rows(page)
    assert rows["Beløb til foreninger"][:2] == ["10 foreninger × 100.000 kr. × 4 år", "4 mio. kr."]
    assert rows["Ramme for et partnerskab"][:2] == ["ca. 5,5 mio. kr. for 3 år × 4 ÷ 3", "ca. 7,35 mio. kr."]
    assert rows["Tilbage i rammen"][1] == "ca. 3,35 mio. kr."
    budget.fill(page, p_sats="200.000")  # 8.000.000 - 7.333.333 = 666.667
    assert budget.rows(page)["Mere end rammen"][1] == "ca. 670.000 kr."


def test_copenhagens_budget_for_fewer_young_people(page: Page, base: str) -> None:
    """450 x 80 % = 360 of 1.350: 34,1 mio. becomes 9.093.333, 10,5 staff 2,8; for each 34.100.000 / 1.350 = 25.259."""
    budget.opened(page, base, "?vis=unge")
    assert page.locator("[data-result]:visible table").count() == 0
    expect(page.locator("#u-andel")).to_have_value("90")
    budget.fill(page, u_unge="450", u_andel="80")
    expect(page.locator(budget.STATUS)).to_have_text(
        "I alt ca. 9,1 mio. kr. over 4 år til 360 unge i kontakt. Det er ca. 25.000 kr. for hver ung."
    )
    rows = budget.rows(page)
    assert rows["2,5 årsværk til Børne- og Ungdomsforvaltningen"] == [
        "efter antal unge",
        "5,9 mio. kr.",
        "1,55 mio. kr.",
    ]
    assert rows["I alt"] == ["", "34,1 mio. kr.", "9,1 mio. kr."]
    assert rows["Heraf hvert år"] == ["", "8,525 mio. kr.", "2,25 mio. kr."]
    assert rows["Årsværk i teamet"] == ["rundet til halve", "10,5", "3"]


def test_each_row_may_be_scaled_kept_or_left_out(page: Page, base: str) -> None:
    """All rows scaled: 69,1 mio. x 360 / 1.350 = 18.426.667, 3.606.667 in the first year, then 4.940.000."""
    budget.opened(page, base, "?vis=unge&u-unge=450&u-andel=80&u-uden=&u-fast=")
    rows = budget.rows(page)
    assert rows["I alt"] == ["", "69,1 mio. kr.", "18,4 mio. kr."]
    assert [rows[f"Heraf år {year}"][1:] for year in (1, 2)] == [
        ["13,525 mio. kr.", "3,6 mio. kr."], ["18,525 mio. kr.", "4,95 mio. kr."],
    ]  # fmt: skip
    page.get_by_label("Hos jer: 1 projektleder").select_option("som i København")
    # 3.160.000 in place of 842.667, so that the sum is 20.744.000
    assert budget.rows(page)["I alt"][2] == "20,7 mio. kr."
    for row in page.locator("tr[data-row] select").all():
        row.select_option("ikke med")
    expect(page.locator(budget.STATUS)).to_have_text('Alle poster står som "ikke med". Vælg mindst én.')


def test_ips_staff_from_how_many_each_follows(page: Page, base: str) -> None:
    """50 young people: 2,5 staff at 20 each, 2 at 25, 1,67 up to 2 at 30, 1,25 up to 1,5 at 40."""
    budget.opened(page, base, "?vis=ips")
    expect(page.locator("#i-sager")).to_have_value("20")
    budget.fill(page, i_unge="50")
    expect(page.locator(budget.STATUS)).to_have_text(
        "50 unge med højst 20 pr. konsulent kræver 2,5 årsværk. 2 poster mangler et tal og er ikke regnet med."
    )
    staff = [[head, *cells[:2]] for head, cells in budget.rows(page, 1).items()]
    assert staff == [
        ["Jeres valg (5 point)", "højst 20", "2,5 årsværk"],
        ["4 point", "højst 25", "2 årsværk"],
        ["3 point", "højst 30", "2 årsværk"],
        ["2 point", "højst 40", "1,5 årsværk"],
    ]
    page.get_by_role("button", name="Sæt 590.000 ind").click()
    expect(page.locator("#i-pris")).to_be_focused()
    budget.fill(page, i_leder="700.000", i_sager="50")
    # 50 / 50 = 1: 590.000 + 700.000
    assert budget.rows(page)["Konsulent på fuld tid"] == ["1 årsværk × 590.000 kr.", "590.000 kr.", "Kilde [2]"]
    assert budget.rows(page)["I alt om året"][1] == "ca. 1,3 mio. kr."
    assert next(iter(budget.rows(page, 1))) == "Jeres valg (1 point)"


def test_the_script_rounds_as_the_page_says(browser: Browser, base: str, scripts: str) -> None:
    """The same amounts as in the view's own test, with the steps that stand in the page."""
    page = browser.new_page()
    page.goto(f"{base}vaerktoejer/budget/")
    shown = page.evaluate(
        """async ([scripts, values]) => {
          const { rounded } = await import(`${scripts}budgetregning.js`);
          const numbers = document.querySelector("[data-budget]").dataset.steps.split(" ").map(Number);
          const steps = numbers.flatMap((number, i) => (i % 2 ? [] : [[number, numbers[i + 1]]]));
          return values.map((value) => rounded(value, steps));
        }""",
        [scripts, [0, 4, 46, 994, 9_949, 25_259, 51_185, 234_999, 1_627_500, 9_093_333, 18_426_667]],
    )
    page.close()
    assert shown == [0, 0, 50, 990, 9_900, 25_000, 51_000, 230_000, 1_650_000, 9_100_000, 18_400_000]

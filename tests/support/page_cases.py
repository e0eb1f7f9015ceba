"""What must hold of the HTML report in a browser: one function a case, its docstring the promise.

A case takes the browser and the pages of check_page.py and returns what is wrong, or nothing.
"""
import json
import os
import re
import time

# Smallest text on a screen and least contrast of text: WCAG 2.1, 1.4.3 (AA), and what is still
# read without effort. CSS pixels.
LEAST_PIXELS = 12
LEAST_CONTRAST = 4.5

VISIBLE = "[...document.querySelectorAll('#list .finding')].filter(f => f.offsetParent !== null)"
VISIBLE_IDS = f"{VISIBLE}.map(f => f.dataset.id)"

# Texts with the colours they are painted in; the ground is that of the nearest box that has one.
CONTRAST = """(() => {
  const parse = text => text.match(/[\\d.]+/g).map(Number);
  const light = c => c.slice(0, 3).map(v => v / 255)
      .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
      .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const bad = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const box = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !box.checkVisibility() || box.closest('.unseen, .skip'))
      continue;
    const style = getComputedStyle(box);
    let ground = box;
    while (ground && parse(getComputedStyle(ground).backgroundColor)[3] === 0)
      ground = ground.parentElement;
    const over = ground ? parse(getComputedStyle(ground).backgroundColor) : [255, 255, 255];
    const ink = parse(box.closest('svg') ? style.fill : style.color);
    const [a, b] = [light(ink), light(over)].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < LEAST && !box.closest(':disabled'))
      bad.push(`${box.className || box.tagName} ${ratio.toFixed(2)}`);
  }
  return [...new Set(bad)].slice(0, 5);
})()""".replace("LEAST", str(LEAST_CONTRAST))

SMALL_TEXT = """(() => {
  const small = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const box = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !box.checkVisibility()) continue;
    const size = parseFloat(getComputedStyle(box).fontSize);
    if (size < LEAST) small.add(`${box.className || box.tagName} ${size}`);
  }
  return [...small].slice(0, 5);
})()""".replace("LEAST", str(LEAST_PIXELS))

# Sets a field of the filter as a person would and lets the page react.
SET_FIELD = """((name, value) => {
  const field = document.getElementById('filter').elements[name];
  const all = field instanceof RadioNodeList ? [...field] : [field];
  for (const one of all) {
    if (one.type === 'checkbox') one.checked = Array.isArray(value) ? value.includes(one.value) : value;
    else one.value = value;
  }
  all[0].dispatchEvent(new Event('input', {bubbles: true}));
})(%s, %s)"""


def set_field(browser, name, value):
    browser.run(SET_FIELD % (json.dumps(name), json.dumps(value)))


def console_problems(browser):
    """What the browser complained of since the page was opened."""
    logged = [e["entry"]["text"] for e in browser.params_of("Log.entryAdded")
              if e["entry"]["level"] in ("error", "warning")]
    thrown = [e["exceptionDetails"].get("exception", {}).get("description", "exception")
              for e in browser.params_of("Runtime.exceptionThrown")]
    said = [str(e["args"]) for e in browser.params_of("Runtime.consoleAPICalled")
            if e["type"] in ("error", "warning", "assert")]
    return logged + thrown + said


def difference(what, found, wanted):
    return None if found == wanted else f"{what}: {found}, not {wanted}"


def opens_alone(browser, pages):
    """it opens from a file, asks the network for nothing and complains of nothing"""
    browser.open(pages.corpus)
    browser.run("new Promise(done => setTimeout(done, 200))")
    asked = [e["request"]["url"] for e in browser.params_of("Network.requestWillBeSent")]
    loaded = browser.run("performance.getEntriesByType('resource').map(e => e.name)")
    return difference("requests", asked, [pages.corpus]) or difference("resources", loaded, []) or (
        difference("console", console_problems(browser), []))


def filters(browser, pages):
    """each field of the filter shows what the JSON report says it should"""
    findings = pages.report["findings"]
    sources = {a["id"]: a["source"] for a in pages.report["articles"]}
    source = sources[findings[0]["sides"][0]["articles"][0]]
    rule = findings[-1]["rule"]

    def has_source(finding):
        return any(sources[a] == source for side in finding["sides"] for a in side["articles"])

    wanted = [("level", ["error"], lambda f: f["level"] == "error"),
              ("level", ["warning", "note"], lambda f: f["level"] != "error"),
              ("level", [], lambda f: False),
              ("kind", "later update", lambda f: f["verdict"] == "update"),
              ("kind", "quoted differently", lambda f: f["verdict"] == "wording"),
              ("place", "inside one article", lambda f: f["kind"] == "inside one article"),
              ("source", source, has_source),
              ("rule", rule, lambda f: f["rule"] == rule),
              ("open", False, lambda f: f["tier"] != "open"),
              ("review", "open", lambda f: True),
              ("review", "accepted", lambda f: False)]
    browser.open(pages.corpus)
    for name, value, fits in wanted:
        browser.run("document.getElementById('show-all-findings').click()")
        set_field(browser, name, value)
        ids = [f["id"] for f in findings if fits(f)]
        problem = difference(f"{name}={value}", browser.run(VISIBLE_IDS), ids) or difference(
            "count", browser.run("document.getElementById('shown').textContent"),
            f"{len(ids)} of {len(findings)} shown")
        if problem:
            return problem
    return None


def searches_words(browser, pages):
    """words find the findings that hold them, in any case, and a button brings all back"""
    browser.open(pages.corpus)
    word = pages.report["findings"][1]["sides"][0]["value"]
    set_field(browser, "words", word.upper())
    found = browser.run(VISIBLE_IDS)
    texts = browser.run(f"{VISIBLE}.map(f => f.textContent.toLowerCase())")
    if pages.report["findings"][1]["id"] not in found or len(found) == len(
            pages.report["findings"]) or any(word.lower() not in text for text in texts):
        return f"{word!r} found {len(found)}"
    browser.run("document.getElementById('show-all-findings').click()")
    return difference("after reset", len(browser.run(VISIBLE_IDS)), len(pages.report["findings"]))


def sorts(browser, pages):
    """sorting by title, rule and date puts the findings in that order, and back"""
    browser.open(pages.corpus)
    wanted = [f["id"] for f in pages.report["findings"]]
    for name, read, reverse in (("title", "f.querySelector('h3').textContent", False),
                                ("rule", "f.dataset.rule", False),
                                ("newest", "f.dataset.newest", True)):
        set_field(browser, "sort", name)
        keys = browser.run(f"{VISIBLE}.map(f => {read})")
        order = browser.run(f"""(keys => [...keys].sort(
            new Intl.Collator('en', {{numeric: true}}).compare))({json.dumps(keys)})""")
        if len(set(keys)) < 2 or keys != (order[::-1] if reverse else order):
            return f"by {name}: {keys[:5]}"
    set_field(browser, "sort", "listed")
    return difference("order", browser.run(VISIBLE_IDS), wanted)


def goes_by_keys(browser, pages):
    """j and k walk the findings, ? shows the keys, and typing in a field is typing"""
    browser.open(pages.corpus)
    ids = [f["id"] for f in pages.report["findings"]]
    at = "document.activeElement.dataset.id"
    walked = []
    for key in "jjk":
        browser.press(key)
        walked.append(browser.run(at))
    problem = difference("walk", walked, [ids[0], ids[1], ids[0]])
    browser.press("?")
    problem = problem or difference("help", browser.run("document.getElementById('keys').open"), True)
    browser.run("document.getElementById('close').click()")
    browser.press("/")
    browser.type("jaf?")
    return problem or difference("search", browser.run("document.activeElement.value"), "jaf?") or (
        difference("marks", browser.run("document.querySelectorAll('[data-mark]').length"), 0))


def saved_file(browser, pages):
    """What pressing Save downloads."""
    browser.send("Browser.setDownloadBehavior", behavior="allow", downloadPath=pages.folder,
                 eventsEnabled=True)
    path = os.path.join(pages.folder, "atodds-review.json")
    if os.path.exists(path):
        os.remove(path)
    browser.run("document.getElementById('save').click()")
    end = time.monotonic() + 10
    while not os.path.exists(path) and time.monotonic() < end:
        browser.run("new Promise(done => setTimeout(done, 50))")
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def keeps_marks(browser, pages):
    """marks by key and by button with name and note are saved as a file and outlive the page"""
    browser.open(pages.corpus)
    browser.run("localStorage.clear()")
    browser.open(pages.corpus)
    ids = [f["id"] for f in pages.report["findings"]]
    browser.run("""(by => { by.value = 'Ada <b>'; by.dispatchEvent(new Event('change')); })(
        document.getElementById('by'))""")
    for key in ("j", "a", "j", "f", "j", "d", "d", "j"):  # the second d takes the mark back
        browser.press(key)
    browser.run(f"""document.querySelector('[data-id="{ids[3]}"] [data-status=dismissed]').click()""")
    browser.press("n")
    browser.type("seen <i>twice</i>\u202e")
    wanted = [{"id": ids[0], "status": "accepted", "note": "", "by": "Ada <b>"},
              {"id": ids[1], "status": "false-alarm", "note": "", "by": "Ada <b>"},
              {"id": ids[3], "status": "dismissed", "note": "seen <i>twice</i>\u202e",
               "by": "Ada <b>"}]
    wanted = {"format": "atodds-review/1", "marks": sorted(wanted, key=lambda mark: mark["id"])}
    problem = difference("file", saved_file(browser, pages), wanted)
    browser.open(pages.corpus)
    set_field(browser, "review", "marked")
    problem = problem or difference("kept", sorted(browser.run(VISIBLE_IDS)),
                                    [mark["id"] for mark in wanted["marks"]])
    problem = problem or difference("file again", saved_file(browser, pages), wanted)
    browser.run("localStorage.clear()")
    return problem


def loads_marks(browser, pages):
    """a file of marks is read, what is none of ours in it is left out, and no other file is taken"""
    browser.open(pages.corpus)
    browser.run("localStorage.clear()")
    browser.open(pages.corpus)
    known = pages.report["findings"][2]["id"]
    rows = [{"id": known, "status": "accepted", "note": "<img src=x onerror=window.hit=1>"},
            {"id": "0" * 16, "status": "accepted"}, {"id": known, "status": "other"},
            {"id": "__proto__", "status": "accepted"}, None, 7]
    load = """(async text => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'marks.json', {type: 'application/json'}));
      const input = document.getElementById('load');
      input.files = data.files;
      input.dispatchEvent(new Event('change'));
      await new Promise(done => setTimeout(done, 200));
      return [document.getElementById('kept').textContent,
              [...document.querySelectorAll('[data-mark]')].map(f => f.dataset.id), window.hit || 0];
    })(%s)"""
    text = json.dumps({"format": "atodds-review/1", "marks": rows})
    problem = difference("loaded", browser.run(load % json.dumps(text)),
                         ["1 of 6 marks of the file belong to findings of this page.", [known], 0])
    bad = browser.run(load % json.dumps('{"format": "other", "marks": []}'))
    browser.run("localStorage.clear()")
    return problem or difference("other file", bad, ["This is no file of marks.", [known], 0])


def folds(browser, pages):
    """findings fold one by one and all at once"""
    browser.open(pages.corpus)
    count = "[...document.querySelectorAll('#list .body')].filter(b => b.checkVisibility()).length"
    all_of_them = len(pages.report["findings"])
    seen = [browser.run(count)]
    for button in ("#fold-all", "#list .fold", "#unfold-all"):
        browser.run(f"document.querySelector('{button}').click()")
        seen.append(browser.run(count))
    return difference("open ones", seen, [all_of_them, 0, 1, all_of_them])


def follows_links(browser, pages):
    """a link from the table leads to its quotation even where the filter hides it"""
    browser.open(pages.corpus)
    set_field(browser, "words", "no finding has these words")
    target = browser.run("document.querySelector('#matrix a.chip').getAttribute('href')")
    browser.run("document.querySelector('#matrix a.chip').click()")
    browser.run("new Promise(done => setTimeout(done, 300))")
    return difference("in view", browser.run(f"""(box => box.checkVisibility() &&
        box.getBoundingClientRect().top >= 0 && box.getBoundingClientRect().top < innerHeight)(
        document.getElementById({json.dumps(target[1:])}))"""), True)


def survives_hostile_articles(browser, pages):
    """nothing that an article, its metadata or its name holds becomes markup, script or a link"""
    browser.open(pages.hostile)
    browser.run("new Promise(done => setTimeout(done, 200))")
    count = browser.run("document.querySelectorAll('#list .finding').length")
    if not count:
        return "no finding to look at"
    browser.run("document.querySelectorAll('#filter select').forEach(s => { s.selectedIndex = 1; })")
    browser.run("document.getElementById('filter').dispatchEvent(new Event('input'))")
    return (difference("script ran", browser.run("window.hit || 0"), 0)
            or difference("images and scripts", browser.run(
                "document.querySelectorAll('img, body script, iframe, object, svg[onload]').length"), 1)
            or difference("links", browser.run("""[...document.querySelectorAll('a[href]')]
                .map(a => a.getAttribute('href')).filter(h => !/^(#|https?:\\/\\/)/.test(h))"""), [])
            or difference("handlers", browser.run("""[...document.querySelectorAll('*')]
                .filter(e => e.getAttributeNames().some(n => n.startsWith('on'))).length"""), 0)
            or difference("steering characters", browser.run(
                "/[\\u202A-\\u202E\\u2066-\\u2069\\u200B\\u200F]/.test(document.documentElement.outerHTML)"),
                False)
            or difference("console", console_problems(browser), []))


def fits_widths(browser, pages):
    """it is readable at 400 and 1600 pixels: nothing wider than the window, no small print"""
    for url in (pages.corpus, pages.hostile):
        for width in (400, 1600):
            browser.resize(width)
            browser.open(url)
            browser.run("document.querySelectorAll('details').forEach(d => { d.open = true; })")
            problem = difference(f"width at {width}", browser.run(
                "document.documentElement.scrollWidth"), width) or difference(
                    f"small text at {width}", browser.run(SMALL_TEXT), [])
            if problem:
                return problem
    return None


def has_contrast(browser, pages):
    """text stands out from its ground, light and dark"""
    for scheme in ("light", "dark"):
        browser.prefer(prefers_color_scheme=scheme, prefers_reduced_motion="reduce")
        browser.open(pages.corpus)
        browser.press("j")
        browser.press("f")
        browser.run("document.querySelectorAll('details').forEach(d => { d.open = true; })")
        low = browser.run(CONTRAST)
        browser.run("localStorage.clear()")
        if low:
            return f"{scheme}: {low}"
    return None


def names_controls(browser, pages):
    """every control and link has a name, headings go down one by one, the page has its landmarks"""
    browser.open(pages.corpus)
    roles = ("button", "textbox", "searchbox", "combobox", "checkbox", "link", "region", "dialog")
    browser.send("Accessibility.enable")
    nodes = browser.send("Accessibility.getFullAXTree")["nodes"]
    browser.send("Accessibility.disable")
    nameless = [node["role"]["value"] for node in nodes if not node["ignored"]
                and node.get("role", {}).get("value") in roles
                and not node.get("name", {}).get("value", "").strip()]
    present = {node["role"]["value"] for node in nodes if not node["ignored"]}
    missing = {"main", "navigation", "search", "heading", "article"} - present
    steps = browser.run("""[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')]
        .map(h => Number(h.tagName[1])).reduce((bad, level, i, all) =>
            bad + (i && level > all[i - 1] + 1 ? 1 : 0), 0)""")
    return (difference("without a name", nameless, []) or difference("missing", missing, set())
            or difference("steps over a heading", steps, 0)
            or difference("language", browser.run("document.documentElement.lang"), "en"))


def works_without_script(browser, pages):
    """without script all is there and no control that would do nothing"""
    browser.send("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.open(pages.corpus)
        return (difference("findings", len(browser.run(VISIBLE_IDS)), len(pages.report["findings"]))
                or difference("controls", browser.run(
                    "[...document.querySelectorAll('button, input, select')]"
                    ".filter(c => c.checkVisibility()).length"), 0)
                or difference("table", browser.run(
                    "document.querySelector('#matrix table').checkVisibility()"), True))
    finally:
        browser.send("Emulation.setScriptExecutionDisabled", value=False)


def prints(browser, pages):
    """on paper there are all findings and no controls, and the page prints"""
    browser.open(pages.corpus)
    browser.prefer("print")
    problem = difference("controls", browser.run(
        "[...document.querySelectorAll('button, input, select, nav')]"
        ".filter(c => c.checkVisibility()).length"), 0) or difference(
            "findings", len(browser.run(VISIBLE_IDS)), len(pages.report["findings"]))
    browser.prefer()
    pages_printed = browser.send("Page.printToPDF", preferCSSPageSize=True)["data"]
    return problem or (None if len(pages_printed) > 100_000 else "the print is all but empty")


def keeps_still(browser, pages):
    """nothing moves by itself for those who asked for that"""
    browser.open(pages.corpus)
    calm = browser.run("getComputedStyle(document.documentElement).scrollBehavior")
    browser.prefer(prefers_reduced_motion="no-preference")
    return difference("calm", calm, "auto") or difference("animations", browser.run(
        "document.getAnimations().length"), 0)


def opens_sources_at_words(browser, pages):
    """links to articles open them at the quoted words, also where these stand twice"""
    browser.open(pages.corpus)
    links = browser.run("[...document.querySelectorAll('#list a.open')].map(a => a.href)")
    filler = "<p>Nothing here.</p>" * 200
    by_url = {a.get("url"): a["path"] for a in pages.report["articles"]}
    top = os.path.join(os.path.dirname(__file__), "..", "..")
    for number, link in enumerate(links[:: max(1, len(links) // 6)]):
        url, fragment = link.split("#", 1)
        with open(os.path.join(top, by_url[url]), encoding="utf-8") as file:
            text = re.sub(r"^---.*?---", "", file.read(), flags=re.DOTALL)
        title = next(a["title"] for a in pages.report["articles"] if a.get("url") == url)
        copy = os.path.join(pages.folder, f"copy{number}.html")
        with open(copy, "w", encoding="utf-8") as file:
            file.write(f"<meta charset=utf-8>{filler}<h1>{title}</h1>" + "".join(
                f"<p>{part}</p>" for part in text.split("\n\n")) + filler)
        browser.open(pages.url(copy) + "#" + fragment)
        browser.run("new Promise(done => setTimeout(done, 150))")
        if not browser.run("scrollY > 500"):
            return f"{link} is not found in its article"
    return None


def busy_ms(browser):
    """Milliseconds that the page has kept its thread busy, whatever else the machine does."""
    metrics = browser.send("Performance.getMetrics")["metrics"]
    return sum(m["value"] for m in metrics if m["name"] == "TaskDuration") * 1000


def stays_quick(browser, pages):
    """a thousand findings are filtered; how fast is told, not judged"""
    if pages.large is None:
        return None
    browser.send("Performance.enable", timeDomain="threadTicks")
    browser.open(pages.large)
    settle = "new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))"
    browser.run(settle)
    told = [f"open {busy_ms(browser):.0f}"]
    for name, value in (("words", "tower 17"), ("words", ""), ("kind", "disagree"), ("kind", ""),
                        ("source", "Post 3"), ("source", ""), ("sort", "title")):
        before = busy_ms(browser)
        set_field(browser, name, value)
        browser.run(settle)
        told.append(f"{name}={value} {busy_ms(browser) - before:.0f}")
    browser.send("Performance.disable")
    print(f"page: a thousand findings, ms of work with painting: {', '.join(told)}")
    set_field(browser, "words", "How many lamps had tower 999?")
    return difference("found", len(browser.run(VISIBLE_IDS)), 1)


def draws_origins(browser, pages):
    """Who has it from whom is drawn and listed for every article that credits or copies another."""
    browser.open(pages.corpus)
    named = {a["id"]: a["source"] for a in pages.report["articles"]}
    wanted = {named[e["article"]] for e in pages.report["origins"]}
    drawn = set(browser.run(
        "[...document.querySelectorAll('#origins .node:not(.outlet) title')]"
        ".map(t => t.textContent.split(', ')[0])"))
    listed = set(browser.run(
        "[...document.querySelectorAll('#origins .who-from > li > b')].map(b => b.textContent)"))
    if not wanted <= drawn:
        return difference("drawn", sorted(drawn), sorted(wanted))
    if listed != wanted:
        return difference("listed", sorted(listed), sorted(wanted))
    wide = browser.run(
        "[...document.querySelectorAll('#origins .node')].filter(n =>"
        " [...n.querySelectorAll('text')].some(t => t.getBBox().x + t.getBBox().width >"
        " n.querySelector('rect').getBBox().x + n.querySelector('rect').getBBox().width))"
        ".map(n => n.textContent)")
    if wide:
        return f"names stand out of their boxes: {wide[:3]}"
    ends = browser.run(
        "document.querySelectorAll('#origins .link').length -"
        " document.querySelectorAll('#origins .link[marker-end]').length")
    undirected = sum(1 for e in pages.report["origins"] if not e.get("directed", True))
    return difference("lines without an arrow", ends, undirected) if ends != undirected else None


CASES = [opens_alone, filters, searches_words, sorts, goes_by_keys, keeps_marks, loads_marks, folds,
         follows_links, survives_hostile_articles, fits_widths, has_contrast, names_controls,
         works_without_script, prints, keeps_still, opens_sources_at_words, stays_quick,
         draws_origins]

// What the report does beyond being read: filter, sort, fold, review. The page is complete without
// it. Words of articles are only ever read from the page and written back as text, never as markup,
// and nothing is fetched; the policy in the head of the page allows no more.
"use strict";
(() => {
  const FORMAT = "atodds-review/1";
  const STATUSES = ["accepted", "false-alarm", "dismissed"];
  const LABELS = { accepted: "accepted", "false-alarm": "false alarm", dismissed: "dismissed" };
  const MOST_NOTE = 2000;  // characters of a note that is read from a file

  const byId = id => document.getElementById(id);
  const form = byId("filter");
  if (!form) return;
  const list = byId("list");
  const findings = [...list.querySelectorAll(".finding")];
  const reviewed = [...document.querySelectorAll("#list .finding, #aside .finding")];
  const order = new Map(findings.map((finding, at) => [finding, at]));
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

  // ---- Filter and sort ------------------------------------------------------------------------

  // Read once, when somebody first types: the words of a thousand findings are megabytes.
  const words = new Map();
  const wordsOf = finding => {
    if (!words.has(finding)) {
      words.set(finding, finding.textContent.replace(/\s+/g, " ").toLowerCase());
    }
    return words.get(finding);
  };
  const sourcesOf = finding => finding.dataset.sources.split("\n");
  const titleOf = finding => finding.querySelector("h3").textContent;

  const offer = (select, values) => {
    for (const value of [...new Set(values)].filter(Boolean).sort()) {
      const option = document.createElement("option");
      option.value = option.textContent = value;
      select.append(option);
    }
    select.closest("label").hidden = select.options.length < 3;
  };

  const fitsReview = (finding, wanted) => {
    const status = finding.dataset.mark || "open";
    return !wanted || wanted === status || (wanted === "marked" && status !== "open");
  };

  const apply = () => {
    const field = form.elements;
    const levels = new Set([...form.querySelectorAll("[name=level]:checked")].map(c => c.value));
    const asked = field.words.value.trim().replace(/\s+/g, " ").toLowerCase();
    let shown = 0;
    for (const finding of findings) {
      const data = finding.dataset;
      const fits = levels.has(data.level) &&
          (!field.kind.value || data.kind === field.kind.value) &&
          (!field.place.value || data.place === field.place.value) &&
          (!field.rule.value || data.rule === field.rule.value) &&
          (!field.source.value || sourcesOf(finding).includes(field.source.value)) &&
          (field.open.checked || data.tier !== "open") &&
          fitsReview(finding, field.review.value) &&
          (!asked || wordsOf(finding).includes(asked));
      if (finding.hidden === fits) finding.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    byId("shown").textContent = `${shown} of ${findings.length} shown`;
    byId("show-all-findings").hidden = shown === findings.length;
  };

  const textOrder = new Intl.Collator("en", { numeric: true });
  const COMPARE = {
    listed: () => 0,
    newest: (a, b) => textOrder.compare(b.dataset.newest, a.dataset.newest),
    sources: (a, b) => sourcesOf(b).length - sourcesOf(a).length,
    title: (a, b) => textOrder.compare(titleOf(a), titleOf(b)),
    rule: (a, b) => textOrder.compare(a.dataset.rule, b.dataset.rule),
  };

  const sort = () => {
    const compare = COMPARE[form.elements.sort.value] || COMPARE.listed;
    findings.sort((a, b) => compare(a, b) || order.get(a) - order.get(b));
    list.append(...findings);
  };

  const reset = () => {
    form.reset();
    sort();
    apply();
  };

  // ---- Folding --------------------------------------------------------------------------------

  const fold = (finding, folded) => {
    finding.classList.toggle("folded", folded);
    const button = finding.querySelector(".fold");
    button.setAttribute("aria-expanded", String(!folded));
    button.textContent = folded ? "Show" : "Fold";
  };

  const foldAll = folded => {
    for (const finding of findings) fold(finding, folded);
  };

  // ---- Review marks ---------------------------------------------------------------------------

  const marks = new Map();  // finding id -> {status, note, by}
  let unsaved = false;

  const store = {
    isThere: true,
    read() {
      try {
        const all = JSON.parse(localStorage.getItem(FORMAT)) || {};
        return { by: String(all.by || ""), marks: { ...all.marks } };
      } catch {
        this.isThere = false;
        return { by: "", marks: {} };
      }
    },
    write(all) {
      try {
        localStorage.setItem(FORMAT, JSON.stringify(all));
      } catch {
        this.isThere = false;
      }
    },
  };

  const isMark = mark => Boolean(mark) && typeof mark === "object" &&
      STATUSES.includes(mark.status);
  const cleaned = mark => ({
    status: mark.status,
    note: typeof mark.note === "string" ? mark.note.slice(0, MOST_NOTE) : "",
    by: typeof mark.by === "string" ? mark.by.slice(0, MOST_NOTE) : "",
  });

  // Other reports keep theirs in the same place: a finding has the same id in every run.
  const keep = () => {
    const all = store.read();
    for (const finding of reviewed) {
      const mark = marks.get(finding.dataset.id);
      if (mark) all.marks[finding.dataset.id] = mark;
      else delete all.marks[finding.dataset.id];
    }
    store.write(all);
  };

  const showProgress = () => {
    const count = findings.filter(f => f.dataset.mark).length;
    byId("progress").textContent = `${count} of ${findings.length} reviewed`;
    byId("kept").textContent = !count ? ""
        : store.isThere ? "Kept in this browser; save them to share them."
        : "This browser keeps nothing: save the marks before you close the page.";
    byId("save").disabled = marks.size === 0;
  };

  const show = finding => {
    const mark = marks.get(finding.dataset.id);
    if (mark) finding.dataset.mark = mark.status;
    else delete finding.dataset.mark;
    for (const button of finding.querySelectorAll(".marks [data-status]")) {
      button.setAttribute("aria-pressed", String(mark?.status === button.dataset.status));
    }
    const note = finding.querySelector(".marks input");
    note.closest("label").hidden = !mark;
    if (document.activeElement !== note) note.value = mark?.note || "";
    finding.querySelector(".marked-by").textContent =
        mark ? `${LABELS[mark.status]}${mark.by ? ` by ${mark.by}` : ""}` : "";
  };

  const changed = finding => {
    unsaved = true;
    words.delete(finding);
    show(finding);
    keep();
    showProgress();
  };

  const nameOfReviewer = () => byId("by").value.trim();

  // A second press of the same key or button takes the mark away.
  const toggle = (finding, status) => {
    const old = marks.get(finding.dataset.id);
    if (old?.status === status) marks.delete(finding.dataset.id);
    else marks.set(finding.dataset.id, { status, note: old?.note || "", by: nameOfReviewer() });
    changed(finding);
    if (status !== "accepted") fold(finding, marks.has(finding.dataset.id));
  };

  const markFile = () => {
    const sorted = [...marks].sort(([a], [b]) => (a < b ? -1 : 1));
    const rows = sorted.map(([id, mark]) =>
        ({ id, status: mark.status, note: mark.note, ...(mark.by ? { by: mark.by } : {}) }));
    return `${JSON.stringify({ format: FORMAT, marks: rows }, null, 2)}\n`;
  };

  const save = () => {
    const url = URL.createObjectURL(new Blob([markFile()], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = "atodds-review.json";
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
    unsaved = false;
  };

  const load = async file => {
    let rows = null;
    try {
      const content = JSON.parse(await file.text());
      rows = content.format === FORMAT && Array.isArray(content.marks) ? content.marks : null;
    } catch {
      rows = null;
    }
    const known = new Map(reviewed.map(finding => [finding.dataset.id, finding]));
    let taken = 0;
    for (const row of rows || []) {
      if (isMark(row) && known.has(row.id)) {
        marks.set(row.id, cleaned(row));
        changed(known.get(row.id));
        taken += 1;
      }
    }
    byId("kept").textContent = rows
        ? `${taken} of ${rows.length} marks of the file belong to findings of this page.`
        : "This is no file of marks.";
  };

  // ---- Getting about --------------------------------------------------------------------------

  let current = null;
  const visible = () => findings.filter(finding => !finding.hidden);

  const goTo = finding => {
    current = finding;
    finding.focus({ preventScroll: true });
    finding.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
  };

  const step = by => {
    const all = visible();
    if (!all.length) return;
    const at = all.indexOf(current);
    goTo(all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))]);
  };

  // A link may lead into a finding that the filter hides, or to a quotation that is folded away.
  const reveal = () => {
    const id = location.hash.slice(1).split(":~:")[0];
    const target = id ? byId(id) : null;
    const finding = target?.closest(".finding");
    if (!finding) return;
    if (finding.hidden) reset();
    if (finding.classList.contains("folded")) fold(finding, false);
    for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) {
      box.open = true;
    }
    current = finding;
    target.scrollIntoView({ block: "start" });
  };

  const help = byId("keys");
  const KEYS = {
    j: () => step(1),
    k: () => step(-1),
    a: () => current && toggle(current, "accepted"),
    f: () => current && toggle(current, "false-alarm"),
    d: () => current && toggle(current, "dismissed"),
    o: () => current && fold(current, !current.classList.contains("folded")),
    n: () => {
      const note = current?.querySelector(".marks input");
      if (note && marks.has(current.dataset.id)) note.focus();
    },
    "/": () => form.elements.words.focus(),
    "?": () => help.showModal(),
  };

  const onKey = event => {
    const at = event.target;
    const types = at.closest("input:not([type=checkbox]), select, textarea");
    if (event.key === "Escape" && types) return at.blur();
    if (types || help.open || event.ctrlKey || event.metaKey || event.altKey) return;
    const action = KEYS[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };

  // ---- Start ----------------------------------------------------------------------------------

  const addControls = () => {
    const template = byId("controls").content;
    for (const finding of reviewed) {
      finding.querySelector("header").append(template.cloneNode(true));
      finding.querySelector(".given-mark")?.remove();
    }
  };

  const readMarks = () => {
    const kept = store.read();
    byId("by").value = kept.by;
    for (const { dataset } of reviewed) {
      const given = { status: dataset.mark, note: dataset.note, by: dataset.by };
      const mark = isMark(kept.marks[dataset.id]) ? kept.marks[dataset.id] : given;
      if (isMark(mark)) marks.set(dataset.id, cleaned(mark));
    }
    reviewed.forEach(show);
  };

  const onClick = event => {
    const finding = event.target.closest(".finding");
    if (finding && order.has(finding)) current = finding;
    const button = event.target.closest("button");
    if (!button || !finding) return;
    if (button.dataset.status) toggle(finding, button.dataset.status);
    if (button.classList.contains("fold")) fold(finding, !finding.classList.contains("folded"));
  };

  const onNote = event => {
    const finding = event.target.closest(".finding");
    const mark = finding && event.target.matches(".marks input") && marks.get(finding.dataset.id);
    if (!mark) return;
    mark.note = event.target.value;
    changed(finding);
  };

  const listenToBar = () => {
    form.addEventListener("input", event => (event.target.name === "sort" ? sort() : apply()));
    form.elements.words.addEventListener("focus", () => findings.forEach(wordsOf), { once: true });
    form.addEventListener("submit", event => event.preventDefault());
    byId("show-all-findings").addEventListener("click", reset);
    byId("fold-all").addEventListener("click", () => foldAll(true));
    byId("unfold-all").addEventListener("click", () => foldAll(false));
    byId("save").addEventListener("click", save);
    byId("load").addEventListener("change", async event => {
      if (event.target.files.length) await load(event.target.files[0]);
      event.target.value = "";
    });
    byId("by").addEventListener("change", () => {
      store.write({ ...store.read(), by: nameOfReviewer() });
    });
    byId("help").addEventListener("click", () => help.showModal());
    byId("close").addEventListener("click", () => help.close());
  };

  // A tile on the front page leads to its level.
  const listenToTiles = () => {
    for (const tile of document.querySelectorAll(".tiles a")) {
      tile.addEventListener("click", () => {
        for (const box of form.querySelectorAll("[name=level]")) {
          box.checked = box.value === tile.dataset.level;
        }
        apply();
      });
    }
  };

  offer(form.elements.source, findings.flatMap(sourcesOf));
  offer(form.elements.rule, findings.map(finding => finding.dataset.rule));
  offer(form.elements.kind, findings.map(finding => finding.dataset.kind));
  offer(form.elements.place, findings.map(finding => finding.dataset.place));
  addControls();
  readMarks();
  listenToBar();
  listenToTiles();
  document.addEventListener("click", onClick);
  document.addEventListener("input", onNote);
  document.addEventListener("keydown", onKey);
  document.addEventListener("focusin", event => {
    const finding = event.target.closest(".finding");
    if (finding && order.has(finding)) current = finding;
  });
  addEventListener("hashchange", reveal);
  addEventListener("beforeunload", event => {
    if (unsaved && !store.isThere) event.preventDefault();
  });
  for (const hidden of document.querySelectorAll("[data-script]")) hidden.hidden = false;
  showProgress();
  apply();
  reveal();
})();

#include "report/html_page.hpp"

// Style and script of the report. Colour means level, and beside letters the side of a finding; it
// never says anything that words do not. The marked words are the only other accent. The script
// only filters: without it the page is complete.

namespace atodds {
namespace {

constexpr char kStyle[] = R"css(
:root { color-scheme: light dark;
  --page: #fbfaf8; --card: #ffffff; --ink: #1d1f22; --soft: #5c6066; --line: #e2e0da;
  --mark: #fff0b3; --mark-line: #d9a400; --link: #1f4e8c;
  --error: #b3261e; --warning: #8f5b00; --note: #3f5f7f; --agree: #2e6b3e;
  --s0: #1f5fa8; --s1: #a8430f; --s2: #2f6f3a; --s3: #7a3f9d; --s4: #8a6100; --s5: #0d6b72; }
@media (prefers-color-scheme: dark) { :root {
  --page: #16181b; --card: #1e2125; --ink: #e7e6e3; --soft: #a2a6ad; --line: #34383e;
  --mark: #4a3d0c; --mark-line: #d9a400; --link: #9cc0f0;
  --error: #ff8a80; --warning: #f0b84d; --note: #9db9d6; --agree: #8ecf9f;
  --s0: #8fbdf5; --s1: #f5a67a; --s2: #94d19f; --s3: #d0a6ee; --s4: #e3c063; --s5: #7fd0d6; } }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--page); color: var(--ink); overflow-wrap: break-word;
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 2.5rem 1.5rem 5rem; }
h1, h2, h3, h4, p, ul, ol { margin: 0; }
h1 { font-size: 2.4rem; line-height: 1.15; letter-spacing: -0.02em; font-weight: 650; }
h2 { font-size: 1.35rem; letter-spacing: -0.01em; margin: 3.5rem 0 1rem; font-weight: 650; }
a { color: var(--link); text-underline-offset: 0.15em; text-decoration-thickness: 0.06em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
code { font: 0.85em ui-monospace, "SFMono-Regular", Menlo, "DejaVu Sans Mono", monospace; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
.brand { color: var(--soft); font-weight: 600; letter-spacing: 0.02em; margin-bottom: 0.5rem; }
.lead { color: var(--soft); max-width: 46rem; margin-top: 0.6rem; }
.tiles, .kinds { list-style: none; padding: 0; display: flex; flex-wrap: wrap; }
.tiles { gap: 0.75rem; margin-top: 1.75rem; }
.tiles li { background: var(--card); border: 1px solid var(--line); border-radius: 10px;
  border-top: 3px solid var(--level); padding: 0.8rem 1.1rem; min-width: 8.5rem; }
.tiles b { display: block; font-size: 2rem; line-height: 1.1; font-weight: 650;
  color: var(--level); font-variant-numeric: tabular-nums; }
.tiles .none { border-top-color: var(--line); } .tiles .none b { color: var(--soft); }
.kinds { gap: 0.3rem 1.4rem; margin-top: 1.1rem; color: var(--soft); }
.kinds b { color: var(--ink); font-variant-numeric: tabular-nums; }
.error { --level: var(--error); } .warning { --level: var(--warning); }
.note { --level: var(--note); } .agree { --level: var(--agree); }
nav { display: flex; flex-wrap: wrap; gap: 0.4rem 1.5rem; margin-top: 2rem; padding: 0.75rem 0;
  border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
nav a { text-decoration: none; } nav a:hover { text-decoration: underline; }
#filter { display: flex; flex-wrap: wrap; align-items: center; gap: 0.6rem 1.4rem;
  margin-bottom: 1.25rem; color: var(--soft); font-size: 0.95rem; }
#filter[hidden] { display: none; }
#filter fieldset { border: 0; margin: 0; padding: 0; display: flex; gap: 1rem; }
#filter select, #filter input[type=search] { font: inherit; color: var(--ink); max-width: 14rem;
  background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 0.3rem 0.5rem; }
.finding { background: var(--card); border: 1px solid var(--line); border-radius: 10px;
  border-left: 4px solid var(--level); padding: 1.4rem 1.5rem 1rem; margin-bottom: 1.25rem;
  scroll-margin-top: 1rem; }
.finding:target, figure:target { box-shadow: 0 0 0 2px var(--link); }
.finding[hidden] { display: none; }
.labels { display: flex; flex-wrap: wrap; gap: 0.2rem 0.9rem; color: var(--soft); font-size: 0.88rem; }
.labels .level { color: var(--level); font-weight: 650; }
.finding h3 { font-size: 1.25rem; line-height: 1.3; margin: 0.25rem 0 0.35rem; font-weight: 650;
  letter-spacing: -0.01em; }
.finding h3 a { color: inherit; text-decoration: none; }
.finding h3 a:hover { text-decoration: underline; }
.reason { max-width: 50rem; }
.strip { margin: 1rem 1rem 0 1.6rem; max-width: 40rem; }
.strip svg { width: 100%; overflow: visible; display: block; }
.strip text { font: 12px system-ui, "Liberation Sans", sans-serif; fill: var(--side, var(--soft));
  font-variant-numeric: tabular-nums; }
.strip .lane { stroke: var(--line); stroke-width: 1; }
.strip circle { fill: var(--side); stroke: var(--card); stroke-width: 2; }
.strip a:hover circle, .strip a:focus-visible circle { stroke: var(--ink); }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
  gap: 1.25rem 1.75rem; margin-top: 1.1rem; }
@media (min-width: 50rem) { .by-two { grid-template-columns: 1fr 1fr; } }
.side { border-top: 2px solid var(--side, var(--line)); padding-top: 0.9rem; min-width: 0; }
.side h4 { font-size: 1.1rem; line-height: 1.35; font-weight: 650; }
.letter { display: inline-block; min-width: 1.35em; margin-right: 0.45em; text-align: center;
  font-size: 0.8em; line-height: 1.35; border: 1px solid var(--line); border-radius: 4px;
  color: var(--soft); font-weight: 500; }
.s0 { --side: var(--s0); } .s1 { --side: var(--s1); } .s2 { --side: var(--s2); }
.s3 { --side: var(--s3); } .s4 { --side: var(--s4); } .s5 { --side: var(--s5); }
.one { --side: var(--agree); }
.s0 .letter, .s1 .letter, .s2 .letter, .s3 .letter, .s4 .letter, .s5 .letter {
  color: var(--side); border-color: var(--side); font-weight: 650; }
.who { color: var(--soft); font-size: 0.9rem; margin-top: 0.1rem; }
figure { margin: 0.9rem 0 0; border-radius: 4px; }
blockquote { margin: 0; font: 1.05rem/1.6 Georgia, Charter, "Liberation Serif", "DejaVu Serif", serif; }
.context { color: var(--soft); }
mark { background: var(--mark); color: inherit; padding: 0.05em 0.15em; border-radius: 2px;
  box-shadow: inset 0 -2px 0 var(--mark-line); font-weight: 600; }
.hidden-char { font: 0.75em ui-monospace, monospace; border: 1px solid var(--error);
  color: var(--error); border-radius: 3px; padding: 0 0.25em; }
figcaption { margin-top: 0.45rem; font-size: 0.88rem; color: var(--soft); display: flex;
  flex-wrap: wrap; gap: 0.05rem 0.8rem; }
figcaption b { color: var(--ink); font-weight: 600; }
time { font-variant-numeric: tabular-nums; }
.place { font: 0.92em ui-monospace, "SFMono-Regular", Menlo, "DejaVu Sans Mono", monospace;
  overflow-wrap: anywhere; }
.chain, .said { flex-basis: 100%; }
.arrow { padding: 0 0.15em; }
.clashes, .next { margin-top: 1rem; }
.next { max-width: 50rem; } .next b { font-weight: 600; margin-right: 0.5em; color: var(--soft); }
.settled { margin-top: 1.4rem; max-width: 50rem; } .settled p { font-weight: 600; }
.settled ul { list-style: none; padding: 0; } .settled li { padding: 0.15rem 0; }
.settled b { font-weight: 500; color: var(--agree); }
details { margin-top: 1rem; }
summary { cursor: pointer; color: var(--link); width: fit-content; }
.trace { border-top: 1px solid var(--line); padding-top: 0.8rem; margin-top: 1.2rem; }
.trace ol { margin: 0.6rem 0 0.4rem; padding-left: 1.6rem; color: var(--soft); font-size: 0.93rem; }
.trace b { font-weight: 600; margin-right: 0.4em; }
.trace .decides { color: var(--ink); } .trace .decides::marker { font-weight: 700; }
.trace .decides b::after { content: " (decides)"; color: var(--level); }
.id { margin-top: 0.8rem; color: var(--soft); display: flex; flex-wrap: wrap; gap: 0 1rem;
  font-size: 0.85rem; }
#agreements .finding { --level: var(--agree); margin-top: 1.25rem; }
#agreements .labels .level { display: none; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 10px;
  background: var(--card); margin-top: 1rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.92rem; }
th, td { text-align: left; vertical-align: top; padding: 0.6rem 0.9rem; }
tr + tr > *, tbody tr:first-child > * { border-top: 1px solid var(--line); }
thead th { font-weight: 600; color: var(--soft); white-space: nowrap; }
tbody th { font-weight: 500; }
.count { text-align: right; font-variant-numeric: tabular-nums; }
.matrix td { min-width: 7.75rem; max-width: 13rem; padding: 0.45rem 0.5rem; }
.matrix thead th { white-space: normal; min-width: 6.5rem; max-width: 9rem; line-height: 1.25;
  vertical-align: bottom; padding: 0.6rem 0.5rem; overflow-wrap: break-word; }
.chip { display: block; width: fit-content; max-width: 100%; padding: 0.1rem 0.45rem 0.12rem;
  border: 1px solid var(--line); border-left: 3px solid var(--side); border-radius: 5px;
  color: var(--ink); text-decoration: none; line-height: 1.35; overflow-wrap: break-word;
  background: var(--page); }
.chip + .chip { margin-top: 0.25rem; }
a.chip:hover { border-color: var(--side); text-decoration: underline; }
.chip .letter { border: 0; min-width: 0; margin-right: 0.4em; }
.matrix tbody th, .matrix thead th:first-child { position: sticky; left: 0; min-width: 14rem;
  max-width: 18rem; z-index: 1; background: var(--card); box-shadow: 1px 0 0 var(--line); padding-left: 1.9rem; }
.matrix tbody th a { color: inherit; text-decoration: none; }
.matrix tbody th a:hover { text-decoration: underline; }
.dot { position: absolute; left: 0.9rem; margin-top: 0.5em; width: 0.5rem; height: 0.5rem;
  border-radius: 50%; background: var(--level); }
.silent::before { content: "–"; color: var(--soft); opacity: 0.6; }
.articles td { min-width: 7rem; } .articles td:nth-child(2) { min-width: 14rem; }
.articles td:nth-child(3) { white-space: nowrap; }
.articles .place { display: block; color: var(--soft); }
.absent { font-style: italic; }
.problems { list-style: none; padding: 0; }
.problems li { margin-top: 0.6rem; } .problems code, .problems span { display: block; color: var(--soft); }
#reading h3 { font-size: 1.05rem; margin: 1.75rem 0 0.25rem; }
@media (min-width: 76rem) { #matrix .scroll { margin-inline: calc(50% - min(50vw - 2rem, 54rem)); } }
@media (max-width: 40rem) {
  main { padding: 1.5rem 1rem 3rem; } h1 { font-size: 1.8rem; } h2 { margin-top: 2.5rem; }
  .finding { padding: 1.1rem 1rem 0.8rem; }
  .tiles { gap: 0.5rem; } .tiles li { flex: 1; min-width: 5.5rem; padding: 0.6rem 0.8rem; }
  .tiles b { font-size: 1.6rem; }
  .matrix tbody th, .matrix thead th:first-child { min-width: 9rem; max-width: 9rem;
    font-size: 0.85rem; padding-left: 1.3rem; padding-right: 0.4rem; }
  .dot { left: 0.4rem; } .strip { margin-left: 1.3rem; margin-right: 0.4rem; } }
@media print {
  :root { color-scheme: light; --page: #fff; --card: #fff; --ink: #000; --soft: #444;
    --line: #bbb; --mark: #fff0b3; --link: #000; --error: #b3261e; --warning: #8f5b00;
    --note: #3f5f7f; --agree: #2e6b3e; --s0: #1f5fa8; --s1: #a8430f; --s2: #2f6f3a;
    --s3: #7a3f9d; --s4: #8a6100; --s5: #0d6b72; }
  body { font-size: 10pt; } main { max-width: none; padding: 0; }
  nav, #filter, .finding h3 a::after { display: none; }
  figure, tr, .side h4 { break-inside: avoid; } h2, h3, h4 { break-after: avoid; }
  .scroll { overflow: visible; } .matrix, .articles { font-size: 7.5pt; }
  .matrix td, .matrix thead th { min-width: 0; padding: 0.2rem; }
  .matrix tbody th, .matrix thead th:first-child { position: static; min-width: 0; }
  .finding { border-color: #bbb; box-shadow: none; } mark { -webkit-print-color-adjust: exact;
    print-color-adjust: exact; } }
)css";

constexpr char kScript[] = R"js(
(() => {
  const form = document.getElementById("filter");
  if (!form) return;
  const findings = [...document.querySelectorAll("#findings .finding")];
  const source = form.elements.source;
  const kind = form.elements.kind;
  const open = form.elements.open;
  const words = form.querySelector("input[type=search]");
  const output = form.querySelector("output");
  const offer = (select, values) => {
    for (const value of [...new Set(values)].filter(Boolean).sort()) {
      const option = document.createElement("option");
      option.value = option.textContent = value;
      select.append(option);
    }
  };
  offer(source, findings.flatMap(f => f.dataset.sources.split("|")));
  offer(kind, findings.map(f => f.dataset.kind));
  const apply = () => {
    const levels = new Set([...form.querySelectorAll("fieldset :checked")].map(c => c.value));
    const wanted = words.value.toLowerCase();
    let shown = 0;
    for (const finding of findings) {
      const fits = levels.has(finding.dataset.level) &&
          (!source.value || finding.dataset.sources.includes("|" + source.value + "|")) &&
          (!kind.value || finding.dataset.kind === kind.value) &&
          (open.checked || finding.dataset.tier !== "open") &&
          (!wanted || finding.textContent.toLowerCase().includes(wanted));
      finding.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    output.textContent = shown === findings.length ? "" : shown + " of " + findings.length;
  };
  form.addEventListener("input", apply);
  form.addEventListener("submit", event => event.preventDefault());
  form.hidden = false;
})();
)js";

}  // namespace

std::string html_style() {
    return kStyle;
}

std::string html_script() {
    return kScript;
}

}  // namespace atodds

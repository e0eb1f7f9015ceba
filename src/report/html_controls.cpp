#include "report/html_page.hpp"

#include <string>

namespace atodds {
namespace {

constexpr char kLegend[] = R"html(<details class="legend"><summary>How to read this page</summary>
<dl>
<dt>Finding</dt><dd>Statements about the same fact whose values do not go together. Each side is one
value, with a letter and a colour of its own and with everybody who states it.</dd>
<dt>Error, warning, note</dt><dd>How far apart the values are, how firmly they are stated, and how
surely they speak of the same fact. No level says who is right.</dd>
<dt>Later update</dt><dd>The values differ, and a later date or a word of change explains it.</dd>
<dt>Not equally certain</dt><dd>The same content, once as a fact and once as a possibility.</dd>
<dt>Quoted differently</dt><dd>One remark of one speaker in different words.</dd>
<dt>Open</dt><dd>No rule knows this fact; the statements were matched by their words. Make sure that
they mean the same thing.</dd>
<dt>Origin</dt><dd>Whom an article has it from. Articles that credit one report, or copy each other,
count as one.</dd>
</dl></details>
)html";

constexpr char kControls[] = R"html(<form id="filter" data-script hidden role="search"
aria-label="Filter findings">
<label class="wide">Words <input type="search" name="words" autocomplete="off"></label>
<fieldset><legend class="unseen">Levels</legend>
<label><input type="checkbox" name="level" value="error" checked> errors</label>
<label><input type="checkbox" name="level" value="warning" checked> warnings</label>
<label><input type="checkbox" name="level" value="note" checked> notes</label>
<label><input type="checkbox" name="open" checked> open facts</label></fieldset>
<label>Kind <select name="kind"><option value="">all</option></select></label>
<label>Where <select name="place"><option value="">all</option></select></label>
<label>Source <select name="source"><option value="">all</option></select></label>
<label>Rule <select name="rule"><option value="">all</option></select></label>
<label>Review <select name="review"><option value="">all</option><option value="open">not
reviewed</option><option value="marked">reviewed</option><option value="accepted">accepted</option>
<option value="false-alarm">false alarm</option><option value="dismissed">dismissed</option>
</select></label>
<label>Order <select name="sort"><option value="listed">most serious first</option>
<option value="newest">newest first</option><option value="sources">most sources first</option>
<option value="title">by title</option><option value="rule">by rule</option></select></label>
<p class="bar"><output id="shown" aria-live="polite"></output>
<button type="button" id="show-all-findings" hidden>Show all findings</button>
<button type="button" id="fold-all">Fold all</button>
<button type="button" id="unfold-all">Unfold all</button></p>
</form>
<div id="review" data-script hidden role="group" aria-label="Review">
<p class="bar"><b id="progress"></b>
<label>Your name <input type="text" id="by" autocomplete="name" maxlength="100"></label>
<button type="button" id="save">Save marks</button>
<label class="button">Load marks <input type="file" id="load" accept=".json,application/json"></label>
<button type="button" id="help">Keys</button></p>
<p id="kept" aria-live="polite"></p>
</div>
<dialog id="keys" aria-labelledby="keys-head"><h2 id="keys-head">Keys</h2>
<dl><dt><kbd>j</kbd> <kbd>k</kbd></dt><dd>next finding, the one before</dd>
<dt><kbd>a</kbd></dt><dd>accept: the sources are at odds</dd>
<dt><kbd>f</kbd></dt><dd>false alarm: they are not</dd>
<dt><kbd>d</kbd></dt><dd>dismiss: they are, and it does not matter here</dd>
<dt><kbd>n</kbd></dt><dd>write a note on a mark</dd>
<dt><kbd>o</kbd></dt><dd>fold or unfold</dd>
<dt><kbd>/</kbd></dt><dd>search; <kbd>Esc</kbd> leaves</dd>
<dt><kbd>?</kbd></dt><dd>this list</dd></dl>
<button type="button" id="close">Close</button></dialog>
<template id="controls"><div class="marks" role="group" aria-label="Review of this finding">
<button type="button" data-status="accepted" aria-pressed="false">Accept</button>
<button type="button" data-status="false-alarm" aria-pressed="false">False alarm</button>
<button type="button" data-status="dismissed" aria-pressed="false">Dismiss</button>
<span class="marked-by"></span>
<button type="button" class="fold" aria-expanded="true">Fold</button>
<label class="note" hidden>Note <input type="text" maxlength="2000" autocomplete="off"></label>
</div></template>
)html";

}  // namespace

std::string html_legend() {
    return kLegend;
}

std::string html_controls() {
    return kControls;
}

}  // namespace atodds

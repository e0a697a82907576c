// The article page: keys, the panel that follows, evidence shown in the text, words that are selected.
// Everything here is for comfort: without it the page reads, links and decides as well.
"use strict";
(() => {
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const isTyping = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;
  const points = (text) => [...text].length; // spans count code points, strings code units
  let current = null;
  let byHand = 0; // the panel follows the scroll, but not while a statement was chosen just now

  const tell = (text) => { const place = find("#told"); if (place) place.textContent = text; };
  const anchors = () => all("#text a[data-s]");

  // Places: a code point of the document's text and a place in the page.
  const placeOf = (offset) => {
    const runs = all("#text [data-at]");
    let low = 0, high = runs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (Number(runs[middle].dataset.at) <= offset) low = middle; else high = middle - 1;
    }
    const run = runs[low];
    if (!run || !run.firstChild) return null;
    const left = Math.max(offset - Number(run.dataset.at), 0);
    const text = run.firstChild.data;
    if (run.dataset.n) return [run.firstChild, left ? text.length : 0];
    return [run.firstChild, [...text].slice(0, left).join("").length];
  };
  const rangeOf = (from, to) => {
    const start = placeOf(from), end = placeOf(Math.max(to - 1, from));
    if (!start || !end) return null;
    const range = new Range();
    range.setStart(...start);
    const next = end[0].parentElement.dataset.n ? end[0].length : end[1] + (end[0].data.codePointAt(end[1]) > 0xffff ? 2 : 1);
    range.setEnd(end[0], Math.min(next, end[0].length));
    return range;
  };
  const offsetOf = (node, within) => {
    const run = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-at]");
    if (!run) return null;
    if (run.dataset.n) return Number(run.dataset.at) + (within ? Number(run.dataset.n) : 0);
    return Number(run.dataset.at) + (node.nodeType === Node.TEXT_NODE ? points(node.data.slice(0, within)) : 0);
  };
  const mark = (name, ranges) => {
    if (!("highlights" in CSS)) return;
    if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges)); else CSS.highlights.delete(name);
  };

  // One statement is the current one, in the text and in the panel.
  const choose = (id, { scrollText = false, scrollPanel = true } = {}) => {
    if (id !== current) {
      all(".on").forEach((one) => one.classList.remove("on"));
      hideEvidence();
      current = id;
    }
    if (id === null) return;
    all(`[data-s="${CSS.escape(id)}"]`).forEach((one) => one.classList.add("on"));
    const entry = document.getElementById(`r-${id}`);
    const panel = find("#record");
    if (scrollPanel && entry && panel && panel.scrollHeight > panel.clientHeight + 4) {
      const gap = entry.getBoundingClientRect().top - panel.getBoundingClientRect().top;
      if (gap < 40 || gap > panel.clientHeight * 0.6) panel.scrollTop += gap - 80;
    }
    if (scrollText) {
      const anchor = document.getElementById(`s-${id}`);
      if (anchor) anchor.scrollIntoView({ block: "center" });
    }
    if (entry && find("details.why[open]", entry)) showEvidence(entry);
  };
  const showEvidence = (entry) => { // what shows the speaker, and what shows the rest, are marked apart
    const rangesOf = (selector) => all(selector, entry).map((one) => rangeOf(Number(one.dataset.from), Number(one.dataset.to))).filter(Boolean);
    mark("evidence", rangesOf(".of-speaker .evidence"));
    mark("evidence-rest", rangesOf(".of-rest .evidence"));
  };
  const hideEvidence = () => { mark("evidence", []); mark("evidence-rest", []); };
  // On a small screen the record is below the text: a statement's record comes over the foot of the screen instead, and
  // the text stays where it is being read.
  const sheet = () => find(".entry.near");
  const lift = (id) => {
    const entry = document.getElementById(`r-${id}`), anchor = document.getElementById(`s-${id}`);
    putBack();
    entry.classList.add("near");
    find("details.why", entry).open = true;
    choose(id, { scrollPanel: false });
    entry.scrollTop = 0;
    entry.focus({ preventScroll: true });
    const hidden = anchor.getBoundingClientRect().bottom - entry.getBoundingClientRect().top + 24;
    if (hidden > 0) window.scrollBy(0, hidden);
  };
  const putBack = ({ focus = false } = {}) => {
    const entry = sheet();
    if (!entry) return;
    entry.classList.remove("near");
    const anchor = document.getElementById(`s-${entry.dataset.s}`);
    if (focus && anchor) anchor.focus({ preventScroll: true });
  };
  const why = (id) => {
    const entry = document.getElementById(`r-${id}`);
    if (!entry) return;
    if (getComputedStyle(find("#record")).position !== "sticky") {
      if (sheet() === entry) putBack({ focus: true }); else lift(id);
      return;
    }
    choose(id);
    const details = find("details.why", entry);
    details.open = !details.open;
    if (details.open) showEvidence(entry); else hideEvidence();
  };
  const step = (by) => {
    const listed = anchors();
    if (!listed.length) return;
    const at = listed.findIndex((one) => one.dataset.s === current);
    const next = listed[at < 0 ? (by > 0 ? 0 : listed.length - 1) : Math.min(Math.max(at + by, 0), listed.length - 1)];
    byHand = Date.now();
    putBack();
    next.focus({ preventScroll: true });
    choose(next.dataset.s, { scrollText: true });
  };
  const follow = () => {
    if (Date.now() - byHand < 1200 || sheet()) return;
    const line = window.innerHeight * 0.35;
    let nearest = null;
    for (const anchor of anchors()) {
      const top = anchor.getBoundingClientRect().top;
      if (top > line && nearest) break;
      nearest = anchor;
      if (top > line) break;
    }
    if (nearest) choose(nearest.dataset.s);
  };

  // Words that are selected go into the form that is open for them.
  const picked = () => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return;
    const range = selection.getRangeAt(0);
    const text = find("#text");
    if (!text || !text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
    const start = offsetOf(range.startContainer, range.startOffset), end = offsetOf(range.endContainer, range.endOffset);
    if (start === null || end === null || end <= start) return;
    const words = range.toString();
    const open = find("form.range[data-live]") || find("#draw form");
    if (!open) return;
    if (open.closest("#draw")) { open.closest("#draw").open = true; }
    find("[name=start]", open).value = start;
    find("[name=end]", open).value = end;
    const shown = find(".picked", open);
    if (shown) shown.textContent = words.length > 200 ? `${words.slice(0, 200)}…` : words;
    mark("picked", [range.cloneRange()]);
  };

  const press = (selector) => { const one = find(selector); if (one) one.click(); };
  const inEntry = (selector) => current && press(`#r-${CSS.escape(current)} ${selector}`);
  const KEYS = {
    j: () => step(1), k: () => step(-1),
    a: () => inEntry(".decide [value=accept]"), r: () => inEntry(".decide [value=reject]"), e: () => inEntry(".correct"),
    u: () => press(".decisions .undo"),
    Escape: () => { putBack({ focus: true }); choose(null); mark("picked", []); all(".correction").forEach((one) => one.replaceChildren()); },
  };

  const letGo = (field) => { // Esc in a form closes it; the focus goes to what opened it
    const correction = field.closest(".correction"), draw = field.closest("#draw");
    mark("picked", []);
    if (correction) { correction.replaceChildren(); find(".correct", correction.closest(".entry")).focus(); }
    else if (draw) { draw.open = false; find("summary", draw).focus(); }
    else field.blur();
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && find("#text") && event.target.closest(".correction, #draw, #author")) { event.preventDefault(); letGo(event.target); return; }
    if (isTyping(event.target)) return;
    if (event.key === "/" ) { const field = find("input[type=search]"); if (field) { field.focus(); event.preventDefault(); } return; }
    if (!find("#text")) return;
    const anchor = event.target.closest("#text a[data-s]");
    if (event.key === "Enter" && anchor) { event.preventDefault(); byHand = Date.now(); why(anchor.dataset.s); return; }
    const action = KEYS[event.key];
    if (action) { event.preventDefault(); byHand = Date.now(); action(); }
  });
  document.addEventListener("click", (event) => {
    const evidence = event.target.closest("a.evidence");
    if (evidence) {
      event.preventDefault();
      const range = rangeOf(Number(evidence.dataset.from), Number(evidence.dataset.to));
      if (range) { byHand = Date.now(); range.startContainer.parentElement.scrollIntoView({ block: sheet() ? "start" : "center" }); }
      return;
    }
    const words = event.target.closest("#record a.words");
    if (words) {
      event.preventDefault();
      byHand = Date.now();
      const id = words.closest("[data-s]").dataset.s;
      putBack();
      choose(id, { scrollText: true, scrollPanel: false });
      const anchor = document.getElementById(`s-${id}`);
      if (anchor) anchor.focus({ preventScroll: true });
      return;
    }
    if (event.target.closest(".entry .back")) { byHand = Date.now(); putBack({ focus: true }); return; }
    const run = event.target.closest("#text [data-s]");
    if (!run && !event.target.closest(".entry.near")) putBack();
    const selection = document.getSelection();
    if (run && (!selection || selection.isCollapsed)) { event.preventDefault(); byHand = Date.now(); why(run.dataset.s); }
  });
  document.addEventListener("focusin", (event) => {
    const anchor = event.target.closest("#text a[data-s], #record .entry");
    if (anchor) { byHand = Date.now(); choose(anchor.dataset.s, { scrollPanel: anchor.matches("a") }); }
    const form = event.target.closest("form.range");
    if (form) { all("form.range[data-live]").forEach((one) => one.removeAttribute("data-live")); form.dataset.live = ""; }
  });
  document.addEventListener("toggle", (event) => {
    if (!(event.target instanceof Element) || !event.target.matches("details.why")) return;
    const entry = event.target.closest(".entry");
    if (event.target.open) { choose(entry.dataset.s, { scrollPanel: false }); showEvidence(entry); } else hideEvidence();
  }, true);
  document.addEventListener("selectionchange", () => { clearTimeout(picked.later); picked.later = setTimeout(picked, 120); });
  let waiting = false;
  window.addEventListener("scroll", () => {
    if (waiting || !find("#text")) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; follow(); });
  }, { passive: true });

  // After the page was changed in place: the same statement again, or the next where it is gone, and a word on what was done.
  const PAST = { accept: "Accepted", reject: "Rejected", change: "Changed", merge: "Merged", split: "Split", add: "Added" };
  const decided = () => new Map(all(".decisions li[data-judgement]").map((one) => {
    const verb = find(".act", one).textContent;
    return [one.dataset.judgement, { verb, words: find("p", one).textContent.trim().slice(verb.length).trim().replace(/\s+/g, " ") }];
  }));
  const isReader = (event) => [event.detail.target, event.detail.elt].some((one) => one && one.id === "reader");
  let before = null;
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (isReader(event)) before = { near: sheet() !== null, top: window.scrollY, order: anchors().map((one) => one.dataset.s), decided: decided(), held: document.activeElement !== document.body };
  });
  document.addEventListener("htmx:afterSwap", () => { if (before && before.near) window.scrollTo(0, before.top); }); // the new text where the old one was
  const whatWasDone = (was, is) => {
    const fresh = [...is].find(([id]) => !was.has(id)), gone = [...was].find(([id]) => !is.has(id));
    return fresh ? `${PAST[fresh[1].verb]}: ${fresh[1].words}` : gone ? `Undone: ${gone[1].verb} ${gone[1].words}` : "";
  };
  const nearest = (id, order) => {
    const at = order.indexOf(id), there = (one) => document.getElementById(`r-${one}`);
    return there(id) ? id : order.slice(at + 1).find(there) || order.slice(0, Math.max(at, 0)).reverse().find(there) || null;
  };
  document.addEventListener("htmx:afterSettle", (event) => {
    if (before && isReader(event)) {
      const { order, decided: was, held, near } = before;
      const id = current && nearest(current, order);
      before = null;
      current = null;
      byHand = Date.now();
      tell(whatWasDone(was, decided()));
      if (id && near) lift(id);
      else if (id) {
        choose(id, { scrollPanel: true });
        if (held && document.activeElement === document.body) document.getElementById(`r-${id}`).focus({ preventScroll: true });
      }
    }
    const fresh = event.detail.elt && find("form.range", event.detail.elt);
    if (fresh) { all("form.range[data-live]").forEach((one) => one.removeAttribute("data-live")); fresh.dataset.live = ""; }
    const first = event.detail.elt && event.detail.elt.matches(".correction") && find("select, input:not([type=hidden])", event.detail.elt);
    const author = find("#author");
    if (first && author) all("input[name=author]", event.detail.elt).forEach((one) => { one.value = author.value || one.value; });
    if (first) first.focus();
  });
  document.addEventListener("htmx:responseError", (event) => {
    const answer = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html").querySelector(".problem");
    tell(answer ? answer.textContent : "That did not work; load the page again.");
  });
  document.addEventListener("htmx:sendError", () => tell("The server does not answer."));

  // What came of a forecast needs evidence, but where that cannot be said.
  const ask = (event) => {
    const form = event.target.form || null;
    const outcome = form && find("select[name=outcome]", form);
    if (outcome) find("[name=evidence]", form).required = outcome.value !== "void";
  };
  document.addEventListener("focusin", ask);
  document.addEventListener("change", ask);

  // Files that are dropped are those of the field.
  document.addEventListener("dragover", (event) => {
    const drop = event.target.closest && event.target.closest(".drop");
    if (drop) { event.preventDefault(); drop.classList.add("over"); }
  });
  document.addEventListener("dragleave", (event) => { const drop = event.target.closest && event.target.closest(".drop"); if (drop) drop.classList.remove("over"); });
  document.addEventListener("drop", (event) => {
    const drop = event.target.closest && event.target.closest(".drop");
    if (!drop) return;
    event.preventDefault();
    drop.classList.remove("over");
    const field = find("input[type=file]", drop);
    field.files = event.dataTransfer.files;
    field.form.requestSubmit();
  });

  const fromAddress = () => { const id = location.hash.match(/^#[sr]-(.+)$/); if (id) { byHand = Date.now(); choose(decodeURIComponent(id[1]), { scrollText: true }); } };
  window.addEventListener("hashchange", fromAddress);
  fromAddress();
})();

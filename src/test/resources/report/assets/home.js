'use strict';
// Shows the promises that match the search. The state is in the address: #q=…&status=…
(function () {
  var input = document.getElementById('q');
  var found = document.getElementById('found');
  var chips = Array.prototype.slice.call(document.querySelectorAll('.chip'));
  var capabilities = Array.prototype.slice.call(document.querySelectorAll('.capability'));
  var languages = Array.prototype.slice.call(document.querySelectorAll('.language'));
  var items = Array.prototype.slice.call(document.querySelectorAll('.item')).map(function (element) {
    var rows = Array.prototype.slice.call(element.querySelectorAll('.row'));
    var tags = rows.map(function (row) { return row.dataset.tags; }).join(' ');
    var own = element.textContent + ' ' + element.dataset.priority + ' ' + tags;
    return {
      element: element,
      statuses: [element.dataset.status].concat(rows.map(function (row) { return row.dataset.status; })),
      text: own.toLowerCase().replace(/\s+/g, ' ')
    };
  });

  function show(state) {
    var words = airproofSearch.words(state.q);
    var shown = 0;
    items.forEach(function (item) {
      var status = state.statuses.length === 0 || state.statuses.indexOf(item.statuses[0]) >= 0;
      var visible = status && airproofSearch.matches(item.text, words);
      shown += visible ? 1 : 0;
      if (item.element.hidden === visible) {
        item.element.hidden = !visible;
      }
    });
    capabilities.forEach(function (capability) {
      capability.hidden = capability.querySelector('.item:not([hidden])') === null;
    });
    chips.forEach(function (chip) {
      chip.setAttribute('aria-pressed', String(state.statuses.indexOf(chip.dataset.status) >= 0));
    });
    // Who changes the language keeps the search.
    languages.forEach(function (link) { link.hash = airproofSearch.format(state); });
    found.textContent = shown === 0
      ? found.dataset.none
      : found.dataset.text.replace('{0}', shown).replace('{1}', items.length);
  }

  function current() {
    return {
      q: input.value,
      statuses: chips.filter(function (chip) { return chip.getAttribute('aria-pressed') === 'true'; })
        .map(function (chip) { return chip.dataset.status; })
    };
  }

  function changed(state) {
    show(state);
    history.replaceState(null, '', '#' + airproofSearch.format(state));
  }

  function fromAddress() {
    var state = airproofSearch.parse(location.hash);
    if (document.activeElement !== input) {
      input.value = state.q;
    }
    show(state);
  }

  input.addEventListener('input', function () { changed(current()); });
  chips.forEach(function (chip) {
    chip.addEventListener('click', function () {
      chip.setAttribute('aria-pressed', String(chip.getAttribute('aria-pressed') !== 'true'));
      changed(current());
    });
  });
  document.getElementById('search').addEventListener('submit', function (event) { event.preventDefault(); });
  window.addEventListener('hashchange', fromAddress);
  fromAddress();
})();

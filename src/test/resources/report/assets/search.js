'use strict';
// What the search of the first page means, without the page: which promises match, and how a search is written in the
// address, so that it can be sent to others.
var airproofSearch = {
  // "q=lip sync&status=failed,unstable" as {words: [...], q: 'lip sync', statuses: [...]}
  parse: function (hash) {
    var state = {q: '', statuses: []};
    hash.replace(/^#/, '').split('&').forEach(function (pair) {
      var at = pair.indexOf('=');
      var value = '';
      try {
        value = decodeURIComponent(pair.substring(at + 1).replace(/\+/g, ' '));
      } catch (broken) {
        return;
      }
      if (at > 0 && pair.substring(0, at) === 'q') {
        state.q = value;
      } else if (at > 0 && pair.substring(0, at) === 'status') {
        state.statuses = value.split(',').filter(function (one) { return one !== ''; });
      }
    });
    return state;
  },
  // The same as text for the address; empty when nothing is asked for.
  format: function (state) {
    var parts = [];
    if (state.q.trim() !== '') {
      parts.push('q=' + encodeURIComponent(state.q.trim()));
    }
    if (state.statuses.length > 0) {
      parts.push('status=' + state.statuses.map(encodeURIComponent).join(','));
    }
    return parts.join('&');
  },
  // The words that all have to occur.
  words: function (q) {
    return q.toLowerCase().split(/\s+/).filter(function (one) { return one !== ''; });
  },
  // Whether a text in lower case has all words. A word with an at sign is a whole tag.
  matches: function (text, words) {
    return words.every(function (word) {
      if (word.charAt(0) !== '@') {
        return text.indexOf(word) >= 0;
      }
      return (' ' + text + ' ').indexOf(' ' + word + ' ') >= 0;
    });
  }
};

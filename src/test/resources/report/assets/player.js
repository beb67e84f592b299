'use strict';
// Plays the sounds of a programme together and lets one of them be heard, so that changing between them makes no jump.
(function () {
  var SVG = 'http://www.w3.org/2000/svg';

  function all(root, selector) {
    return Array.prototype.slice.call(root.querySelectorAll(selector));
  }

  function drawn(svg, name, attributes) {
    var node = document.createElementNS(SVG, name);
    Object.keys(attributes).forEach(function (key) { node.setAttribute(key, attributes[key]); });
    svg.appendChild(node);
    return node;
  }

  function setUp(section, exhibit) {
    var sounds = all(section, 'audio');
    if (sounds.length === 0) {
      return;
    }
    var play = section.querySelector('.play');
    var seek = section.querySelector('.seek');
    var time = section.querySelector('.time');
    var choices = all(section, '.which input');
    var heads = [];
    var until = null;
    var next = [];

    function heard() {
      var chosen = choices.filter(function (one) { return one.checked; })[0].value;
      return sounds.filter(function (one) { return one.dataset.track === chosen; })[0];
    }

    function choose(id) {
      choices.forEach(function (one) { one.checked = one.value === id; });
      var now = heard();
      sounds.forEach(function (one) { one.muted = one !== now; });
      all(section, '.wave').forEach(function (one) { one.classList.toggle('heard', one.dataset.track === id); });
    }

    function to(position) {
      sounds.forEach(function (one) { one.currentTime = Math.min(position, one.duration || position); });
      show();
    }

    function start() {
      return Promise.all(sounds.map(function (one) { return one.play(); })).catch(function () { stop(); });
    }

    function stop() {
      sounds.forEach(function (one) { one.pause(); });
      until = null;
      next = [];
      show();
    }

    function show() {
      var now = heard();
      var position = now.currentTime;
      play.textContent = now.paused ? play.dataset.play : play.dataset.pause;
      if (document.activeElement !== seek || !now.paused) {
        seek.value = position;
      }
      seek.setAttribute('aria-valuetext', airproofClock.timecode(position));
      time.textContent = airproofClock.timecode(position) + ' / ' + airproofClock.timecode(exhibit.length_s);
      var fragment = airproofClock.fragmentAt(exhibit.fragments, position);
      section.querySelector('.transcript').textContent = fragment === null ? '' : fragment.transcript;
      section.querySelector('.translation').textContent = fragment === null ? '' : fragment.translation;
      heads.forEach(function (head) { head.setAttribute('x', position / exhibit.length_s * 900); });
    }

    function tick() {
      var now = heard();
      sounds.forEach(function (one) {
        if (one !== now && !one.ended && airproofClock.isOff(now.currentTime, one.currentTime)) {
          one.currentTime = now.currentTime;
        }
      });
      if (until !== null && now.currentTime >= until) {
        var following = next.shift();
        if (following === undefined) {
          stop();
        } else {
          following();
        }
      }
      show();
    }

    // Source, dub and output of one fragment, one after the other.
    function compare(fragment) {
      var order = sounds.map(function (one) { return one.dataset.track; });
      next = order.slice(1).map(function (id) {
        return function () { choose(id); to(fragment.from_s); };
      });
      choose(order[0]);
      to(fragment.from_s);
      until = fragment.to_s - 0.02;
      start();
    }

    exhibit.tracks.forEach(function (track) {
      var svg = section.querySelector('.wave[data-track="' + track.id + '"] svg');
      if (svg === null) {
        return;
      }
      var numbers = document.createElement('div');
      numbers.className = 'numbers';
      numbers.setAttribute('aria-hidden', 'true');
      svg.parentNode.insertBefore(numbers, svg);
      exhibit.fragments.forEach(function (fragment) {
        var x = fragment.from_s / exhibit.length_s * 900;
        drawn(svg, 'path', {'class': 'border', d: 'M' + x + ' 0V60'});
        // Not in the drawing, which is pressed together on narrow screens.
        var number = document.createElement('span');
        number.textContent = String(fragment.number);
        number.style.left = fragment.from_s / exhibit.length_s * 100 + '%';
        numbers.appendChild(number);
      });
      drawn(svg, 'path', {'class': 'sound', d: airproofClock.path(track.peaks, 900, 60)});
      heads.push(drawn(svg, 'rect', {'class': 'head', x: 0, y: 0, width: 2, height: 60}));
      svg.addEventListener('click', function (event) {
        var box = svg.getBoundingClientRect();
        choose(track.id);
        to((event.clientX - box.left) / box.width * exhibit.length_s);
        until = null;
        start();
      });
    });
    sounds.forEach(function (one) {
      one.controls = false;
      one.addEventListener('timeupdate', function () { if (one === heard()) { tick(); } });
      one.addEventListener('ended', function () { if (one === heard()) { stop(); } });
    });
    play.addEventListener('click', function () {
      if (heard().paused) {
        start().then(show);
      } else {
        stop();
      }
    });
    seek.addEventListener('input', function () { until = null; to(Number(seek.value)); });
    choices.forEach(function (one) { one.addEventListener('change', function () { choose(one.value); show(); }); });
    all(section, '.compare').forEach(function (button) {
      button.hidden = false;
      button.addEventListener('click', function () { compare(exhibit.fragments[Number(button.dataset.fragment)]); });
    });
    all(section, '.controls, .captions, .hint').forEach(function (one) { one.hidden = false; });
    choose(heard().dataset.track);
    show();
  }

  all(document, '.player').forEach(function (section) {
    var exhibit = (window.airproofExhibits || {})[section.dataset.exhibit];
    if (exhibit !== undefined) {
      setUp(section, exhibit);
    }
  });
})();

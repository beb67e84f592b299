'use strict';
// What the player knows of time and sound, without the page.
var airproofClock = {
  // The fragment that is heard at a time; null between fragments.
  fragmentAt: function (fragments, time) {
    for (var i = 0; i < fragments.length; i++) {
      if (fragments[i].from_s <= time && time < fragments[i].to_s) {
        return fragments[i];
      }
    }
    return null;
  },
  // 65.04 as "1:05.0"
  timecode: function (time) {
    var tenths = Math.round(Math.max(0, time) * 10);
    var seconds = Math.floor(tenths / 10) % 60;
    return Math.floor(tenths / 600) + ':' + (seconds < 10 ? '0' : '') + seconds + '.' + tenths % 10;
  },
  // Peaks from 0 to 100 as the path of a drawing that is this wide and high.
  path: function (peaks, width, height) {
    var path = '';
    var step = width / Math.max(1, peaks.length);
    for (var i = 0; i < peaks.length; i++) {
      var half = Math.max(0.5, peaks[i] / 100 * height / 2);
      path += 'M' + (i * step).toFixed(1) + ' ' + (height / 2 - half).toFixed(1) + 'v' + (2 * half).toFixed(1);
    }
    return path;
  },
  // Whether a sound that plays along has to be set to the time of the one that is heard.
  isOff: function (time, other) {
    return Math.abs(time - other) > 0.04;
  }
};

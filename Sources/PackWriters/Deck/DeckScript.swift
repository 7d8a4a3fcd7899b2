/// The deck's only script: keys, swipes and the page number. The deck reads without it.
///
/// It is part of the program and not of the templates, because the page's content security policy allows no
/// other script than the one of this digest.
enum DeckScript {
  /// SHA-256 of ``source`` in Base64; a test recomputes it.
  static let digest = "kUo4mNsLKcOYRVnViQPkVP63UY0FDu4Hv3lfQ3eQsr0="

  static let source = """
    "use strict";
    (function () {
      var slides = Array.prototype.slice.call(document.querySelectorAll("section.slide"));
      var pages = document.querySelector("nav.pages details");
      var steps = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };
      function current() {
        var best = 0, nearest = Infinity;
        slides.forEach(function (slide, index) {
          var distance = Math.abs(slide.getBoundingClientRect().top);
          if (distance < nearest) { nearest = distance; best = index; }
        });
        return best;
      }
      function show(index) {
        var slide = slides[Math.max(0, Math.min(slides.length - 1, index))];
        if (!slide) { return; }
        slide.scrollIntoView({ behavior: "instant", block: "start" });
        slide.focus({ preventScroll: true });
        history.replaceState(null, "", "#" + slide.id);
      }
      document.addEventListener("keydown", function (event) {
        if (event.altKey || event.ctrlKey || event.metaKey) { return; }
        if (event.key === "Escape" && pages) { pages.open = false; return; }
        var inList = event.target.closest && event.target.closest(".scroll, nav");
        var step = steps[event.key];
        if (inList && event.key.indexOf("Arrow") === 0) { return; }
        if (window.innerWidth <= 900 && (event.key === "ArrowUp" || event.key === "ArrowDown")) { return; }
        if (step) { show(current() + step); } else if (event.key === "Home") { show(0); }
        else if (event.key === "End") { show(slides.length - 1); } else { return; }
        event.preventDefault();
      });
      var start = null;
      document.addEventListener("touchstart", function (event) {
        var touch = event.touches[0];
        start = event.touches.length > 1 || event.target.closest(".scroll, nav")
          ? null : { x: touch.clientX, y: touch.clientY };
      }, { passive: true });
      document.addEventListener("touchend", function (event) {
        if (!start) { return; }
        var touch = event.changedTouches[0], x = touch.clientX - start.x, y = touch.clientY - start.y;
        if (Math.abs(x) > 60 && Math.abs(x) > 2 * Math.abs(y)) { show(current() + (x < 0 ? 1 : -1)); }
      }, { passive: true });
      if (pages) {
        pages.addEventListener("click", function (event) {
          if (event.target.closest("a")) { pages.open = false; }
        });
      }
    })();
    """
}

/** Runs before anything is painted: the reader's theme, whether the drawing that came with the page is for this reader, what is pressed on it, and when the page's script may begin. */
try {
  const root = document.documentElement;
  const theme = localStorage.getItem("groundwork.theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  const isElsewhere = location.hash !== "" && location.hash !== "#compare";
  if (isElsewhere || localStorage.getItem("groundwork.open") !== null) root.dataset.drawing = "hidden";
} catch {
  // Storage may be forbidden: then nothing is kept, and the drawing is right.
}

// What is pressed before the scripts can hear it is pressed again once they can (viz/shell/alive.ts).
{
  let pressed = null;
  const keep = ({ target }) => {
    // A part that is awake has heard it itself.
    if (target.closest("[data-awake]") === null) pressed = target.closest("button");
  };
  addEventListener("click", keep, true);
  addEventListener(
    "groundwork:alive",
    () => {
      removeEventListener("click", keep, true);
      if (pressed?.isConnected) pressed.click();
    },
    { once: true },
  );
}

// The page's script would hold up the drawing that came with it: it begins once that is painted.
{
  const { page, runs } = document.currentScript.dataset;
  let isBegun = false;
  const begin = () => {
    if (isBegun) return;
    isBegun = true;
    // The shipped runs come while the script does.
    if (document.documentElement.dataset.drawing !== "hidden")
      document.head.append(
        Object.assign(document.createElement("link"), {
          rel: "preload",
          href: runs,
          as: "fetch",
          crossOrigin: "",
        }),
      );
    void import(page);
  };
  addEventListener("DOMContentLoaded", () => {
    requestAnimationFrame(() => setTimeout(begin));
    // A window that nobody sees paints nothing.
    setTimeout(begin, document.visibilityState === "hidden" ? 0 : 1000);
  });
}

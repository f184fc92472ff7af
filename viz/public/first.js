/** Runs before anything is painted: the reader's theme, and whether the drawing that came with the page is for this reader. */
try {
  const root = document.documentElement;
  const theme = localStorage.getItem("groundwork.theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  const isElsewhere = location.hash !== "" && location.hash !== "#compare";
  if (isElsewhere || localStorage.getItem("groundwork.open") !== null) root.dataset.drawing = "hidden";
} catch {
  // Storage may be forbidden: then nothing is kept, and the drawing is right.
}

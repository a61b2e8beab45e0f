// Sets the chosen theme and language before anything is drawn, so that nothing flashes.
(() => {
  try {
    const theme = localStorage.getItem('saring.theme');
    if (theme) document.documentElement.dataset.theme = theme;
    const language = localStorage.getItem('saring.language');
    if (language) document.documentElement.lang = language;
  } catch {}
})();

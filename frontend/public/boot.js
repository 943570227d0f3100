// Runs before the first paint, so that neither theme nor language flashes. A file, not inline: the content security policy forbids inline scripts.
(() => {
  const root = document.documentElement;
  try {
    const theme = localStorage.getItem("tundish.theme") ?? "auto";
    const dark = theme === "dark" || (theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
    root.dataset.mantineColorScheme = dark ? "dark" : "light";
    root.lang =
      localStorage.getItem("tundish.language") ?? (navigator.language.startsWith("zh") ? "zh-CN" : "en");
  } catch {
    // Storage can be forbidden; the defaults of index.html stand then.
  }
})();

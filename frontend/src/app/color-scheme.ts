import { localStorageColorSchemeManager } from "@mantine/core";

/** The same key as in public/boot.js, which sets the theme before the first paint. */
export const colorSchemeManager = localStorageColorSchemeManager({ key: "tundish.theme" });

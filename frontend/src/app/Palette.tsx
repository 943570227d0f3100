import { useSpotlight } from "@mantine/spotlight";
import { Suspense, useRef } from "react";
import { lazySoon } from "@/lib/lazy-soon";
import { useHeldTyping } from "./held-typing";
import { palette, paletteStore } from "./palette-store";

const CommandPalette = lazySoon(() => import("./CommandPalette"));

/** The command palette, from the first time that it is asked for. */
export function Palette() {
  const { opened } = useSpotlight(paletteStore);
  const takeTyped = useHeldTyping(opened, palette.close);
  const used = useRef(false);
  used.current ||= opened;
  return <Suspense>{used.current && <CommandPalette takeTyped={takeTyped} />}</Suspense>;
}

import { cloneElement, type ReactElement, type ReactNode, Suspense, useState } from "react";
import { lazySoon } from "@/lib/lazy-soon";

const ButtonWithPopover = lazySoon(() => import("./ButtonWithPopover"));

export interface PopoverButtonProps {
  /** A button; clicks are handled here. */
  button: ReactElement<{ onClick?: () => void }>;
  position?: "bottom-start" | "bottom-end";
  /** What the popover holds; it is given how to close it. */
  children: (close: () => void) => ReactNode;
}

/** A button that opens a popover, which is fetched apart from it. */
export function PopoverButton(props: PopoverButtonProps) {
  const [used, setUsed] = useState(false);
  const { button } = props;
  if (!used)
    return cloneElement(button, {
      onClick: () => setUsed(true),
      ...{ "aria-haspopup": "dialog", "aria-expanded": false },
    });
  return (
    <Suspense fallback={button}>
      <ButtonWithPopover {...props} />
    </Suspense>
  );
}

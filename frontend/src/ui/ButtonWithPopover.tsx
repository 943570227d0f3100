import { Popover } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { cloneElement } from "react";
import type { PopoverButtonProps } from "./PopoverButton";
import { takeFocus } from "./take-focus";

/** Open from the beginning: it takes the place of the button that was clicked. */
export default function ButtonWithPopover({ button, position, children }: PopoverButtonProps) {
  const [opened, { close, toggle }] = useDisclosure(true);
  return (
    <Popover opened={opened} onChange={close} position={position ?? "bottom-start"} trapFocus returnFocus>
      <Popover.Target>{cloneElement(button, { onClick: toggle, ...{ ref: takeFocus } })}</Popover.Target>
      <Popover.Dropdown>{children(close)}</Popover.Dropdown>
    </Popover>
  );
}

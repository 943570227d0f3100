import { ActionIcon, type ActionIconProps, Anchor, type AnchorProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { ComponentPropsWithRef } from "react";

type LinkElement = Omit<ComponentPropsWithRef<"a">, "color">;

/** A link in running text that goes through the router, its address checked by the compiler. */
export const TextLink = createLink((props: AnchorProps & LinkElement) => <Anchor {...props} />);

/** An icon that leads to a page of the application. */
export const IconLink = createLink((props: ActionIconProps & LinkElement) => (
  <ActionIcon component="a" {...props} />
));

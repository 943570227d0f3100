/** A ref for a control that takes the place of one that had the focus, which overlays give back to it. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true });
}
